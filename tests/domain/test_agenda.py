"""The order of what waits, and the day to which something is put off."""

from datetime import date

import pytest

from balancer_desktop.domain.agenda import AgendaItem, Waiting, ordered, postponed, step_kind

TODAY = date(2026, 11, 20)


def test_the_most_urgent_comes_first_and_within_it_the_oldest() -> None:
    soon = AgendaItem(Waiting.SOON, date(2026, 11, 23))
    owes = AgendaItem(Waiting.OWES, date(2026, 1, 1))
    late, later = AgendaItem(Waiting.OVERDUE, date(2026, 11, 1)), AgendaItem(Waiting.OVERDUE, date(2026, 11, 9))
    due, call = AgendaItem(Waiting.TODAY, TODAY), AgendaItem(Waiting.INQUIRY, date(2026, 11, 19))
    timer = AgendaItem(Waiting.TIMER, TODAY)
    assert ordered([soon, due, later, owes, late, timer, call]) == [timer, call, late, later, due, owes, soon]


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
