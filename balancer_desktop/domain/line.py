"""One line of the lists of sales, spending and hours."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from balancer_desktop.domain.side import Side


class LineKind(StrEnum):
    SALE = "sale"
    EXPENSE = "expense"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Line:
    """amount is minor units, or minutes for work; who is empty when it concerns nobody in particular.

    A sale has no side of its own (the mix classes it); owed: not paid yet.
    """

    kind: LineKind
    id: int
    on: date
    party_id: int
    who: str
    what: str
    amount: int
    side: Side | None = None
    owed: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """The newest lines of a list, and how many there are and what they add up to with those not fetched."""

    rows: tuple[Line, ...]
    count: int
    total: int
