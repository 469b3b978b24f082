"""A period covers whole months and steps by its own length."""

from datetime import date

import pytest

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.period import Period, Stretch, month

NOVEMBER = Month(2026, 11)


@pytest.mark.parametrize(
    ("stretch", "first", "last"),
    [
        (Stretch.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Stretch.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        (Stretch.TWELVE, date(2025, 12, 1), date(2026, 11, 30)),
        (Stretch.ALL, date(1, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_period_covers_whole_months(stretch: Stretch, first: date, last: date) -> None:
    assert Period(stretch, NOVEMBER).days == (first, last)


@pytest.mark.parametrize(
    ("stretch", "before"),
    [
        (Stretch.MONTH, Month(2026, 10)),
        (Stretch.YEAR, Month(2025, 11)),
        (Stretch.TWELVE, Month(2025, 11)),
        (Stretch.ALL, NOVEMBER),
    ],
)
def test_it_steps_by_its_own_length_and_back_again(stretch: Stretch, before: Month) -> None:
    period = Period(stretch, NOVEMBER)
    assert period.stepped(-1).end == before
    assert period.stepped(-1).stepped(1) == period


def test_stepping_stays_within_the_calendar() -> None:
    assert month(Month(2, 1)).stepped(-100).first >= Month(1, 1)
    assert Period(Stretch.YEAR, Month(9990, 1)).stepped(100).days[1] <= date(9999, 12, 31)
