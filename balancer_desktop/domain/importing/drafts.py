"""What an import would write: people and entries, not yet in the book.

`party` of an entry refers to a party: its id in the book, 0 for nobody, or below zero the (−party − 1)th new person.
A file can hold a million entries: they are tuples, and handed on in lots, column by column.
"""

from collections.abc import Sequence
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
    """amount in minor units, never zero; a refund is negative. owed: not paid yet."""

    on: date
    party: int
    amount: int
    owed: bool
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
    introductory: bool = False


class Lot(NamedTuple):
    """Some entries of one kind: ISO days, parties, amounts or minutes, marks, memos, import keys.

    A mark is OWED or nothing of a sale, a side or nothing of other entries; of an introductory expense INTRODUCTORY
    goes before it.
    """

    on: Sequence[str]
    party: Sequence[int]
    measure: Sequence[int]
    mark: Sequence[str]
    memo: Sequence[str]
    key: Sequence[str]


OWED = "owed"
"""The mark of a sale that is not paid yet."""

INTRODUCTORY = "+"


def marks_of(mark: str) -> tuple[str, str]:
    """INTRODUCTORY or nothing, and the side or nothing, of an entry's mark."""
    return (INTRODUCTORY, mark[1:]) if mark.startswith(INTRODUCTORY) else ("", mark)


Plain = tuple[str, int, int, str, str, str]
"""One row of a lot."""


def sale_draft(row: Plain) -> SaleDraft:
    """The sale in one row of a lot."""
    on, party, amount, mark, memo, key = row
    return SaleDraft(date.fromisoformat(on), party, amount, mark == OWED, memo, key)


def work_draft(row: Plain) -> WorkDraft:
    """The work in one row of a lot."""
    on, party, minutes, mark, note, key = row
    return WorkDraft(date.fromisoformat(on), party, minutes, Side(mark) if mark else None, note, key)


def expense_draft(row: Plain) -> ExpenseDraft:
    """The expense in one row of a lot."""
    on, party, amount, mark, memo, key = row
    introductory, side = marks_of(mark)
    return ExpenseDraft(
        date.fromisoformat(on), party, amount, Side(side) if side else None, memo, key, bool(introductory)
    )
