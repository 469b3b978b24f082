"""Spans of days in the words people use: `9 days`, `5 weeks`, `4 months`, `3 years`."""

from enum import Enum


class Unit(Enum):
    """A span's unit: its days, and its name."""

    DAY = (1.0, "day")
    WEEK = (7.0, "week")
    MONTH = (30.4375, "month")
    YEAR = (365.25, "year")

    @property
    def days(self) -> float:
        return self.value[0]

    def count(self, days: float) -> int:
        """Whole units, halves up."""
        return int(days / self.days + 0.5)

    def counted(self, number: int) -> str:
        return f"{number} {self.value[1]}{'' if number == 1 else 's'}"


def unit_of(days: float) -> Unit:
    """Days below two weeks, weeks below three months, months below two years, years beyond."""
    if days < 14:
        return Unit.DAY
    if days < 3 * Unit.MONTH.days:
        return Unit.WEEK
    return Unit.MONTH if days < 2 * Unit.YEAR.days else Unit.YEAR


def span(days: float) -> str:
    """`3 weeks`."""
    unit = unit_of(days)
    return unit.counted(unit.count(days))


def ago(days: int) -> str:
    """`today`, `yesterday`, `3 weeks ago`."""
    return {0: "today", 1: "yesterday"}.get(days) or f"{span(days)} ago"


def every(days: float) -> str:
    """`every day`, `every 5 weeks`."""
    unit = unit_of(days)
    number = max(1, unit.count(days))
    return f"every {unit.value[1] if number == 1 else unit.counted(number)}"
