"""Working hours of a book: set with the other settings, counted in the machine's own zone, told for any month."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from balancer_desktop.app import inquiries
from balancer_desktop.app.book import Book
from balancer_desktop.app.book_settings import BookSettings, read, save
from balancer_desktop.app.machine_zone import MachineZone
from balancer_desktop.app.response_times import response_times
from balancer_desktop.app.working_hours import (
    answer_due,
    clock_of,
    holidays,
    next_working_day,
    response_goal,
    working_weeks,
)
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.holidays import read_holidays
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.inquiries.working_week import WorkingWeek, read_week
from balancer_desktop.domain.inquiries.working_weeks import WorkingWeeks, read_weeks
from tests.domain.inquiries.central_europe import ZONE


@pytest.fixture
def central_europe(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone cannot be set for a test")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def _came(received: datetime, responded: datetime | None = None) -> Inquiry:
    state = InquiryState.ANSWERED if responded else InquiryState.WAITING
    return Inquiry(received, InquiryChannel.CALL, name="Ann", responded=responded, state=state)


def test_a_new_book_works_from_monday_to_friday(book: Book) -> None:
    assert (working_weeks(book), holidays(book), response_goal(book)) == (WorkingWeeks(), (), 240)


def test_they_are_saved_with_the_other_settings_and_undone_with_them(book: Book) -> None:
    weeks, free = read_weeks("mon-thu 08:00-12:00; sat 22:00-02:00"), read_holidays("2026-12-24 to 2026-12-31 away")
    wanted = replace(read(book), weeks=weeks, holidays=free, response_goal=90)
    save(book, wanted)
    assert read(book) == wanted
    assert (working_weeks(book), holidays(book), response_goal(book)) == (weeks, free, 90)
    book.undo()
    assert (working_weeks(book), holidays(book), response_goal(book)) == (WorkingWeeks(), (), 240)


@pytest.mark.parametrize(
    "wrong",
    [
        BookSettings(response_goal=0),
        BookSettings(response_goal=24_001),
        BookSettings(weeks=WorkingWeeks(WorkingWeek(((),) * 7))),
    ],
)
def test_what_makes_no_sense_is_refused(book: Book, wrong: BookSettings) -> None:
    with pytest.raises(BadInput):
        save(book, wrong)
    assert working_weeks(book) == WorkingWeeks()


@pytest.mark.usefixtures("central_europe")
def test_the_machines_zone_is_the_one_it_is_set_to() -> None:
    machine, begin = MachineZone(), datetime(2026, 1, 1, tzinfo=UTC)
    for half_hours in range(0, 2 * 24 * 365, 3):
        instant = begin + timedelta(minutes=30 * half_hours)
        ours, theirs = instant.astimezone(machine), instant.astimezone(ZONE)
        assert (ours.replace(tzinfo=None), ours.fold, ours.utcoffset()) == (
            theirs.replace(tzinfo=None), theirs.fold, theirs.utcoffset(),
        )  # fmt: skip
    assert [datetime(2026, month, 1, tzinfo=machine).tzname() for month in (1, 7)] == ["CET", "CEST"]


@pytest.mark.usefixtures("central_europe")
def test_the_clock_counts_by_the_settings_in_the_machines_zone(book: Book) -> None:
    friday, monday = datetime(2026, 3, 27, 15, 0, tzinfo=UTC), datetime(2026, 3, 30, 7, 0, tzinfo=UTC)
    assert clock_of(book).minutes(friday, monday) == 120  # 16:00 to 17:00, and 08:00 to 09:00 of summer time
    save(book, replace(read(book), weeks=read_weeks("sat 22:00-06:00")))
    assert clock_of(book).minutes(friday, monday) == 420  # the night the clocks go forward
    save(book, replace(read(book), holidays=read_holidays("2026-03-28")))
    assert clock_of(book).minutes(friday, monday) == 0


@pytest.mark.usefixtures("central_europe")
def test_when_the_answer_is_due(book: Book) -> None:
    clock, friday = clock_of(book), datetime(2026, 3, 27, 15, 0, tzinfo=UTC)
    due = answer_due(clock, _came(friday), 120)
    assert due is not None
    assert due.isoformat() == "2026-03-30T09:00:00+02:00"
    assert answer_due(clock, _came(datetime(2026, 3, 27).astimezone()), 120) is None


@pytest.mark.usefixtures("central_europe")
def test_a_month_is_told_as_of_its_end_and_this_one_as_of_now(book: Book) -> None:
    book.clock = lambda: datetime(2026, 11, 20, 12, 0).astimezone()  # a Friday
    october = datetime(2026, 10, 30, 16, 0).astimezone()  # a Friday: an hour is left of it
    inquiries.receive(book, _came(october, datetime(2026, 11, 2, 9, 0).astimezone()))
    inquiries.receive(book, _came(datetime(2026, 11, 20, 9, 0).astimezone()))
    inquiries.receive(book, _came(datetime(2026, 11, 20, 7, 0).astimezone()))
    then = response_times(book, date(2026, 10, 1), date(2026, 10, 31), date(2026, 10, 31))
    assert (then.came, then.answered, then.waiting, then.judged) == (1, 0, 1, 0)
    later = response_times(book, date(2026, 10, 1), date(2026, 10, 31))
    assert (later.answered, later.median, later.within, later.judged) == (1, 120, 1, 1)
    now = response_times(book, date(2026, 11, 1), date(2026, 11, 30))
    assert (now.came, now.waiting, now.within, now.judged) == (2, 2, 0, 0)
    book.clock = lambda: datetime(2026, 11, 20, 12, 1).astimezone()  # 4 h and a minute since 08:00
    assert response_times(book, date(2026, 11, 1), date(2026, 11, 30)).judged == 1


@pytest.mark.usefixtures("central_europe")
def test_a_new_week_leaves_what_was_counted_before_as_it_was(book: Book) -> None:
    book.clock = lambda: datetime(2026, 11, 20, 12, 0).astimezone()
    save(book, replace(read(book), weeks=read_weeks("mon-sun 08:00-17:00")))
    saturday = datetime(2026, 10, 31, 16, 0).astimezone()
    inquiries.receive(book, _came(saturday, datetime(2026, 11, 1, 9, 0).astimezone()))
    october = date(2026, 10, 1), date(2026, 10, 31)
    before = response_times(book, *october)
    assert before.median == 120
    kept = read(book)
    save(book, replace(kept, weeks=kept.weeks.changed(read_weeks("mon-fri 09:00-12:00").latest, book.today())))
    assert response_times(book, *october) == before
    assert clock_of(book).minutes(datetime(2026, 11, 20, 8, 0).astimezone(), book.now()) == 180


def test_the_next_working_day_leaves_out_weekends_and_holidays(book: Book) -> None:
    assert next_working_day(book) == date(2026, 11, 23), "today is a Friday"
    save(book, replace(read(book), holidays=read_holidays("2026-11-23 stocktaking")))
    assert next_working_day(book) == date(2026, 11, 24)
    save(book, replace(read(book), weeks=WorkingWeeks(read_week("thu 09:00-12:00; fri 09:00-12:00"))))
    assert next_working_day(book) == date(2026, 11, 26)
