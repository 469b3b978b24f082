"""What inquiries, opportunities and what belongs to them refer to: people, and each other by the file's numbers."""

from collections.abc import Callable

from balancer_desktop.app.importing.readings import Reading, column_name
from balancer_desktop.app.importing.record_keys import inquiry_numbered, opportunity_numbered
from balancer_desktop.app.importing.workbench import Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.entry_rows import WhoColumns
from balancer_desktop.domain.importing.fields import Field
from balancer_desktop.domain.importing.issue import WrongCell
from balancer_desktop.domain.importing.pipeline_records import (
    InquiryRecord,
    OpportunityRecord,
    ParkingRecord,
    StageMoveRecord,
)
from balancer_desktop.domain.importing.records import StepRecord
from balancer_desktop.domain.importing.row_cells import RowCells, reading
from balancer_desktop.domain.inquiries.checked import checked_inquiry
from balancer_desktop.domain.pipeline.checked import checked_opportunity


class Links:
    """The references of one sheet's rows."""

    def __init__(self, bench: Workbench, sheet: Reading, cells: RowCells, who: WhoColumns) -> None:
        self._bench, self._cells, self._who, self._today = bench, cells, who, bench.today
        self._person_column = column_name(sheet, Field.PARTY_KEY)
        self._opportunity_column = column_name(sheet, Field.OPPORTUNITY_KEY)
        self._inquiry_column = column_name(sheet, Field.INQUIRY_KEY)
        self._sale_column = column_name(sheet, Field.SALE_KEY)

    def inquiry(self, record: InquiryRecord, row: Row) -> InquiryRecord:
        """Whoever asked need not be in the book, and is not put in it for having asked: the name stays as it is."""
        who, directory = self._who.named(self._who.cells(row)), self._bench.directory
        party = directory.by_number(who.number, self._person_column) if who.number else None
        name = who.name if who.name != who.email else ""
        if party is None and name:
            try:
                party = directory.by_name(name, who.email)
            except BadInput:  # several are called so; the owner says which one, looking at the inquiry
                party = None
        if party is None and who.number and not name:
            raise WrongCell(self._who.first, BadInput(f"No customer has the number {who.number[:40]}.", ""))
        caller = record.caller or ("" if party else name)
        record = record._replace(party=party or 0, caller=caller)
        if not (party or caller or record.phone or record.email):
            raise WrongCell(
                self._who.first, BadInput("The row does not say who asked.", "Give a name, a number or an e-mail.")
            )
        referrer, told = self._referrer(row)
        asked = "\n".join(filter(None, (record.asked, told)))
        received = record.received if record.received.tzinfo else record.received.astimezone()
        responded = record.responded
        if responded and not responded.tzinfo:
            responded = responded.astimezone()
        record = record._replace(
            referrer=0 if referrer == party else referrer, asked=asked, received=received, responded=responded
        )
        self._check(Field.RECEIVED, lambda: checked_inquiry(record.inquiry(record.party, record.referrer), self._today))
        return record

    def opportunity(self, record: OpportunityRecord, row: Row) -> OpportunityRecord:
        """With its referrer, the inquiry it began with and the column of its sale."""
        referrer, told = self._referrer(row)
        inquiry = inquiry_numbered(self._bench, self._inquiry_column, self._cells.line(row, Field.INQUIRY_KEY))
        note = "\n".join(filter(None, (record.note, told)))
        record = record._replace(
            referrer=0 if referrer == record.party else referrer, inquiry=inquiry or 0, note=note,
            sale_column=self._sale_column,
        )  # fmt: skip
        self._check(
            Field.TITLE, lambda: checked_opportunity(record.opportunity(record.party, record.referrer), self._today)
        )
        return record

    def step(self, record: StepRecord, row: Row) -> StepRecord:
        """With the opportunity it serves, where that is in the book or the files."""
        number = self._cells.line(row, Field.OPPORTUNITY_KEY)
        return record._replace(opportunity=opportunity_numbered(self._bench, self._opportunity_column, number) or 0)

    def of_opportunity(self, record: StageMoveRecord | ParkingRecord, row: Row) -> StageMoveRecord | ParkingRecord:
        """With its opportunity; WrongCell where that is nowhere."""
        number = self._cells.line(row, Field.OPPORTUNITY_KEY)
        found = opportunity_numbered(self._bench, self._opportunity_column, number)
        if found is None:
            wrong = BadInput(
                f"No opportunity has the number {number[:40]}.",
                "Choose the file with the opportunities together with this one.",
            )
            raise WrongCell(self._cells.columns(Field.OPPORTUNITY_KEY)[0], wrong)
        return record._replace(opportunity=found)

    def _check(self, field: Field, check: Callable[[], object]) -> None:
        """WrongCell at the field's column where the parts of a record contradict."""
        reading(self._cells.columns(field)[0], check)

    def _referrer(self, row: Row) -> tuple[int, str]:
        """Who sent them; where nobody has that name a sentence that keeps it."""
        number, name = self._cells.line(row, Field.REFERRER_KEY), self._cells.line(row, Field.REFERRED_BY)
        directory, found = self._bench.directory, None
        try:
            found = directory.by_number(number, "") if number else None
            found = directory.by_name(name) if found is None and name else found
        except BadInput:  # several people fit; the sentence keeps it
            found = None
        return found or 0, f"Referred by {name or number}" if found is None and (name or number) else ""
