"""The order of what waits, and the day to which something is put off."""

from datetime import UTC, date, datetime

import pytest

from balancer_desktop.domain.agenda import AgendaItem, Waiting, ordered, postponed, step_kind
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel

TODAY = date(2026, 11, 20)


def test_the_most_urgent_comes_first_and_within_it_the_oldest() -> None:
    soon = AgendaItem(Waiting.SOON, date(2026, 11, 23))
    owes = AgendaItem(Waiting.OWES, date(2026, 1, 1))
    late, later = AgendaItem(Waiting.OVERDUE, date(2026, 11, 1)), AgendaItem(Waiting.OVERDUE, date(2026, 11, 9))
    due, call = AgendaItem(Waiting.TODAY, TODAY), AgendaItem(Waiting.INQUIRY, date(2026, 11, 19))
    timer = AgendaItem(Waiting.TIMER, TODAY)
    assert ordered([soon, due, later, owes, late, timer, call]) == [timer, call, late, later, due, owes, soon]


def test_who_asked_first_is_answered_first_whatever_the_name() -> None:
    def asked(who: str, hour: int, minute: int) -> AgendaItem:
        received = datetime(2026, 11, 19, hour, minute, tzinfo=UTC)
        inquiry = Inquiry(received, InquiryChannel.CALL, name=who)
        return AgendaItem(Waiting.INQUIRY, inquiry.on, who=who, inquiry=inquiry)

    early, later, last = asked("Zoe", 7, 40), asked("Max", 7, 41), asked("+1 555 0333", 17, 50)
    assert ordered([last, later, early]) == [early, later, last]


def test_a_promise_without_a_day_stands_below_what_has_one_and_is_for_no_day() -> None:
    undated = AgendaItem(Waiting.PROMISE, date(2026, 1, 1), dated=False)
    due = AgendaItem(Waiting.PROMISE, TODAY)
    assert ordered([undated, due]) == [due, undated]
    assert (due.is_for_today, undated.is_for_today) == (True, False)


@pytest.mark.parametrize(
    ("due", "kind"),
    [
        (date(2026, 11, 19), Waiting.OVERDUE),
        (TODAY, Waiting.TODAY),
        (date(2026, 11, 21), Waiting.SOON),
    ],
)
def test_a_step_is_overdue_due_or_to_come(due: date, kind: Waiting) -> None:
    assert step_kind(due, TODAY) is kind


@pytest.mark.parametrize(
    ("due", "weeks", "months", "new"),
    [
        (date(2026, 11, 20), 1, 0, date(2026, 11, 27)),
        (date(2026, 11, 2), 1, 0, date(2026, 11, 27)),  # overdue: counted from today
        (date(2026, 11, 25), 1, 0, date(2026, 12, 2)),
        (date(2026, 11, 20), 0, 1, date(2026, 12, 20)),
        (date(2027, 1, 31), 0, 1, date(2027, 2, 28)),  # no 31 February
        (date(2026, 12, 31), 0, 2, date(2027, 2, 28)),
    ],
)
def test_what_is_put_off_lands_on_a_day_to_come(due: date, weeks: int, months: int, new: date) -> None:
    assert postponed(due, TODAY, weeks, months) == new
