"""The retention-versus-acquisition mix: classes of sales and monthly totals per side (design, numbers §2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side

NEW_DAYS = 90
"""A party is new for this many days from its first sale; a win-back spell lasts as long."""
SILENT_DAYS = 365
"""A sale after a longer silence than this wins the party back."""


class Measure(StrEnum):
    """What the mix is counted in: minutes, minor units of income, of money spent, or parties."""

    HOURS = "hours"
    INCOME = "income"
    MONEY = "money"
    HEADS = "heads"


@dataclass(frozen=True, slots=True)
class MixMonth:
    """One month's totals in a measure's unit: minutes, minor units, or distinct parties."""

    month: Month
    keep: int = 0
    gain: int = 0
    win_back: int = 0

    @property
    def share(self) -> float | None:
        """Acquisition's part, 0..1; None when the month holds nothing (or refunds leave no positive base)."""
        acquired, whole = self.gain + self.win_back, self.keep + self.gain + self.win_back
        if whole <= 0:
            return None
        return min(1.0, max(0.0, acquired / whole))


@dataclass(frozen=True, slots=True)
class Mix:
    """Months in order; band is the target share (low, high), 0..1; the last month may be unfinished."""

    measure: Measure
    months: tuple[MixMonth, ...]
    band: tuple[float, float]
    unfinished: Month | None


class PartyMonth(NamedTuple):
    """What one party brought in one month on one side: income in minor units, heads 0 or 1."""

    month: Month
    side: Side
    income: int
    heads: int


def classify(
    sales: Sequence[tuple[date, int]],
    customer_since: date | None = None,
    new_days: int = NEW_DAYS,
    silent_days: int = SILENT_DAYS,
) -> list[Side]:
    """The side of each of one party's sales: gain (new), win back, or keep (existing).

    sales: (date, amount) in date order; an amount below zero is a refund, which takes the class of the latest
    earlier sale and counts for no date of its own. A refund that precedes every sale is classed as a sale would be.
    """
    sides: list[Side] = []
    # Days are counted as ordinals: an import classifies a million sales, and differences of dates are slow.
    first, previous, spell = customer_since.toordinal() if customer_since else None, None, None
    latest: Side | None = None
    for on, amount in sales:
        if amount < 0 and latest is not None:
            sides.append(latest)
            continue
        day = on.toordinal()
        since = day if first is None or day < first else first
        if day - since < new_days:
            side = Side.GAIN
        elif previous is not None and day - previous > silent_days:
            side, spell = Side.WIN_BACK, day
        elif spell is not None and day - spell < new_days:
            side = Side.WIN_BACK
        else:
            side = Side.KEEP
        sides.append(side)
        if amount >= 0:
            first, previous, latest = since, day, side
    return sides


def party_months(sales: Sequence[tuple[date, int]], sides: Iterable[Side]) -> list[PartyMonth]:
    """One party's classified sales gathered by month and side; the head goes to its first sale of the month."""
    totals: dict[tuple[int, Side], int] = {}
    heads: dict[int, Side] = {}
    for (on, amount), side in zip(sales, sides, strict=True):
        month = on.year * 100 + on.month
        totals[month, side] = totals.get((month, side), 0) + amount
        if amount >= 0:
            heads.setdefault(month, side)
    return [
        PartyMonth(_month(month), side, income, int(heads.get(month) is side))
        for (month, side), income in totals.items()
    ]


@cache
def _month(number: int) -> Month:
    """202611 → November 2026."""
    return Month(*divmod(number, 100))
