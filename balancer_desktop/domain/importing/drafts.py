"""What an import would write: people and entries, not yet in the book.

`party` of an entry refers to a party: its id in the book, 0 for nobody, or below zero the (−party − 1)th new person.
Entries are tuples, because a file can hold a million of them.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A new party and its import key; standing is None where the file says none. referred_by refers as `party` does."""

    party: Party
    key: str
    standing: Standing | None = None
    referred_by: int = 0


class SaleDraft(NamedTuple):
    """amount in minor units, never zero; a refund is negative."""

    on: date
    party: int
    amount: int
    memo: str
    key: str


class WorkDraft(NamedTuple):
    """side is None where the party's standing decides; it is never None without a party."""

    on: date
    party: int
    minutes: int
    side: Side | None
    note: str
    key: str


class ExpenseDraft(NamedTuple):
    """amount in minor units, never zero; side as in WorkDraft."""

    on: date
    party: int
    amount: int
    side: Side | None
    memo: str
    key: str


EntryDraft = SaleDraft | WorkDraft | ExpenseDraft
