"""Where a party stands with the business, and the dated history of it (numbers.md §1 of the design)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Changed only by the owner, or by a rule the owner switched on."""

    PROSPECT = "prospect"
    CURRENT = "current"
    LAPSED = "lapsed"
    EX = "ex"


class ReasonClass(StrEnum):
    """Whether a party left for reasons of its own, because of us, or nobody knows."""

    BENIGN = "benign"
    PERFORMANCE = "performance"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ExitReason:
    """A label with its class. A reason in use is retired, never re-purposed."""

    label: str
    kind: ReasonClass
    retired: bool = False
    id: int = 0


FIRST_REASONS = (
    ExitReason("Closed the business", ReasonClass.BENIGN),
    ExitReason("Moved away", ReasonClass.BENIGN),
    ExitReason("Graduated", ReasonClass.BENIGN),
    ExitReason("Retired", ReasonClass.BENIGN),
    ExitReason("Died", ReasonClass.BENIGN),
    ExitReason("Project over", ReasonClass.BENIGN),
    ExitReason("Changed career", ReasonClass.BENIGN),
    ExitReason("Price", ReasonClass.PERFORMANCE),
    ExitReason("Quality", ReasonClass.PERFORMANCE),
    ExitReason("Service", ReasonClass.PERFORMANCE),
    ExitReason("Neglected", ReasonClass.PERFORMANCE),
    ExitReason("Went to a rival", ReasonClass.PERFORMANCE),
    ExitReason("Unknown", ReasonClass.UNKNOWN),
)


@dataclass(frozen=True, slots=True)
class StandingChange:
    """One dated row of a party's history. cause_sale is the sale whose rule made it, 0 when the owner did.

    Of those who left: the folder they are filed in (0: none of the owner's own), and the hook, what to come back to
    them for, with the day for it and the day it was done.
    """

    party_id: int
    on: date
    standing: Standing
    reason_id: int = 0
    note: str = ""
    cause_sale: int = 0
    id: int = 0
    folder_id: int = 0
    hook: str = ""
    hook_due: date | None = None
    hook_done: date | None = None


def ex_spell(history: list[StandingChange]) -> list[StandingChange]:
    """The changes by which somebody is ex now, oldest first, of a history in order; empty for all who are not."""
    before = next((place for place in range(len(history), 0, -1) if history[place - 1].standing is not Standing.EX), 0)
    return history[before:]


def standing_on(history: Iterable[StandingChange], day: date) -> Standing:
    """The latest change on or before the day decides; before the first one, a prospect.

    Of several on one day the largest id decides; where ids are equal (not saved yet), the last in order.
    """
    past = sorted((change for change in history if change.on <= day), key=lambda c: (c.on, c.id))
    return past[-1].standing if past else Standing.PROSPECT
