"""What a month adds up to: sales, spending, and hours of every side."""

from collections.abc import Iterable
from dataclasses import dataclass

from balancer_desktop.domain.month import Month


@dataclass(frozen=True, slots=True)
class MonthTotals:
    """sales and expenses in minor units, refunds taken off; minutes of all sides, running the business included."""

    month: Month
    sales: int = 0
    expenses: int = 0
    minutes: int = 0

    @property
    def difference(self) -> int:
        """What is left of the sales after the spending; below zero when more was spent."""
        return self.sales - self.expenses


def summed(months: Iterable[MonthTotals]) -> tuple[int, int, int]:
    """(sales, expenses, minutes) of several months."""
    rows = list(months)
    return sum(m.sales for m in rows), sum(m.expenses for m in rows), sum(m.minutes for m in rows)
