"""The sales, work and expense rows of an import: each joined to its party, or wrong, or imported before."""

from collections.abc import Callable

from balancer_desktop.app.importing.planned import PreviewRow, Status
from balancer_desktop.app.importing.readings import Reading
from balancer_desktop.app.importing.workbench import STEP, Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing import keys
from balancer_desktop.domain.importing.cells import Cell, Row, is_blank
from balancer_desktop.domain.importing.drafts import ExpenseDraft, PersonDraft, SaleDraft, WorkDraft
from balancer_desktop.domain.importing.entry_rows import Entry, EntryColumns, Who
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.headings import normalised
from balancer_desktop.domain.importing.issue import WrongCell
from balancer_desktop.domain.importing.words import kind_of_name
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind, checked, folded
from balancer_desktop.domain.side import Side


def plan_entries(bench: Workbench, reading: Reading) -> None:
    """Every row of a sales, work or expense sheet becomes a draft, is skipped, or is noted as wrong."""
    sheet, mapping = reading.sheet, reading.mapping
    columns = EntryColumns(mapping, len(sheet.headings), bench.unit)
    parties = Parties(bench, columns, _column_name(reading, Field.PARTY_KEY), mapping.kind)
    keyed = _Keys(bench, reading)
    add = _adder(bench, mapping.kind, mapping.side)
    counts, known = bench.counts[mapping.kind], bench.known.keys
    room = bench.shown_per_sheet
    for count, (line, row) in enumerate(sheet.rows(), start=1):
        try:
            entry = columns.read(row)
            key = keyed.of(entry, row)
            if key in known:
                ref, status = None, Status.SKIPPED
                counts.skipped += 1
            else:
                keyed.check_version(entry)
                ref, status = parties[entry.who], Status.NEW
                add(entry, ref, key)
                counts.new += 1
        except BadInput as wrong:
            if is_blank(row):
                continue
            seen = bench.refuse(reading, line, wrong)
            if room > 0:
                bench.preview.append(seen)
                room -= 1
        else:
            if room > 0:
                who = columns.named(entry.who) if ref is None else None
                name = bench.directory.name_of(ref or 0) if who is None else who.name or who.number
                bench.preview.append(_shown(reading, line, status, entry, name))
                room -= 1
        if count % STEP == 0:
            bench.tick()


class Parties(dict[tuple[Cell, ...], int]):
    """The raw cells that name a party → its reference, looked up once; a name nobody has makes a new person."""

    def __init__(self, bench: Workbench, columns: EntryColumns, column: str, kind: Kind) -> None:
        super().__init__()
        self._bench = bench
        self._columns = columns
        self._column = column
        self._needed = kind is Kind.SALES

    def __missing__(self, cells: tuple[Cell, ...]) -> int:
        who = self._columns.named(cells)
        try:
            ref = self[cells] = self._find(who)
        except WrongCell:
            raise
        except BadInput as wrong:
            raise WrongCell(self._columns.who_column, wrong) from wrong
        return ref

    def _find(self, who: Who) -> int:
        directory = self._bench.directory
        found = directory.by_number(who.number, self._column) if who.number else None
        if found is None and who.name:
            found = directory.by_name(who.name, who.email)
            if found is None and not who.number:  # a column called Customer may hold their numbers
                found = directory.by_number(who.name, self._column)
        if found is not None:
            return found
        if who.name:
            return self._add(who)
        if who.number:
            raise BadInput(
                f"No customer has the number {who.number[:40]}.",
                "Choose the file with the customers together with this one.",
            )
        if self._needed:
            raise BadInput("The row does not say whose sale it is.", "Give a name or customer number.")
        return 0

    def _add(self, who: Who) -> int:
        """A new person known by name only, under the file's number where it has one."""
        contacts = (ContactPoint(ContactKind.EMAIL, who.email),) if "@" in who.email else ()
        kind = PartyKind.BUSINESS if who.is_company else kind_of_name(who.name)
        party = checked(Party(who.name, kind, contacts=contacts))
        base = keys.base(Kind.PEOPLE, self._column if who.number else "", who.number)
        self._bench.counts[Kind.PEOPLE].new += 1
        key = self._bench.ordinals.unique(f"{base}\tname {folded(party.name)}")
        return self._bench.directory.add(PersonDraft(party, key), who.number)


class _Keys:
    """The import keys of a sheet's rows, and whether an earlier import had the same number with other content."""

    def __init__(self, bench: Workbench, reading: Reading) -> None:
        self._kind = reading.mapping.kind
        self._heading = _column_name(reading, Field.KEY)
        self._number_column = reading.mapping.column(Field.KEY)
        self._unique = bench.ordinals.unique
        self._start = keys.base(self._kind, self._heading, "")
        self._start_unnumbered = keys.base(self._kind, "", "")
        self._before = keys.bases(bench.known.keys, self._kind) if self._heading else set()

    def of(self, entry: Entry, row: Row) -> str:
        if entry.number:
            return self._unique(f"{self._start}{' '.join(entry.number.split())}\t{entry.on} {entry.measure}")
        return self._unique(f"{self._start_unnumbered}\t{keys.digest(row)}")

    def check_version(self, entry: Entry) -> None:
        """WrongCell when the number was imported before with another date or amount."""
        if self._before and entry.number and keys.base(self._kind, self._heading, entry.number) in self._before:
            wrong = BadInput(
                f"{entry.number[:40]} was imported before, with another date or amount.",
                "Correct it in the book and leave this row out; if the file is from another program, "
                "give the column another heading.",
            )
            raise WrongCell(self._number_column or 0, wrong)


def _adder(bench: Workbench, kind: Kind, side: Side) -> Callable[[Entry, int, str], None]:
    """What writes an entry of a kind into the plan; side is for entries without a party or side of their own."""
    if kind is Kind.SALES:
        sales = bench.sales
        return lambda entry, ref, key: sales.append(SaleDraft(entry.on, ref, entry.measure, entry.memo, key))
    if kind is Kind.WORK:
        return lambda entry, ref, key: bench.work.append(
            WorkDraft(entry.on, ref, entry.measure, entry.side or (None if ref else side), entry.memo, key)
        )
    return lambda entry, ref, key: bench.expenses.append(
        ExpenseDraft(entry.on, ref, entry.measure, entry.side or (None if ref else side), entry.memo, key)
    )


def _column_name(reading: Reading, field: Field) -> str:
    column = reading.mapping.column(field)
    return "" if column is None else normalised(reading.sheet.headings[column])


def _shown(reading: Reading, line: int, status: Status, entry: Entry, who: str) -> PreviewRow:
    return PreviewRow(
        reading.sheet.label,
        line,
        reading.mapping.kind,
        status,
        who,
        entry.on,
        entry.measure,
        entry.memo,
        "imported before" if status is Status.SKIPPED else "",
    )
