"""Which column is what, and how its dates and numbers are written: proposed from the headings, corrected by hand."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.aliases import WEAK, field_of
from balancer_desktop.domain.importing.cells import Cell, Row
from balancer_desktop.domain.importing.fields import FIELDS_OF, NEEDED, SEVERAL, Field, Kind
from balancer_desktop.domain.importing.headings import normalised
from balancer_desktop.domain.importing.pipeline_words import read_outcome, read_state, read_way
from balancer_desktop.domain.importing.words import (
    read_channel,
    read_incoming,
    read_owed,
    read_party_kind,
    read_side,
    read_standing,
)
from balancer_desktop.domain.side import Side


@dataclass(frozen=True, slots=True)
class Mapping:
    """One field per column. decimal is `.` or `,`; hours: a bare number of time worked is hours, not minutes.

    side is given to work and spending that names neither a side nor a party.
    """

    kind: Kind
    fields: tuple[Field, ...]
    date_order: DateOrder = DateOrder.DAY_FIRST
    decimal: str = "."
    hours: bool = False
    side: Side = Side.RUN

    def column(self, field: Field) -> int | None:
        """The index of the first column with a field."""
        return self.fields.index(field) if field in self.fields else None

    def columns(self, field: Field) -> list[int]:
        """The indexes of every column with a field."""
        return [index for index, has in enumerate(self.fields) if has is field]

    def with_field(self, column: int, field: Field) -> "Mapping":
        """The mapping with one column changed; a column that had a single field gives it up."""
        fields = [
            Field.LEAVE_OUT if has is field and field not in SEVERAL and index != column else has
            for index, has in enumerate(self.fields)
        ]
        fields[column] = field
        return replace(self, fields=tuple(fields))

    def missing(self) -> str:
        """What must still be mapped before rows can be read, as the end of a sentence; empty when complete."""
        has = set(self.fields)
        return " and ".join(words for fields, words in NEEDED[self.kind] if not fields & has)


def propose(headings: Sequence[str], sample: Sequence[Row], kind: Kind) -> Mapping:
    """The mapping that the headings suggest for a kind; the sample's values decide headings such as Status."""
    fields = [Field.LEAVE_OUT] * len(headings)
    ranked: list[tuple[int, int, Field]] = []
    for index, heading in enumerate(headings):
        weak = WEAK[kind].get(normalised(heading))
        if weak and fits(weak, (row[index] for row in sample if index < len(row))):
            ranked.append((0, index, weak))
        elif found := field_of(heading, kind):
            ranked.append((found[1], index, found[0]))
    for _, index, field in sorted(ranked):
        if field in SEVERAL or field not in fields:
            fields[index] = field
    _share_out_names(fields, headings)
    if Field.KEY not in fields and Field.KEY in FIELDS_OF[kind]:
        _number_by_shape(fields, headings, sample)
    return Mapping(kind, tuple(fields))


def to_json(mapping: Mapping) -> str:
    """The mapping as text to remember it by."""
    return json.dumps(
        {
            "kind": mapping.kind,
            "fields": mapping.fields,
            "date_order": mapping.date_order,
            "decimal": mapping.decimal,
            "hours": mapping.hours,
            "side": mapping.side,
        }
    )


def from_json(text: str) -> Mapping:
    """The remembered mapping; BadInput when the text is none."""
    try:
        held = json.loads(text)
        mapping = Mapping(
            Kind(held["kind"]),
            tuple(Field(field) for field in held["fields"]),
            DateOrder(held["date_order"]),
            str(held["decimal"]),
            bool(held["hours"]),
            Side(held["side"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise BadInput("A remembered mapping cannot be read.", "Map the columns once more.") from wrong
    allowed = {Field.LEAVE_OUT, *FIELDS_OF[mapping.kind]}
    if not allowed.issuperset(mapping.fields) or mapping.decimal not in {".", ","}:
        raise BadInput("A remembered mapping does not fit its kind.", "Map the columns once more.")
    return mapping


_READERS: dict[Field, Callable[[Cell], object]] = {
    Field.STANDING: read_standing,
    Field.SIDE: read_side,
    Field.OWED: read_owed,
    Field.PARTY_KIND: read_party_kind,
    Field.CHANNEL: read_channel,
    Field.DIRECTION: read_incoming,
    Field.HOW: read_way,
    Field.STATE: read_state,
    Field.OUTCOME: read_outcome,
}


def fits(field: Field, cells: Iterable[Cell]) -> bool:
    """Whether every cell with something in it reads as the field, and at least one does."""
    filled = {cell for cell in cells if str(cell).strip()}
    try:
        for cell in filled:
            _READERS[field](cell)
    except BadInput:
        return False
    return bool(filled)


def _share_out_names(fields: list[Field], headings: Sequence[str]) -> None:
    """`Vorname, Name` and `Nombre, Apellidos` halve a name between them; a lone Name is all of it."""
    if Field.NAME not in fields:
        return
    index = fields.index(Field.NAME)
    heading = normalised(headings[index])
    if heading in {"name", "nom"} and Field.FIRST_NAME in fields and Field.LAST_NAME not in fields:
        fields[index] = Field.LAST_NAME
    elif heading in {"name", "nombre"} and Field.LAST_NAME in fields and Field.FIRST_NAME not in fields:
        fields[index] = Field.FIRST_NAME


def _number_by_shape(fields: list[Field], headings: Sequence[str], sample: Sequence[Row]) -> None:
    """A first free column called something-ID, with a different value in each row, numbers the rows."""
    for index, heading in enumerate(headings):
        words = normalised(heading).split()
        if fields[index] is not Field.LEAVE_OUT or not words or not {"id", "uid", "guid"} & {words[0], words[-1]}:
            continue
        values = [str(row[index]).strip() for row in sample if index < len(row)]
        if values and all(values) and len(set(values)) == len(values):
            fields[index] = Field.KEY
            return
