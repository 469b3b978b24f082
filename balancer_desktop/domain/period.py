"""The stretch of time a list of entries covers: a month, a year, twelve months, or everything."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from balancer_desktop.domain.month import Month

_FIRST, _LAST = Month(1, 1), Month(9999, 12)


class Stretch(StrEnum):
    """How long a period is; stepping moves it by its own length."""

    MONTH = "month"
    YEAR = "year"
    TWELVE = "twelve"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Period:
    """end is the last month: any month of the year for YEAR, the latest of the twelve for TWELVE."""

    stretch: Stretch
    end: Month

    @property
    def first(self) -> Month:
        if self.stretch is Stretch.ALL:
            return _FIRST
        months_before = {Stretch.MONTH: 0, Stretch.YEAR: self.last.month - 1, Stretch.TWELVE: 11}
        return self.last.plus(-months_before[self.stretch])

    @property
    def last(self) -> Month:
        if self.stretch is Stretch.ALL:
            return _LAST
        return Month(self.end.year, 12) if self.stretch is Stretch.YEAR else self.end

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.first.first, self.last.last

    def stepped(self, by: int) -> "Period":
        """The period `by` lengths later; everything has no neighbour and stays."""
        months = {Stretch.MONTH: 1, Stretch.YEAR: 12, Stretch.TWELVE: 12, Stretch.ALL: 0}[self.stretch]
        moved = self.end.plus(by * months)
        return replace(self, end=min(max(moved, _FIRST.plus(24)), _LAST.plus(-24)))


def month(when: Month) -> Period:
    return Period(Stretch.MONTH, when)
