"""The rows of an import that are no people, money or work: each new, in the book already, repeated, or wrong.

They carry no import keys. What makes them the same is what they say, so a row is known as well where the owner wrote
it down by hand; and one that the owner has rewritten since it came in is another.
"""

from collections.abc import Hashable

from balancer_desktop.app.importing.parties import Parties
from balancer_desktop.app.importing.planned import PreviewRow, Status
from balancer_desktop.app.importing.readings import Reading, column_name
from balancer_desktop.app.importing.workbench import Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row, is_blank
from balancer_desktop.domain.importing.entry_rows import WhoColumns
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.record_rows import READERS
from balancer_desktop.domain.importing.records import AboutSomebody
from balancer_desktop.domain.importing.row_cells import RowCells

_MANY = frozenset({Kind.STANDINGS, Kind.CONTACTS, Kind.NEXT_STEPS})
"""Of these, two equal rows are two records; of all others, one."""


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
        self._cells, self._read = RowCells(reading.mapping, bench.today), READERS[self._kind]
        self._who = WhoColumns(reading.mapping)
        self._parties = Parties(bench, self._who, column_name(reading, Field.PARTY_KEY), self._kind)
        self._counts, self._records = bench.counts[self._kind], bench.records.setdefault(self._kind, [])
        self._held = bench.held(self._kind)

    def place(self, line: int, row: Row) -> PreviewRow:
        """Enter one row; what is shown for it. BadInput when it is wrong."""
        record, who = self._read(self._cells, row), ""
        if isinstance(record, AboutSomebody):
            record = record._replace(party=self._parties[self._who.cells(row)])
            who = self._bench.directory.name_of(record.party)
        why = self._known(record.identity)
        if why:
            self._counts.skipped += 1
        else:
            self._counts.new += 1
            self._records.append(record)
        status = Status.SKIPPED if why else Status.NEW
        return PreviewRow(self._sheet, line, self._kind, status, who, record.day, text=record.words, why=why)

    def _known(self, identity: Hashable) -> str:
        """Why a record is not new; empty when it is, and from then on it is taken."""
        if self._held.book[identity] > 0:
            self._held.book[identity] -= self._kind in _MANY
            return "is in the book"
        if self._kind not in _MANY and identity in self._held.files:
            return "is further up in the files"
        self._held.files.add(identity)
        return ""
