"""How a sheet is understood: its kind, its columns, its dates and numbers; detected, shown, corrected by the owner."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, replace

from balancer_desktop.app.importing.sheets import Sheet
from balancer_desktop.domain.conventions import PLAIN, Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.amounts import detect_mark
from balancer_desktop.domain.importing.cells import Cell
from balancer_desktop.domain.importing.dates import detect_order
from balancer_desktop.domain.importing.durations import detect_hours
from balancer_desktop.domain.importing.fields import DATED, Field, Kind
from balancer_desktop.domain.importing.headings import fingerprint, normalised
from balancer_desktop.domain.importing.kinds import guess_kind
from balancer_desktop.domain.importing.mapping import Mapping, propose

_EVIDENCE = 5_000
_ISO_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet and how it is read. assumed: sentences on what nothing in the file decides, for the owner to check."""

    sheet: Sheet
    mapping: Mapping
    assumed: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What the mapping is remembered under."""
        return fingerprint(self.sheet.headings)

    @property
    def missing(self) -> str:
        """The columns that the owner must still choose, as the end of a sentence; empty when it can be planned."""
        return self.mapping.missing()


def detect(
    sheets: Iterable[Sheet],
    conventions: Conventions = PLAIN,
    kind: Kind | None = None,
    remembered: Mapped[str, Mapping] | None = None,
) -> list[Reading]:
    """How sheets chosen together are most likely meant; a kind the owner gives holds for all of them.

    remembered: mappings by fingerprint of the headings. Conventions decide what the columns leave open.
    """
    held = remembered or {}
    mapped = [(sheet, _remembered(sheet, held, kind) or _proposed(sheet, kind)) for sheet in sheets]
    columns = _number_columns(mapped)
    return [with_formats(sheet, _joined(sheet, mapping, columns), conventions) for sheet, mapping in mapped]


def with_kind(reading: Reading, kind: Kind, conventions: Conventions = PLAIN) -> Reading:
    """The sheet read as rows of another kind, its columns proposed anew."""
    return with_formats(reading.sheet, propose(reading.sheet.headings, reading.sheet.sample(), kind), conventions)


def with_field(reading: Reading, column: int, field: Field, conventions: Conventions = PLAIN) -> Reading:
    """One column given another meaning; formats are detected anew when it holds dates, amounts or times."""
    mapping = reading.mapping.with_field(column, field)
    if field in DATED | {Field.AMOUNT, Field.DURATION}:
        return with_formats(reading.sheet, mapping, conventions)
    return replace(reading, mapping=mapping)


def with_formats(sheet: Sheet, mapping: Mapping, conventions: Conventions = PLAIN) -> Reading:
    """Date order, decimal mark and unit of time found in the whole of their columns; one pass over the file."""
    dates, amounts, times = _evidence(sheet, mapping)
    order = detect_order(dates, conventions.date_order)
    mark = detect_mark((a for a in amounts if isinstance(a, str)), conventions.decimal)
    unit = detect_hours(_heading(sheet, mapping, Field.DURATION), times)
    assumed = []
    if not order.certain:
        shown = {"DMY": "day first", "MDY": "month first", "YMD": "year first"}[order.order.value]
        assumed.append(f"The dates fit either order; they are read {shown}, as is usual here.")
    if not mark.certain:
        why = "The amounts use both “.” and “,” as decimal mark" if mark.mixed else "No amount shows its decimal mark"
        assumed.append(f"{why}; “{mark.decimal}” is taken for it, as is usual here.")
    if not unit.certain and Field.DURATION in mapping.fields:
        assumed.append(f"The time worked is taken for {'hours' if unit.hours else 'minutes'}, by its size.")
    found = replace(mapping, date_order=order.order, decimal=mark.decimal, hours=unit.hours)
    return Reading(sheet, found, tuple(assumed))


def column_name(reading: Reading, field: Field) -> str:
    """The normalised heading of the column with a field; empty without one."""
    column = reading.mapping.column(field)
    return "" if column is None else normalised(reading.sheet.headings[column])


def checked(reading: Reading) -> Reading:
    """The reading itself; BadInput saying which columns are still to be chosen."""
    if reading.missing:
        raise BadInput(
            f"{reading.sheet.label}: no column says {reading.missing}, so it cannot be read as "
            f"{reading.mapping.kind.replace('_', ' ')}.",
            "Choose which column it is, or another kind of record.",
        )
    return reading


def _proposed(sheet: Sheet, kind: Kind | None) -> Mapping:
    sample = sheet.sample()
    title = f"{sheet.name}.{sheet.path.suffix}" if sheet.name else sheet.path.name
    return propose(sheet.headings, sample, kind or guess_kind(sheet.headings, sample, title))


def _remembered(sheet: Sheet, held: Mapped[str, Mapping], kind: Kind | None) -> Mapping | None:
    mapping = held.get(fingerprint(sheet.headings))
    fits = mapping is not None and len(mapping.fields) == len(sheet.headings) and kind in {None, mapping.kind}
    return mapping if fits and sheet.header_row else None


def _number_columns(mapped: Sequence[tuple[Sheet, Mapping]]) -> set[str]:
    """The headings that number the people in the people files: `PatientId` there is the reference elsewhere."""
    columns = set()
    for sheet, mapping in mapped:
        key = mapping.column(Field.KEY)
        if mapping.kind is Kind.PEOPLE and key is not None:
            columns.add(normalised(sheet.headings[key]))
    return columns - {"id", "key", "nr", "no", "number", "nummer", "numero", "uid", "guid", "uuid"}


def _joined(sheet: Sheet, mapping: Mapping, columns: set[str]) -> Mapping:
    if mapping.kind is Kind.PEOPLE or Field.PARTY_KEY in mapping.fields:
        return mapping
    for index, heading in enumerate(sheet.headings):
        if normalised(heading) in columns:
            return mapping.with_field(index, Field.PARTY_KEY)
    return mapping


def _evidence(sheet: Sheet, mapping: Mapping) -> tuple[set[str], set[Cell], set[Cell]]:
    """The distinct beginnings of all dates, and the first few thousand distinct amounts and times."""
    dates: set[str] = set()
    amounts: set[Cell] = set()
    times: set[Cell] = set()
    date_columns = [index for index, field in enumerate(mapping.fields) if field in DATED]
    samples = [
        (i, into) for field, into in ((Field.AMOUNT, amounts), (Field.DURATION, times)) for i in mapping.columns(field)
    ]
    if date_columns or samples:
        for _, row in sheet.rows():
            for column in date_columns:
                dates.add(str(row[column])[:_ISO_LENGTH])
            for column, into in samples:
                if len(into) < _EVIDENCE:
                    into.add(row[column])
    return dates, amounts, times


def _heading(sheet: Sheet, mapping: Mapping, field: Field) -> str:
    column = mapping.column(field)
    return "" if column is None else sheet.headings[column]
