"""What happens with a party on a date: work, sales, spending, contacts and next steps."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import LARGEST
from balancer_desktop.domain.side import Side

LONGEST_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Work:
    """Minutes worked on a date; party_id 0 when it concerns nobody in particular."""

    on: date
    minutes: int
    side: Side
    party_id: int = 0
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Sale:
    """Money earned from a party, in minor units; a refund is negative. owed: not paid yet, so not in cash."""

    on: date
    party_id: int
    amount: int
    memo: str = ""
    owed: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Expense:
    """Money spent, in minor units, on one side; a supplier's refund is negative.

    introductory: a discount or a trial that helped to win the party, whenever it fell (numbers.md §10 of the design).
    """

    on: date
    amount: int
    side: Side
    party_id: int = 0
    memo: str = ""
    id: int = 0
    introductory: bool = False


class Channel(StrEnum):
    """How somebody was spoken to; a missed call is none of them, but an inquiry that waits."""

    CALL = "call"
    EMAIL = "e-mail"
    VISIT = "visit"
    MESSAGE = "message"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Contact:
    """Something said or tried on a date: a call, a visit, a note.

    incoming: they turned to the owner. answered: the other side was reached, or wrote back.
    """

    on: date
    party_id: int
    channel: Channel
    note: str = ""
    id: int = 0
    incoming: bool = False
    answered: bool = True


@dataclass(frozen=True, slots=True)
class NextStep:
    """A dated thing to do with a party; done_on is None while it is open.

    outcome: what became of it, in a sentence. closed_by: the change of standing that closed it undone, 0 when none did.
    opportunity_id: what it serves, 0 for the party as a whole. checklist: the name of the list it belongs to.
    """

    due: date
    party_id: int
    what: str
    done_on: date | None = None
    id: int = 0
    outcome: str = ""
    closed_by: int = 0
    opportunity_id: int = 0
    checklist: str = ""


def duration_words(minutes: int) -> str:
    """`2 h 30 min`, `45 min`, `3 h`; `-15 min` of what cannot be."""
    if minutes < 0:
        return f"-{duration_words(-minutes)}"
    hours, rest = divmod(minutes, 60)
    return " ".join(([f"{hours} h"] if hours else []) + ([f"{rest} min"] if rest or not hours else []))


def checked_work(work: Work) -> Work:
    """The entry itself; BadInput for no time, or more than a day has."""
    if not 0 < work.minutes <= LONGEST_DAY:
        worked = duration_words(work.minutes)
        raise BadInput(f"{worked} cannot be worked in one day.", "Give between 1 minute and 24 hours.")
    return work


def checked_amount(amount: int) -> int:
    """The amount itself; BadInput for zero or more than the ledger can sum."""
    if amount == 0:
        raise BadInput("The amount is zero.", "Give what was earned or spent.")
    if abs(amount) > LARGEST:
        raise BadInput("The amount is too large.", "Check the digits.")
    return amount
