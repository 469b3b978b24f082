"""Entries hold what can be true of a day."""

from datetime import date

import pytest

from balancer_desktop.domain.entries import Work, checked_amount, checked_work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import LARGEST
from balancer_desktop.domain.side import Side


def work(minutes: int) -> Work:
    return Work(date(2026, 1, 1), minutes, Side.KEEP)


@pytest.mark.parametrize("minutes", [1, 15, 480, 1440])
def test_a_day_holds_up_to_24_hours(minutes: int) -> None:
    """From a minute to the whole day."""
    assert checked_work(work(minutes)) == work(minutes)


@pytest.mark.parametrize("minutes", [0, -15, 1441, 10**9])
def test_other_minutes_are_refused(minutes: int) -> None:
    """No time, negative time, or more than a day has."""
    with pytest.raises(BadInput, match="cannot be worked in one day"):
        checked_work(work(minutes))


@pytest.mark.parametrize("amount", [1, -1, 450_00, LARGEST, -LARGEST])
def test_an_amount_either_way(amount: int) -> None:
    """Refunds are negative, and the largest amount is still one."""
    assert checked_amount(amount) == amount


@pytest.mark.parametrize("amount", [0, LARGEST + 1, -LARGEST - 1])
def test_no_amount_and_too_large_an_amount(amount: int) -> None:
    """Zero says nothing; more than LARGEST could not be summed."""
    with pytest.raises(BadInput, match="amount is"):
        checked_amount(amount)
