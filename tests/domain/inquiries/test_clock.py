"""Working minutes between two instants: against values computed by hand, and against counting every minute."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balancer_desktop.domain.inquiries.clock import Clock, working_minutes
from balancer_desktop.domain.inquiries.holidays import Holiday, read_holidays
from balancer_desktop.domain.inquiries.working_week import DAY, Spell, WorkingWeek
from balancer_desktop.domain.inquiries.working_weeks import WorkingWeeks, read_weeks
from tests.domain.inquiries.central_europe import ZONE, at

OFFICE = "mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00"  # 8 h a day, 3 h on Saturday, 43 h a week
PLAIN = "mon-fri 08:00-17:00"
NIGHT = "daily 22:00-06:00"
BAR = "fri-sat 18:00-02:00"
ALWAYS = "daily 00:00-24:00"


@pytest.mark.parametrize(
    ("week", "start", "end", "minutes"),
    [
        # Within a day. 10 March 2026 is a Tuesday.
        (OFFICE, "2026-03-10 09:00", "2026-03-10 11:10", 130),  # 2 h 10
        (OFFICE, "2026-03-10 11:30", "2026-03-10 13:45", 75),  # 30 min to noon + 45 min from 13:00
        (OFFICE, "2026-03-10 12:20", "2026-03-10 13:30", 30),  # starts within the break: counts from 13:00
        (OFFICE, "2026-03-10 12:10", "2026-03-10 12:50", 0),  # all of it within the break
        (OFFICE, "2026-03-10 06:00", "2026-03-10 08:05", 5),  # came before work began
        (OFFICE, "2026-03-10 17:00", "2026-03-10 23:00", 0),  # came as work ended
        (OFFICE, "2026-03-10 08:00", "2026-03-10 17:00", 480),  # the whole day
        (OFFICE, "2026-03-10 09:00", "2026-03-10 09:00", 0),
        (OFFICE, "2026-03-10 11:00", "2026-03-10 09:00", 0),  # the end before the start
        (OFFICE, "2026-03-11 09:00", "2026-03-10 09:00", 0),
        # Over nights and weekends. 20 November 2026 is a Friday.
        (PLAIN, "2026-11-19 16:40", "2026-11-20 08:30", 50),  # 20 min on Thursday + 30 on Friday
        (PLAIN, "2026-11-20 16:40", "2026-11-23 10:40", 180),  # 20 min on Friday + 2 h 40 on Monday
        (OFFICE, "2026-11-20 16:40", "2026-11-23 10:40", 360),  # the same + 3 h on Saturday
        (OFFICE, "2026-11-21 12:00", "2026-11-23 08:00", 0),  # Saturday noon to Monday morning
        (PLAIN, "2026-11-21 03:00", "2026-11-22 23:00", 0),  # all of it on the weekend
        (OFFICE, "2026-11-16 00:00", "2026-11-23 00:00", 2580),  # a week: 43 h
        (OFFICE, "2026-11-18 10:00", "2026-12-02 10:00", 5160),  # two weeks, whichever day they begin on: 86 h
        (PLAIN, "2026-12-31 16:00", "2027-01-01 09:00", 120),  # over the new year, no holiday set: 1 h + 1 h
        # Midnight. Friday's evening ends on Saturday at 02:00, Saturday's on Sunday.
        (BAR, "2026-11-20 23:30", "2026-11-21 01:15", 105),  # 30 min before midnight + 75 after
        (BAR, "2026-11-21 00:00", "2026-11-21 02:00", 120),  # the night after Friday
        (BAR, "2026-11-21 01:30", "2026-11-21 18:20", 50),  # 30 min of Friday's spell + 20 of Saturday's
        (BAR, "2026-11-22 01:00", "2026-11-27 18:00", 60),  # the rest of Saturday's spell, then nothing till Friday
        (BAR, "2026-11-19 00:00", "2026-11-20 18:00", 0),
        ("sun 22:00-02:00", "2026-11-22 23:00", "2026-11-23 01:00", 120),  # from one week into the next
        ("mon 18:00-24:00", "2026-11-23 23:00", "2026-11-24 09:00", 60),  # one that ends at midnight
        (ALWAYS, "2026-11-20 16:40", "2026-11-21 16:40", 1440),
        # Leap days: 29 February 2028 is a Tuesday, 2024 a Thursday; 2026 has none, 28 February is a Saturday.
        (PLAIN, "2028-02-28 16:00", "2028-03-01 09:00", 660),  # 1 h + 9 h on the 29th + 1 h
        (PLAIN, "2024-02-28 16:00", "2024-03-01 09:00", 660),
        (PLAIN, "2026-02-27 16:00", "2026-03-02 09:00", 120),  # Friday 1 h + Monday 1 h
        (ALWAYS, "2028-02-28 00:00", "2028-03-01 00:00", 2880),
        # Clocks go forward on Sunday, 29 March 2026: 02:00 becomes 03:00.
        (NIGHT, "2026-03-28 22:00", "2026-03-29 06:00", 420),  # 8 h on the wall, 7 h of work
        (NIGHT, "2026-03-28 12:00", "2026-03-29 12:00", 420),
        (NIGHT, "2026-03-29 01:30", "2026-03-29 03:30", 60),  # 30 min to 02:00, 30 from 03:00
        (NIGHT, "2026-03-27 22:00", "2026-03-28 06:00", 480),  # the night before is as ever
        (NIGHT, "2026-03-29 22:00", "2026-03-30 06:00", 480),
        (ALWAYS, "2026-03-29 00:00", "2026-03-30 00:00", 1380),  # a day of 23 h
        (PLAIN, "2026-03-27 16:00", "2026-03-30 09:00", 120),  # over that weekend: 1 h + 1 h, no more, no less
        ("sat 22:00-02:30; sun 03:00-04:00", "2026-03-28 12:00", "2026-03-29 12:00", 300),
        # … 02:30, which is never shown, is half an hour after 02:00, when the wall shows 03:30: 22:00 to 04:00 in one,
        # 4 h to 02:00 and 1 h from 03:00
        # Clocks go back on Sunday, 25 October 2026: 03:00 becomes 02:00.
        (NIGHT, "2026-10-24 22:00", "2026-10-25 06:00", 540),  # 8 h on the wall, 9 h of work
        (NIGHT, "2026-10-25 02:30", "2026-10-25 02:30 again", 60),  # the same sign on the wall, an hour later
        (NIGHT, "2026-10-25 01:45", "2026-10-25 03:15", 150),  # 15 min, twice the hour from 02:00, 15 min
        (ALWAYS, "2026-10-25 00:00", "2026-10-26 00:00", 1500),  # a day of 25 h
        (PLAIN, "2026-10-23 16:00", "2026-10-26 09:00", 120),
        (NIGHT, "2026-10-01 12:00", "2026-11-01 12:00", 31 * 480 + 60),  # 31 nights and the hour more
        (NIGHT, "2026-01-01 12:00", "2027-01-01 12:00", 365 * 480),  # over a year both cancel
    ],
)
def test_by_hand(week: str, start: str, end: str, minutes: int) -> None:
    assert working_minutes(at(start), at(end), read_weeks(week), (), ZONE) == minutes


@pytest.mark.parametrize(
    ("week", "holidays", "start", "end", "minutes"),
    [
        # Christmas 2026 is a Friday.
        (PLAIN, "2026-12-25 Christmas", "2026-12-24 16:00", "2026-12-28 09:00", 120),  # Thursday 1 h + Monday 1 h
        (PLAIN, "2026-12-25", "2026-12-25 09:00", "2026-12-25 12:00", 0),
        (PLAIN, "2026-12-26", "2026-12-24 16:00", "2026-12-28 09:00", 660),  # on a Saturday nothing is lost: + 9 h
        (PLAIN, "2026-12-24 to 2027-01-03 away", "2026-12-23 16:00", "2027-01-04 08:30", 90),  # 1 h + 30 min
        (BAR, "2026-12-25", "2026-12-24 12:00", "2026-12-26 12:00", 0),  # Friday's evening does not begin
        (BAR, "2026-12-26", "2026-12-25 23:00", "2026-12-26 23:00", 180),  # Friday's goes on to 02:00, the next is free
        (NIGHT, "2026-03-29", "2026-03-28 12:00", "2026-03-29 23:00", 420),  # the short night began the day before
    ],
)
def test_holidays_by_hand(week: str, holidays: str, start: str, end: str, minutes: int) -> None:
    assert working_minutes(at(start), at(end), read_weeks(week), read_holidays(holidays), ZONE) == minutes


@pytest.mark.parametrize(
    ("week", "start", "minutes", "due"),
    [
        (PLAIN, "2026-11-20 16:40", 20, "2026-11-20 17:00"),  # as work ends, not as it begins again
        (PLAIN, "2026-11-20 16:40", 240, "2026-11-23 11:40"),  # 20 min on Friday + 3 h 40 from Monday, 08:00
        (PLAIN, "2026-11-21 12:00", 1, "2026-11-23 08:01"),
        (OFFICE, "2026-03-10 11:00", 90, "2026-03-10 13:30"),  # 1 h before the break + 30 min after it
        (NIGHT, "2026-03-28 22:00", 240, "2026-03-29 03:00"),  # 4 h end at 02:00, when the wall shows 03:00
        (NIGHT, "2026-10-24 22:00", 300, "2026-10-25 02:00 again"),  # 5 h end where the hour begins anew
        (PLAIN, "2026-11-20 08:00", 52 * 45 * 60, "2027-11-18 17:00"),  # 52 weeks of 45 h: to the end of the last day
    ],
)
def test_due_by_hand(week: str, start: str, minutes: int, due: str) -> None:
    assert Clock(read_weeks(week), (), ZONE).due(at(start), minutes) == at(due)


CHANGED = f"{PLAIN} | from 2026-11-23 {OFFICE} | from 2026-12-07 {NIGHT}"


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        # 23 November and 7 December 2026 are Mondays.
        ("2026-11-20 16:40", "2026-11-23 10:40", 180),  # the Saturday between them was free yet: as ever
        ("2026-11-20 16:40", "2026-11-24 13:30", 20 + 480 + 270),  # Friday, then Monday and 08:00–12:00, 13:00–13:30
        ("2026-11-21 00:00", "2026-11-28 12:00", 43 * 60),  # the first week with its Saturday
        ("2026-12-05 11:00", "2026-12-08 06:00", 60 + 480),  # an hour of Saturday, and the first night
    ],
)
def test_weeks_that_changed_by_hand(start: str, end: str, minutes: int) -> None:
    assert working_minutes(at(start), at(end), read_weeks(CHANGED), (), ZONE) == minutes


def test_nothing_is_due_in_a_week_without_work() -> None:
    assert Clock(WorkingWeeks(WorkingWeek(((),) * 7)), (), ZONE).due(at("2026-11-20 08:00"), 1) is None
    assert (
        Clock(WorkingWeeks(WorkingWeek(((),) * 7)), (), ZONE).minutes(at("2026-11-20 08:00"), at("2027-11-20 08:00"))
        == 0
    )


def test_instants_in_any_zone_and_at_either_end_of_time() -> None:
    clock = Clock(WorkingWeeks(), (), ZONE)
    assert clock.minutes(datetime(2026, 11, 20, 15, 40, tzinfo=UTC), at("2026-11-23 10:40")) == 180
    last = datetime(9999, 12, 31, tzinfo=UTC)
    assert Clock(WorkingWeeks(), (), ZONE).minutes(last, last.replace(hour=23)) >= 0
    assert Clock(WorkingWeeks(), (), UTC).due(datetime(9999, 12, 20, tzinfo=UTC), 10**6) is None


def test_what_was_asked_before_changes_no_answer() -> None:
    """The spells remembered grow both ways; whatever was remembered first, the answer is that of a fresh clock."""
    clock = Clock(read_weeks(NIGHT), (), ZONE)
    spans = [("2026-11-20 16:40", "2026-11-23 10:40"), ("2019-01-01 00:00", "2026-11-23 10:40"),
             ("2030-05-05 05:05", "2031-06-06 06:06"), ("2018-03-03 03:03", "2031-06-06 06:06")]  # fmt: skip
    for start, end in spans * 2:
        assert clock.minutes(at(start), at(end)) == working_minutes(at(start), at(end), read_weeks(NIGHT), (), ZONE)


def _spells(times: list[int]) -> tuple[Spell, ...]:
    """Apart from each other; the last may end after midnight."""
    edges = sorted(set(times))
    return tuple((edges[n], edges[n + 1]) for n in range(0, len(edges) - 1, 2) if edges[n] < DAY)


# Nobody's night ends within the hour that is skipped or doubled: what that should count is anybody's guess.
hours = st.integers(360, DAY + 300).filter(lambda minute: not DAY + 120 < minute < DAY + 180)
evenings = st.lists(hours, max_size=6).map(_spells)
weeks = st.lists(evenings, min_size=7, max_size=7).map(lambda days: WorkingWeek(tuple(days)))
instants = st.one_of(
    st.integers(0, 60 * 24 * 20).map(lambda minute: at("2026-03-19 00:00") + timedelta(minutes=minute)),
    st.integers(0, 60 * 24 * 20).map(lambda minute: at("2026-10-15 00:00") + timedelta(minutes=minute)),
)
free = st.lists(st.integers(0, 250).map(lambda day: Holiday(*[date(2026, 3, 15) + timedelta(day)] * 2)), max_size=9)


@given(weeks, free, st.lists(instants, min_size=3, max_size=3).map(sorted))
def test_parts_add_up_to_the_whole(week: WorkingWeek, holidays: list[Holiday], three: list[datetime]) -> None:
    clock, (a, b, c) = Clock(WorkingWeeks(week), tuple(holidays), ZONE), three
    assert clock.minutes(a, c) == clock.minutes(a, b) + clock.minutes(b, c)


@given(weeks, free, instants, st.integers(0, 60 * 24 * 3))
@settings(max_examples=60)
def test_counting_every_minute_gives_the_same(
    week: WorkingWeek, holidays: list[Holiday], start: datetime, length: int
) -> None:
    counted = sum(_at_work(start + timedelta(minutes=n), week, {h.first for h in holidays}) for n in range(length))
    assert (
        working_minutes(start, start + timedelta(minutes=length), WorkingWeeks(week), tuple(holidays), ZONE) == counted
    )


def _at_work(instant: datetime, week: WorkingWeek, holidays: set[date]) -> bool:
    """By what the clock on the wall shows: within a spell of this day, or one of yesterday's that goes on."""
    shown = instant.astimezone(ZONE)
    minute = shown.hour * 60 + shown.minute
    yesterday = shown.date() - timedelta(1)
    return any(
        day not in holidays and any(begin <= minute + past < end for begin, end in week.days[day.weekday()])
        for day, past in ((shown.date(), 0), (yesterday, DAY))
    )


@given(weeks, free, instants, st.integers(1, 5000))
def test_what_is_due_is_due_when_the_minutes_have_passed(
    week: WorkingWeek, holidays: list[Holiday], start: datetime, minutes: int
) -> None:
    clock = Clock(WorkingWeeks(week), tuple(holidays), ZONE)
    due = clock.due(start, minutes)
    if due is None:
        assert not week.minutes
    else:
        assert clock.minutes(start, due) == minutes
        assert clock.minutes(start, due - timedelta(minutes=1)) == minutes - 1
