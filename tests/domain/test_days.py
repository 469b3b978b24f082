"""What people type into a date field means a day in their locale's order, or is refused with an example."""

from datetime import date

import pytest

from balancer_desktop.domain.conventions import Conventions, DateOrder
from balancer_desktop.domain.days import read_day
from balancer_desktop.domain.errors import BadInput

TODAY = date(2026, 11, 20)  # a Friday
DMY = Conventions()
MDY = Conventions(date_order=DateOrder.MONTH_FIRST)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY), ("Yesterday", date(2026, 11, 19)), ("mon", date(2026, 11, 16)), ("3 nov", date(2026, 11, 3)),
        ("3/11/2026", date(2026, 11, 3)), ("3.11", date(2026, 11, 3)), ("3.11.", date(2026, 11, 3)),
        ("3. 11. 2026", date(2026, 11, 3)), ("2026-11-03", date(2026, 11, 3)), ("2026. 11. 3.", date(2026, 11, 3)),
    ],
)  # fmt: skip
def test_reads(text: str, day: date) -> None:
    assert read_day(text, TODAY, DMY) == day


def test_order_is_the_locales_and_ahead_is_asked_for() -> None:
    assert read_day("3/11/2026", TODAY, MDY) == date(2026, 3, 11)
    assert read_day("mon", TODAY, DMY, ahead=True) == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["", "soon", "31/2/2026", "3/11/2026 or so", "call fri", "12"])
def test_refuses_with_what_would_be_right(text: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_day(text, TODAY, DMY)
    assert refusal.value.remedy
