"""First responses of a period: by hand, without those nobody can time, and the same whenever they are computed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from statistics import median

import pytest

from balancer_desktop.domain.inquiries.clock import Clock
from balancer_desktop.domain.inquiries.holidays import read_holidays
from balancer_desktop.domain.inquiries.inquiry import SETTLED, Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.inquiries.response import FirstResponses, first_responses, is_late, waited
from balancer_desktop.domain.inquiries.working_weeks import WorkingWeeks
from tests.domain.inquiries.central_europe import ZONE, at

MINUTES = Clock(WorkingWeeks(), read_holidays("2026-11-11 Martinmas"), ZONE).minutes  # Monday to Friday, 08:00–17:00
NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)
GOAL = 240


def came(
    received: str,
    responded: str = "",
    state: InquiryState = InquiryState.WAITING,
    settled_on: date | None = None,
) -> Inquiry:
    if responded and state is InquiryState.WAITING:
        state = InquiryState.ANSWERED
    answer = _local(responded) if responded else None
    return Inquiry(
        _local(received), InquiryChannel.CALL, name="Ann", responded=answer, state=state, settled_on=settled_on
    )


def _local(text: str) -> datetime:
    """On the wall in the tests' zone, with a fixed offset as the book keeps it."""
    shown = datetime.fromisoformat(text).replace(tzinfo=ZONE)
    return datetime.fromisoformat(shown.isoformat())


INQUIRIES = [
    came("2026-10-30 16:00", "2026-11-02 09:00"),  # October's, wherever it was answered
    came("2026-11-02 09:00", "2026-11-02 09:30"),  # 30 min
    came("2026-11-03 16:30", "2026-11-04 08:30"),  # 30 + 30 = 60 min
    came("2026-11-06 16:00", "2026-11-09 11:00"),  # Friday 60 + Monday 180 = 240 min: within the goal to the minute
    came("2026-11-10 16:00", "2026-11-12 09:00"),  # 60 + the holiday + 60 = 120 min
    came("2026-11-13", "2026-11-13 09:00"),  # nobody knows when it came
    came("2026-11-16 08:00", "2026-11-17"),  # nor when this was answered
    came("2026-11-16 08:00", state=InquiryState.SILENCE, settled_on=date(2026, 11, 20)),  # a miss
    came("2026-11-17 08:00", "2026-11-17 18:00", InquiryState.SILENCE, date(2026, 11, 30)),  # 540 min, silent later
    came("2026-11-18 10:00", state=InquiryState.NOT_FOR_US, settled_on=date(2026, 11, 18)),  # no answer was owed
    came("2026-11-23 08:00", "2026-11-25 12:00"),  # 540 + 540 + 240 = 1320 min
    came("2026-11-27 16:00"),  # waits: 60 min on Friday, then Monday the 30th from 08:00
]


def test_by_hand_at_the_end_of_the_month() -> None:
    # Timed answers: 30, 60, 120, 240, 540, 1320. Half: (120 + 240) / 2. Nine of ten of six: the sixth.
    # Judged: those six, the one lost unanswered, and the one that has waited 60 + 540.
    assert first_responses(INQUIRIES, NOVEMBER, _local("2026-12-01 00:00"), MINUTES, GOAL) == FirstResponses(
        came=11, answered=8, waiting=1, silent=2, untimed=2, median=180, ninety=1320, within=4, judged=8
    )


def test_by_hand_in_the_middle_of_it() -> None:
    # At noon of the 24th: 30, 60, 120, 240, 540; the one of the 23rd has waited 540 + 240; silence fell on one.
    assert first_responses(INQUIRIES, NOVEMBER, _local("2026-11-24 12:00"), MINUTES, GOAL) == FirstResponses(
        came=10, answered=7, waiting=1, silent=1, untimed=2, median=120, ninety=540, within=4, judged=7
    )


def test_waiting_within_the_goal_is_not_judged_yet() -> None:
    few = [came("2026-11-27 16:00")]  # 60 min on Friday; 180 more until Monday at 11:00
    monday = [
        first_responses(few, NOVEMBER, _local(f"2026-11-30 {t}"), MINUTES, GOAL).judged for t in ("11:00", "11:01")
    ]
    assert monday == [0, 1]


def test_what_is_answered_in_this_minute_has_been_answered() -> None:
    few = [came("2026-11-30 10:00", "2026-11-30 10:20"), came("2026-11-30 10:20")]
    found = first_responses(few, NOVEMBER, _local("2026-11-30 10:20"), MINUTES, GOAL)
    assert (found.came, found.answered, found.waiting) == (2, 1, 1)


def test_a_prospect_with_no_answer_noted_is_neither_answered_nor_judged_but_told() -> None:
    few = [
        came("2026-11-17 09:00", "2026-11-17 10:00", InquiryState.PROSPECT, date(2026, 11, 18)),
        came("2026-11-17 09:00", state=InquiryState.PROSPECT, settled_on=date(2026, 11, 18)),
        came("2026-11-17 09:00", "2026-11-19 10:00", InquiryState.PROSPECT, date(2026, 11, 18)),
    ]
    by_day = [first_responses(few, NOVEMBER, _local(f"2026-11-{n} 00:00"), MINUTES, GOAL) for n in (18, 19, 20)]
    assert [(f.answered, f.waiting, f.unnoted, f.judged) for f in by_day] == [(1, 2, 0, 3), (1, 0, 2, 1), (2, 0, 1, 2)]


def test_nothing_came() -> None:
    assert first_responses([], NOVEMBER, _local("2026-12-01 00:00"), MINUTES, GOAL) == FirstResponses(
        0, 0, 0, 0, 0, None, None, 0, 0
    )


def test_a_past_month_gives_what_it_gave_then() -> None:
    """Whatever became of an inquiry later, the figures of a month's end are those computed at that end."""
    dice = Random(7)
    lives = [_life(dice) for _ in range(200)]
    for month in range(2, 13):
        end = _local(f"2026-{month:02d}-01 00:00")
        days = date(2026, 1, 1), (end - timedelta(days=1)).date()
        known = [[inquiry for since, inquiry in life if since < end][-1:] for life in lives]
        then = first_responses([inquiry for last in known for inquiry in last], days, end, MINUTES, GOAL)
        assert first_responses([life[-1][1] for life in lives], days, end, MINUTES, GOAL) == then


def _life(dice: Random) -> list[tuple[datetime, Inquiry]]:
    """What the book said of an inquiry, since when."""
    received = _later(_local("2026-01-01 00:00"), dice, 330)
    life = [(received, Inquiry(received, InquiryChannel.CALL, name="Ann"))]
    if dice.random() < 0.8:
        responded = _later(received, dice, 9)
        life.append((responded, replace(life[0][1], responded=responded, state=InquiryState.ANSWERED)))
    if dice.random() < 0.6:
        settled = _later(life[-1][0], dice, 60)
        state = dice.choice(sorted(SETTLED))
        life.append((settled, replace(life[-1][1], state=state, settled_on=settled.date())))
    return life


def _later(instant: datetime, dice: Random, days: int) -> datetime:
    later = instant + timedelta(minutes=dice.randrange(1, days * 1440))
    return _local(later.astimezone(ZONE).strftime("%Y-%m-%d %H:%M"))


def test_median_and_nine_of_ten_against_counting() -> None:
    dice = Random(3)
    for count in range(1, 40):
        few = [
            came(f"2026-11-{n % 28 + 1:02d} 09:00", f"2026-11-30 {dice.randrange(8, 17):02d}:10") for n in range(count)
        ]
        taken = sorted(MINUTES(i.received, i.responded) for i in few if i.responded)
        found = first_responses(few, NOVEMBER, _local("2026-12-01 00:00"), MINUTES, GOAL)
        assert found.median == int(median(taken))
        assert found.ninety == min(t for t in taken if 10 * sum(other <= t for other in taken) >= 9 * count)


@pytest.mark.parametrize(
    ("inquiry", "now", "minutes", "late"),
    [
        (came("2026-11-20 16:40"), "2026-11-23 11:40", 240, False),  # the goal to the minute
        (came("2026-11-20 16:40"), "2026-11-23 11:41", 241, True),
        (came("2026-11-20"), "2026-11-20 17:00", 0, False),  # of which only the day is known: from its end
        (came("2026-11-20"), "2026-11-23 12:01", 241, True),
        (came("2026-11-20 16:40", "2026-11-24 10:00"), "2026-11-30 12:00", 20 + 540 + 120, False),  # not any more
    ],
)
def test_what_waits_and_what_waits_too_long(inquiry: Inquiry, now: str, minutes: int, late: bool) -> None:
    assert waited(inquiry, at(now), MINUTES) == minutes
    assert is_late(inquiry, at(now), MINUTES, GOAL) is late
