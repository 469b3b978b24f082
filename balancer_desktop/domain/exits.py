"""Who left and why, over time, and how many have to be won to stand still (numbers §3 of the design).

An exit is the first day at whose end somebody is ex. Whoever was back on that very day never left, and whoever came
into the book as ex left before its time: neither counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.standing import ReasonClass, Standing

_BOUGHT = (Standing.CURRENT, Standing.LAPSED)
_YEAR = 365.25


class Turn(NamedTuple):
    """A change of standing, as much of it as tells who left. A tuple, because a book can hold very many."""

    party_id: int
    on: date
    standing: Standing
    reason_id: int = 0


class Exit(NamedTuple):
    """was_customer: they had been current or lapsed before, so that somebody has to be won in their place."""

    party_id: int
    on: date
    reason_id: int
    kind: ReasonClass
    was_customer: bool


class Span(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Count:
    """How many left, by why."""

    benign: int = 0
    performance: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        return self.benign + self.performance + self.unknown

    @property
    def performance_range(self) -> tuple[int, int]:
        """The fewest and the most who left because of us: those of whom nobody knows may have, or not."""
        return self.performance, self.performance + self.unknown


@dataclass(frozen=True, slots=True)
class Attrition:
    """Customers who left for reasons of their own: in the 12 months up to today, and in all since records began."""

    last_year: int
    total: int
    since: date | None
    today: date

    @property
    def years(self) -> float:
        """How long there are records, in years of 365.25 days, today included."""
        return ((self.today - self.since).days + 1) / _YEAR if self.since else 0.0

    @property
    def a_year(self) -> float | None:
        """The yearly average; None with records of less than 12 months."""
        return self.total / self.years if self.since and _year_after(self.since) <= self.today else None


def exits_of(turns: Iterable[Turn], classes: Mapping[int, ReasonClass]) -> list[Exit]:
    """The exits by day, from whole histories: the turns of one party lie together, in their order.

    classes: by reason; a leaving without a known reason is of unknown class.
    """
    found = [one for _, history in groupby(turns, lambda turn: turn.party_id) for one in _exits(list(history), classes)]
    return sorted(found, key=lambda one: (one.on, one.party_id))


def count(exits: Iterable[Exit]) -> Count:
    kinds = Counter(one.kind for one in exits)
    return Count(kinds[ReasonClass.BENIGN], kinds[ReasonClass.PERFORMANCE], kinds[ReasonClass.UNKNOWN])


def over_time(exits: Iterable[Exit], span: Span, first: Month, last: Month) -> dict[str, Count]:
    """`2026-11`, `2026-Q4` or `2026` → count, for every span that holds a month from first to last."""
    named: dict[str, list[Exit]] = {name_of(month, span): [] for month in first.until(last)}
    for one in exits:
        if (name := name_of(Month.of(one.on), span)) in named:
            named[name].append(one)
    return {name: count(within) for name, within in named.items()}


def name_of(month: Month, span: Span) -> str:
    """The month, the quarter or the year that a month lies in."""
    if span is Span.YEAR:
        return f"{month.year:04d}"
    return f"{month.year:04d}-Q{(month.month + 2) // 3}" if span is Span.QUARTER else str(month)


def by_reason(exits: Iterable[Exit]) -> dict[int, Counter[int]]:
    """Reason → year → how many left for it."""
    found: dict[int, Counter[int]] = {}
    for one in exits:
        found.setdefault(one.reason_id, Counter())[one.on.year] += 1
    return found


def attrition(exits: Iterable[Exit], since: date | None, today: date) -> Attrition:
    """Benign exits of customers; `since` is when records began, None for a book without any."""
    benign = [one.on for one in exits if one.kind is ReasonClass.BENIGN and one.was_customer and one.on <= today]
    return Attrition(sum(on > _year_before(today) for on in benign), len(benign), since, today)


def attrition_sentence(found: Attrition, name: Callable[[Month], str] = str) -> str:
    """How many customers have to be replaced a year whatever the owner does, with the data it stands on."""
    if found.since is None:
        return "Nobody has left yet."
    if found.a_year is None:
        left = f"{_customers(found.total)} left for reasons of their own so far"
        have = _counted(_whole_months(found.since, found.today), "month")
        return f"{left}. What that makes a year needs 12 months of records; you have {have}."
    left = f"{_customers(found.last_year)} left for reasons of their own in the last 12 months"
    data = f"{found.total} in {found.years:.1f} years, since {name(Month.of(found.since))}"
    average = f"{left}; on average {found.a_year:.1f} a year ({data})."
    return f"{average} That many new ones keep you where you are." if found.total else average


def performance_words(found: Count) -> str:
    """`3`, or `3 to 5` while nobody knows why some left."""
    low, high = found.performance_range
    return str(low) if low == high else f"{low} to {high}"


def _exits(history: Sequence[Turn], classes: Mapping[int, ReasonClass]) -> Iterator[Exit]:
    standing, bought = history[0].standing, history[0].standing in _BOUGHT
    for on, of_day in groupby(history[1:], lambda turn: turn.on):
        turns = list(of_day)
        bought = bought or any(turn.standing in _BOUGHT for turn in turns)
        before, standing = standing, turns[-1].standing
        if standing is Standing.EX and before is not Standing.EX:
            reason = turns[-1].reason_id
            yield Exit(turns[-1].party_id, on, reason, classes.get(reason, ReasonClass.UNKNOWN), bought)


def _customers(number: int) -> str:
    return _counted(number, "customer") if number else "No customer"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _whole_months(since: date, today: date) -> int:
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
