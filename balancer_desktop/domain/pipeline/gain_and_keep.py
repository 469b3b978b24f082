"""What it costs to gain a customer against what it costs to keep one, over 12 months, from the owner's own records.

No folk ratio: to gain one is all that was spent on gaining, on those who were not won as well, by customers gained; to
keep one is all that was spent on keeping, by the customers there were on average (numbers.md §7 of the design).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from balancer_desktop.domain.pipeline.winning_cost import UNPRICED, priced

FEWEST = 3
"""Fewer customers gained, or kept, tell of those alone."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Minutes, and money in minor units."""

    minutes: int = 0
    spent: int = 0

    def priced(self, hourly_cost: int) -> int:
        """Both in minor units."""
        return self.spent + priced(self.minutes, hourly_cost)


@dataclass(frozen=True, slots=True)
class GainAndKeep:
    """From `first` to `last`, both included.

    gained: customers; kept: how many there were on average. months: of records there are by then. hourly_cost: minor
    units, 0 when not said.
    """

    first: date
    last: date
    gaining: Effort
    keeping: Effort
    gained: int
    kept: Fraction
    months: int
    hourly_cost: int

    @property
    def withheld(self) -> str:
        """Why the figures for one customer are not told, a sentence; empty when they are."""
        if self.months < 12:
            return f"Needs 12 months of records; you have {self.months}."
        if self.gained < FEWEST:
            return f"Needs {FEWEST} customers gained in 12 months; you gained {self.gained}."
        if self.kept < FEWEST:
            return f"Needs {FEWEST} current customers on average; you had {float(self.kept):.1f}."
        return ""

    @property
    def unpriced(self) -> str:
        """What to do so that hours become money, a sentence; empty when they are, or there are none."""
        return UNPRICED if not self.hourly_cost and (self.gaining.minutes or self.keeping.minutes) else ""

    @property
    def to_gain_one(self) -> Effort | None:
        """Hours and money of one customer gained; None while withheld."""
        return None if self.withheld else _each(self.gaining, Fraction(self.gained))

    @property
    def to_keep_one(self) -> Effort | None:
        """Hours and money of one customer kept for the 12 months; None while withheld."""
        return None if self.withheld else _each(self.keeping, self.kept)

    @property
    def cost_to_gain(self) -> int | None:
        """Of one customer, hours priced, in minor units; None while withheld or unpriced."""
        return self._priced(self.gaining, Fraction(self.gained))

    @property
    def cost_to_keep(self) -> int | None:
        """As cost_to_gain, for the 12 months."""
        return self._priced(self.keeping, self.kept)

    @property
    def ratio(self) -> float | None:
        """Gaining one costs so many times what keeping one does; None while either is not told, or keeping is free."""
        gain, keep = self.cost_to_gain, self.cost_to_keep
        return gain / keep if gain is not None and keep is not None and keep > 0 else None

    def _priced(self, effort: Effort, count: Fraction) -> int | None:
        if self.withheld or self.unpriced:
            return None
        return round(effort.priced(self.hourly_cost) / count)


def average_current(changes: Iterable[tuple[int, date, bool]], days: Sequence[date]) -> Fraction:
    """How many were current customers at the ends of these days, on average.

    changes: (party, day, whether it is current from then on), party by party, each in order.
    """
    total, before = 0, 0
    since: date | None = None
    for party, on, current in changes:
        if party != before:
            total += _counted(since, date.max, days)
            before, since = party, None
        if since and not current:
            total += _counted(since, on, days)
        since = (since or on) if current else None
    return Fraction(total + _counted(since, date.max, days), len(days))


def _counted(since: date | None, until: date, days: Sequence[date]) -> int:
    return sum(since <= day < until for day in days) if since else 0


def _each(effort: Effort, count: Fraction) -> Effort:
    return Effort(round(effort.minutes / count), round(effort.spent / count))
