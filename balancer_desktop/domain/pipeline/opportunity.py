"""An opportunity: something that may become a sale, for a prospect or for a customer one has already."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Outcome(StrEnum):
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class StageMove:
    """It is in the stage from the day on."""

    on: date
    stage_id: int
    id: int = 0


@dataclass(frozen=True, slots=True)
class Parking:
    """From the day on it waits, and comes back on the day `until`; one that is not later than `on` ends the parking."""

    on: date
    until: date
    id: int = 0


@dataclass(frozen=True, slots=True)
class Opportunity:
    """value: minor units, 0 when not known. probability: the owner's own for this one, None for that of its stage.

    origin: where it came from (a word such as “referral”). moves begin with the stage it was opened in; moves and
    parkings are in order of day. closed, outcome: when and how it ended, both None while it is open. reason_id, note:
    why it was lost, and in words. agreed: the value agreed on winning; sale_id: the sale it became; ends: until when
    that work will run. referrer_told: when the referrer heard what became of it. source: its import key.
    """

    party_id: int
    title: str
    opened: date
    value: int = 0
    probability: int | None = None
    origin: str = ""
    referred_by: int = 0
    inquiry_id: int = 0
    expected: date | None = None
    closed: date | None = None
    outcome: Outcome | None = None
    reason_id: int = 0
    note: str = ""
    agreed: int | None = None
    sale_id: int = 0
    ends: date | None = None
    referrer_told: date | None = None
    source: str = ""
    moves: tuple[StageMove, ...] = ()
    parkings: tuple[Parking, ...] = ()
    id: int = 0

    @property
    def stage_id(self) -> int:
        """The latest stage: where it stands, or where it was won or lost; 0 for one not in the book yet."""
        return self.moves[-1].stage_id if self.moves else 0


def open_on(opportunity: Opportunity, day: date) -> bool:
    """Whether it was open at the end of the day."""
    return opportunity.opened <= day and (opportunity.closed is None or opportunity.closed > day)


def outcome_on(opportunity: Opportunity, day: date) -> Outcome | None:
    """How it had ended by the end of the day; None while it had not."""
    return opportunity.outcome if opportunity.closed and opportunity.closed <= day else None


def stage_on(opportunity: Opportunity, day: date) -> int:
    """The stage at the end of the day; 0 before it was opened."""
    return _latest(((move.on, move.stage_id) for move in opportunity.moves), day, 0)


def parked_on(opportunity: Opportunity, day: date) -> date | None:
    """Until when it was parked at the end of the day; None when it was not."""
    until = _latest(((parking.on, parking.until) for parking in opportunity.parkings), day, date.min)
    return until if until > day else None


def still_open(opportunity: Opportunity, day: date) -> Opportunity:
    """One that was open at the end of the day, without what was dated later; what has no date is as it is now."""
    moves = tuple(move for move in opportunity.moves if move.on <= day)
    return replace(
        opportunity,
        closed=None,
        outcome=None,
        reason_id=0,
        note="",
        agreed=None,
        sale_id=0,
        ends=None,
        referrer_told=None,
        moves=moves or opportunity.moves[:1],
        parkings=tuple(parking for parking in opportunity.parkings if parking.on <= day),
    )


def _latest(dated: Iterable[tuple[date, T]], day: date, nothing: T) -> T:
    return next((value for on, value in reversed([*dated]) if on <= day), nothing)
