"""Where a plan is put together while the files are read."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date

from balancer_desktop.app.importing.drafts import Drafts
from balancer_desktop.app.importing.planned import Counts, ImportPlan, PreviewRow, Status
from balancer_desktop.app.importing.readings import Reading
from balancer_desktop.domain.errors import BadInput, Refused
from balancer_desktop.domain.importing.directory import Directory
from balancer_desktop.domain.importing.drafts import (
    ExpenseDraft,
    SaleDraft,
    WorkDraft,
    expense_draft,
    sale_draft,
    work_draft,
)
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.issue import Issue, WrongCell
from balancer_desktop.domain.importing.keys import Ordinals
from balancer_desktop.domain.importing.known import Known, KnownRecord
from balancer_desktop.domain.importing.records import Record
from balancer_desktop.domain.money import Currency

MOST_ISSUES = 1_000
STEP = 5_000
Progress = Callable[[int], bool]
"""Called with the number of rows read so far; returning False stops the import."""


class Held:
    """The records of a kind: those of the book by what they are known by and by id, and which the files brought."""

    def __init__(self, book: Iterable[KnownRecord]) -> None:
        self.book: dict[Hashable, list[int]] = {}
        self.marks: dict[int, frozenset[Hashable]] = {}
        self.files: set[Hashable] = set()
        for record in book:
            self.book.setdefault(record.identity, []).append(record.id)
            self.marks[record.id] = record.marks


class Workbench:
    """One import being planned: who is who, which keys are taken, and what has been found so far."""

    def __init__(self, known: Known, unit: Currency, today: date, preview: int, progress: Progress | None) -> None:
        self.known = known
        self.today = today
        self.unit = unit
        self.directory = Directory(known)
        self.ordinals = Ordinals()
        self.counts = {kind: Counts() for kind in Kind}
        self.sales = Drafts(sale_draft)
        self.work = Drafts(work_draft)
        self.expenses = Drafts(expense_draft)
        self.records: dict[Kind, list[Record]] = {}
        self.sales_total = 0
        self.preview: list[PreviewRow] = []
        self.issues: list[Issue] = []
        self.unread: dict[str, str] = {}
        """Number of a person whose row is wrong → the row, as `people.csv, line 3`."""
        self.shown_per_sheet = preview
        self._progress = progress
        self._rows = 0
        self._held: dict[Kind, Held] = {}
        self._numbered: dict[Kind, dict[str, int]] = {}

    def drafts_of(self, kind: Kind) -> Drafts[SaleDraft] | Drafts[WorkDraft] | Drafts[ExpenseDraft]:
        """Where the entries of a kind go; people go into the directory, all else among the records."""
        match kind:
            case Kind.SALES:
                return self.sales
            case Kind.WORK:
                return self.work
            case _:
                return self.expenses

    def held(self, kind: Kind) -> Held:
        """The records there are of a kind, those of sheets before included."""
        if kind not in self._held:
            self._held[kind] = Held(self.known.records(kind))
        return self._held[kind]

    def numbered(self, kind: Kind) -> dict[str, int]:
        """The inquiries or opportunities of the files by their numbers there, as references."""
        return self._numbered.setdefault(kind, {})

    def refuse(self, reading: Reading, line: int, wrong: BadInput) -> PreviewRow:
        """Note a row that cannot be read; the row to show for it."""
        kind, sheet = reading.mapping.kind, reading.sheet
        column = sheet.headings[wrong.column] if isinstance(wrong, WrongCell) else sheet.headings[0]
        self.counts[kind].wrong += 1
        if len(self.issues) < MOST_ISSUES:
            self.issues.append(Issue(sheet.label, line, column, wrong.what, wrong.remedy))
        return PreviewRow(sheet.label, line, kind, Status.WRONG, why=f"{column}: {wrong.what}")

    def tick(self, rows: int) -> None:
        """Count rows and say now and then how far it is; Refused when the owner stops it."""
        before, self._rows = self._rows, self._rows + rows
        if self._progress and before // STEP != self._rows // STEP and not self._progress(self._rows):
            raise Refused("The import was stopped.", "Nothing was changed.")

    def plan(self, *, skip_wrong: bool) -> ImportPlan:
        """What has been found, as the plan."""
        return ImportPlan(
            people=tuple(self.directory.new),
            sales=self.sales,
            work=self.work,
            expenses=self.expenses,
            records=self.records,
            counts=self.counts,
            sales_total=self.sales_total,
            preview=tuple(self.preview),
            issues=tuple(self.issues),
            skip_wrong=skip_wrong,
        )
