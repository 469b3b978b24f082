"""A calendar month as a value that can be counted and compared."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from re import fullmatch

from balancer_desktop.domain.errors import BadInput


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """year 1..9999, month 1..12."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """`2026-11` → Month(2026, 11); BadInput otherwise."""
        found = fullmatch(r"([0-9]{4})-([0-9]{1,2})", text.strip())
        if found and int(found[1]) > 0 and 1 <= int(found[2]) <= 12:
            return cls(int(found[1]), int(found[2]))
        raise BadInput(f"“{text[:40]}” is not a month.", "Write it like 2026-11.")

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def plus(self, months: int) -> "Month":
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, month + 1)

    def until(self, last: "Month") -> "Iterator[Month]":
        """Every month from this one to the last, both included."""
        month = self
        while month <= last:
            yield month
            month = month.plus(1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def trailing(today: date, count: int) -> list[Month]:
    """The `count` months that end with today's, oldest first."""
    this = Month.of(today)
    return list(this.plus(1 - count).until(this))
