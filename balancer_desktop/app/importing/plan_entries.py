"""The sales, work and expense rows of an import: each joined to its party, or wrong, or imported before."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from balancer_desktop.app.importing.entry_keys import EntryKeys
from balancer_desktop.app.importing.parties import Parties
from balancer_desktop.app.importing.planned import PreviewRow, Status
from balancer_desktop.app.importing.readings import Reading, column_name
from balancer_desktop.app.importing.workbench import Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row, is_blank
from balancer_desktop.domain.importing.drafts import Lot, Plain, marks_of
from balancer_desktop.domain.importing.entry_rows import EntryColumns
from balancer_desktop.domain.importing.fields import Field, Kind

Line = tuple[int, Row]

CHUNK = 250
"""Rows planned at once; more of them outgrow the processor's cache and take longer."""


def plan_entries(bench: Workbench, reading: Reading) -> None:
    """Every row of a sales, work or expense sheet becomes a draft, is skipped, or is noted as wrong."""
    planner = _EntryPlanner(bench, reading)
    rows = reading.sheet.rows()
    planner.one_by_one(islice(rows, bench.shown_per_sheet), shown=True)
    while chunk := list(islice(rows, CHUNK)):
        if not planner.all_at_once([row for _, row in chunk]):
            planner.one_by_one(chunk, shown=False)
        bench.tick(len(chunk))


class _EntryPlanner:
    """One sheet on its way into the plan. Nearly every chunk of a file is right and new, and goes in at once."""

    def __init__(self, bench: Workbench, reading: Reading) -> None:
        self._bench = bench
        self._reading = reading
        self._kind = reading.mapping.kind
        self._columns = EntryColumns(reading.mapping, len(reading.sheet.headings), bench.unit, bench.today)
        self._parties = Parties(bench, self._columns.who, column_name(reading, Field.PARTY_KEY), self._kind)
        self._keys = EntryKeys(bench, reading)
        self._counts = bench.counts[self._kind]
        self._drafts = bench.drafts_of(self._kind)

    def all_at_once(self, rows: list[Row]) -> bool:
        """Plan rows column by column when all are new or all there already; else False, and nothing is planned."""
        try:
            entries = self._columns.read_many(rows)
            days = list(map(date.isoformat, entries.on))
            keys = self._keys.of_many(entries, days, rows)
            imported = self._keys.imported(keys)
            if keys and imported == len(keys):
                self._counts.skipped += len(keys)
            elif keys and not imported and not self._keys.any_other_version(entries.number):
                refs = list(map(self._parties.__getitem__, entries.who))
                own = self._keys.of_this_book(entries.number, days, refs, entries.measure)
                if own == len(keys):
                    self._counts.skipped += own
                elif own:
                    return False
                else:
                    self._add(Lot(days, refs, entries.measure, self._marks(entries.mark, refs), entries.memo, keys))
            else:
                return False
        except BadInput:  # one by one will say which row
            return False
        self._keys.take(keys)
        return True

    def one_by_one(self, rows: Iterable[Line], *, shown: bool) -> None:
        """Plan each row by itself, noting the wrong ones; in the preview, too, when they are shown."""
        new: list[Plain] = []
        for line, row in rows:
            try:
                seen = self._one(line, row, new)
            except BadInput as wrong:
                if is_blank(row):
                    continue
                seen = self._bench.refuse(self._reading, line, wrong)
            if shown:
                self._bench.preview.append(seen)
        if new:
            self._add(Lot(*zip(*new, strict=True)))

    def _one(self, line: int, row: Row, new: list[Plain]) -> PreviewRow:
        on, measure, raw, mark, memo, number = self._columns.read(row)
        day = on.isoformat()
        key = self._keys.of(number, day, measure, row)
        if self._keys.imported([key]):
            self._counts.skipped += 1
            who = self._columns.who.named(raw)
            status, name, why = Status.SKIPPED, who.name or who.number, "imported before"
        else:
            self._keys.check_version(number)
            ref = self._parties[raw]
            name = self._bench.directory.name_of(ref)
            if self._keys.of_this_book([number], [day], [ref], [measure]):
                self._counts.skipped += 1
                status, why = Status.SKIPPED, "is in the book"
            else:
                (mark,) = self._marks([mark], [ref])
                new.append((day, ref, measure, mark, memo, key))
                status, why = Status.NEW, ""
        return PreviewRow(self._reading.sheet.label, line, self._kind, status, name, on, measure, memo, why)

    def _add(self, lot: Lot) -> None:
        self._counts.new += len(lot.key)
        self._drafts.add(lot)
        if self._kind is Kind.SALES:
            self._bench.sales_total += sum(lot.measure)

    def _marks(self, marks: Sequence[str], refs: Sequence[int]) -> Sequence[str]:
        """Work and spending that names neither party nor side takes the mapping's side."""
        if self._kind is Kind.SALES:
            return marks
        other = self._reading.mapping.side.value
        return [_sided(mark, "" if ref else other) for mark, ref in zip(marks, refs, strict=True)]


def _sided(mark: str, otherwise: str) -> str:
    """The mark, with a side where it has none."""
    introductory, side = marks_of(mark)
    return introductory + (side or otherwise)
