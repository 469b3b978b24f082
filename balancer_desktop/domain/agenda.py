"""What waits for the owner, in the order in which it should be seen to."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from balancer_desktop.domain.month import Month


class Waiting(IntEnum):
    """Kinds of things that wait, the most urgent first."""

    TIMER = 0
    MISSED_CALL = 1
    OVERDUE = 2
    TODAY = 3
    OWES = 4
    SOON = 5


MUST = frozenset((Waiting.MISSED_CALL, Waiting.OVERDUE, Waiting.TODAY))
"""What is for today and no other day."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One line of today's list.

    on: when it came, is due, or has been owed since. what: the owner's own words, perhaps none. ids: of the contact,
    the step or the unpaid sales. amount: minor units owed.
    """

    kind: Waiting
    on: date
    party_id: int = 0
    who: str = ""
    what: str = ""
    ids: tuple[int, ...] = ()
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Owing:
    """What a party owes: minor units, of which sales, and since when."""

    party_id: int
    amount: int
    since: date
    sale_ids: tuple[int, ...]


def ordered(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The most urgent kind first, and within it what has waited longest."""
    return sorted(items, key=lambda item: (item.kind, item.on, item.who, item.ids))


def step_kind(due: date, today: date) -> Waiting:
    if due == today:
        return Waiting.TODAY
    return Waiting.OVERDUE if due < today else Waiting.SOON


def postponed(due: date, today: date, weeks: int = 0, months: int = 0) -> date:
    """The day so many weeks and months later; what is overdue is counted from today, not from its missed day."""
    start = max(due, today)
    month = Month.of(start).plus(months)
    day = min(start.day, monthrange(month.year, month.month)[1])
    return date(month.year, month.month, day) + timedelta(weeks=weeks)
