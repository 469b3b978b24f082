"""What becomes of one party in the three years, before it has a name."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from balancer_desktop.domain.demo.seasons import Calendar

FRESH = 4
"""Whoever called less than so many days ago has not been answered yet."""


class Fate(Enum):
    """Where a party ends up. QUIET ones are current but overdue by their own rhythm."""

    PROSPECT = auto()
    CURRENT = auto()
    QUIET = auto()
    LAPSED = auto()
    EX = auto()
    RETURNED = auto()


@dataclass(frozen=True, slots=True)
class Life:
    """known_on: first contact, or customer since for a founder (a customer from before the book).

    starts: planned first sale, None for a prospect. gap: days between sales. stops: no sale after it, None for none
    such. left_on and reason: for ex ones. returns: the sale that ends a returned one's silence; noticed: whether the
    owner has seen to it that they are current again.
    """

    known_on: date
    starts: date | None = None
    gap: int = 90
    fate: Fate = Fate.CURRENT
    founder: bool = False
    business: bool = False
    large: bool = False
    stops: date | None = None
    left_on: date | None = None
    reason: str = ""
    returns: date | None = None
    noticed: bool = True

    def is_unanswered(self, calendar: Calendar) -> bool:
        """Nobody called a prospect back in time: it is too fresh, or it came in the drought."""
        fresh = (calendar.today - self.known_on).days < FRESH
        return self.fate is Fate.PROSPECT and (fresh or calendar.is_drought(self.known_on))
