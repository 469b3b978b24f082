"""The rows of an import that are no people, money or work: each new, in the book already, repeated, or wrong.

Contacts, next steps, inquiries and opportunities carry import keys, so that they are known again however they were
changed. What makes all others the same is what they say, so a row is known as well where the owner wrote it by hand.
"""

from collections.abc import Hashable

from balancer_desktop.app.importing.parties import Parties
from balancer_desktop.app.importing.pipeline_links import Links
from balancer_desktop.app.importing.planned import PreviewRow, Status
from balancer_desktop.app.importing.readings import Reading, column_name
from balancer_desktop.app.importing.record_keys import Keyed, RecordKeys
from balancer_desktop.app.importing.workbench import Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row, is_blank
from balancer_desktop.domain.importing.entry_rows import WhoColumns
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.pipeline_records import (
    InquiryRecord,
    OpportunityRecord,
    ParkingRecord,
    StageMoveRecord,
    TemplateRecord,
)
from balancer_desktop.domain.importing.record_rows import READERS
from balancer_desktop.domain.importing.records import AboutSomebody, Record, StepRecord
from balancer_desktop.domain.importing.row_cells import RowCells

IN_ORDER = (
    Kind.SETTINGS, Kind.REASONS, Kind.FOLDERS, Kind.CADENCES, Kind.STAGES, Kind.LOSS_REASONS, Kind.CHECKLISTS,
    Kind.STANDINGS, Kind.INQUIRIES, Kind.OPPORTUNITIES, Kind.STAGE_MOVES, Kind.PARKINGS, Kind.CONTACTS,
    Kind.NEXT_STEPS, Kind.PUT_OFF,
)  # fmt: skip
"""Each after those it refers to."""
_NUMBERED = (Kind.INQUIRIES, Kind.OPPORTUNITIES)


def plan_records(bench: Workbench, reading: Reading) -> None:
    """Every row of such a sheet becomes a record, is skipped, or is noted as wrong."""
    planner = _RecordPlanner(bench, reading)
    shown = 0
    for line, row in reading.sheet.rows():
        if is_blank(row):
            continue
        try:
            seen = planner.place(line, row)
        except BadInput as wrong:
            seen = bench.refuse(reading, line, wrong)
        if shown < bench.shown_per_sheet:
            bench.preview.append(seen)
            shown += 1
        bench.tick(1)


class _RecordPlanner:
    """One sheet on its way into the plan."""

    def __init__(self, bench: Workbench, reading: Reading) -> None:
        self._bench, self._sheet, self._kind = bench, reading.sheet.label, reading.mapping.kind
        self._cells, self._read = RowCells(reading.mapping, bench.today, bench.unit), READERS[self._kind]
        self._who = WhoColumns(reading.mapping)
        self._parties = Parties(bench, self._who, column_name(reading, Field.PARTY_KEY), self._kind)
        self._counts, self._records = bench.counts[self._kind], bench.records.setdefault(self._kind, [])
        self._held = bench.held(self._kind)
        self._links = Links(bench, reading, self._cells, self._who)
        self._keys = RecordKeys(bench, reading, self._held)

    def place(self, line: int, row: Row) -> PreviewRow:
        """Enter one row; what is shown for it. BadInput when it is wrong."""
        record = self._linked(self._read(self._cells, row), row)
        who = self._name(record)
        if isinstance(record, Keyed):
            record, why = self._keyed(record, row)
        else:
            why = self._known(record)
        if why:
            self._counts.skipped += 1
        else:
            self._counts.new += 1
            self._records.append(record)
        status = Status.SKIPPED if why else Status.NEW
        return PreviewRow(self._sheet, line, self._kind, status, who, record.day, text=record.words, why=why)

    def _name(self, record: Record) -> str:
        """Whom it is about; empty for what is about nobody."""
        if isinstance(record, InquiryRecord) and not record.party:
            return record.caller or record.phone or record.email
        return self._bench.directory.name_of(record.party) if isinstance(record, AboutSomebody | Keyed) else ""

    def _linked(self, record: Record, row: Row) -> Record:
        """The record with what it refers to."""
        if isinstance(record, InquiryRecord) and self._kind is Kind.INQUIRIES:
            return self._links.inquiry(record, row)
        if isinstance(record, AboutSomebody | InquiryRecord | OpportunityRecord):
            record = record._replace(party=self._parties[self._who.cells(row)])
        if isinstance(record, OpportunityRecord):
            return self._links.opportunity(record, row)
        if isinstance(record, StepRecord):
            return self._links.step(record, row)
        if isinstance(record, StageMoveRecord | ParkingRecord):
            return self._links.of_opportunity(record, row)
        return record

    def _keyed(self, record: Keyed, row: Row) -> tuple[Keyed, str]:
        """The record with its key, and why it is not new; from then on its number names it."""
        number = self._cells.line(row, Field.KEY)
        numbered = self._bench.numbered(self._kind) if self._kind in _NUMBERED and number else None
        if numbered is not None and number in numbered:
            return record, f"repeats number {number}"
        record = record._replace(key=self._keys.of(number, row))
        id_, why = self._keys.before(record, number)
        if numbered is not None:
            numbered[number] = id_ or -len(self._records) - 1
        return record, why

    def _known(self, record: Record) -> str:
        """Why a record is not new; empty when it is, and from then on it is taken."""
        if isinstance(record, StageMoveRecord | ParkingRecord):
            return "its opportunity is in the book" if record.opportunity > 0 else ""
        identity: Hashable = record.identity
        if ids := self._held.book.get(identity):
            if self._kind is Kind.STANDINGS:
                ids.pop()
            return "is in the book"
        many = self._kind is Kind.STANDINGS or isinstance(record, TemplateRecord)
        if not many and identity in self._held.files:
            return "is further up in the files"
        self._held.files.add(identity)
        return ""
