"""The plan of an import: what would be written, what is there already, and what is wrong; nothing is written yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from balancer_desktop.app.importing.drafts import Drafts
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.drafts import ExpenseDraft, PersonDraft, SaleDraft, WorkDraft
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.issue import Issue
from balancer_desktop.domain.importing.records import Record

R = TypeVar("R")


class Status(StrEnum):
    """NEW would be added; MATCHED is a person the book has; SKIPPED was imported before; WRONG cannot be read."""

    NEW = "new"
    MATCHED = "matched"
    SKIPPED = "skipped"
    WRONG = "wrong"


@dataclass(slots=True)
class Counts:
    """Rows of one kind by status; people that only a sale names count as new people."""

    new: int = 0
    matched: int = 0
    skipped: int = 0
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row as the owner checks it. value is minor units, or minutes of work, None for people; why explains."""

    file: str
    line: int
    kind: Kind
    status: Status
    who: str = ""
    on: date | None = None
    value: int | None = None
    text: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """people come before the entries and records that refer to them. sales_total: minor units of the new sales.

    issues holds the first MOST_ISSUES of the wrong rows; counts has all of them.
    """

    people: Sequence[PersonDraft]
    sales: Drafts[SaleDraft]
    work: Drafts[WorkDraft]
    expenses: Drafts[ExpenseDraft]
    records: Mapping[Kind, Sequence[Record]]
    counts: Mapping[Kind, Counts]
    sales_total: int
    preview: tuple[PreviewRow, ...]
    issues: tuple[Issue, ...]
    skip_wrong: bool = False

    @property
    def sizes(self) -> dict[Kind, int]:
        """How many records of each kind would be added."""
        sizes = {
            Kind.PEOPLE: len(self.people),
            Kind.SALES: len(self.sales),
            Kind.WORK: len(self.work),
            Kind.EXPENSES: len(self.expenses),
        }
        return sizes | {kind: len(self.records[kind]) for kind in Kind if kind in self.records}

    @property
    def new(self) -> int:
        """How many records would be added."""
        return sum(self.sizes.values())

    def of(self, kind: type[R]) -> list[R]:
        """The records of one type, in the order of their rows."""
        return [record for records in self.records.values() for record in records if isinstance(record, kind)]

    @property
    def wrong(self) -> int:
        """How many rows cannot be read."""
        return sum(counts.wrong for counts in self.counts.values())

    @property
    def applicable(self) -> bool:
        """All rows are right, or the owner leaves the wrong ones out."""
        return self.skip_wrong or not self.wrong

    def leaving_out_wrong(self) -> "ImportPlan":
        """The same plan with the owner's word that wrong rows stay out."""
        return replace(self, skip_wrong=True)

    def checked(self) -> "ImportPlan":
        """The plan itself when it may be carried out; BadInput with the first issue otherwise."""
        if self.applicable:
            return self
        first = self.issues[0]
        more = f" (and {self.wrong - 1:,} more)" if self.wrong > 1 else ""
        raise BadInput(
            f"{first.file}, line {first.line}, column “{first.column}”: {first.reason}{more} Nothing was imported.",
            first.remedy or "Correct the file, or leave the wrong rows out.",
        )

    def party_id(self, ref: int, new_ids: Sequence[int]) -> int:
        """The id behind a reference of a draft; new_ids are the ids that `people` got, in order."""
        return ref if ref >= 0 else new_ids[-ref - 1]
