"""A row of a sales, work or expense file → its date, amount or minutes, party, side and memo.

Files of a million rows come this way: each distinct text is read once, and a row costs a few dictionary look-ups.
"""

from collections.abc import Callable, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.amounts import Amounts
from balancer_desktop.domain.importing.cells import LONGEST_TEXT, Cell, Row, text_of
from balancer_desktop.domain.importing.dates import LATEST, Dates
from balancer_desktop.domain.importing.drafts import INTRODUCTORY, OWED
from balancer_desktop.domain.importing.durations import read_minutes
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.issue import WrongCell
from balancer_desktop.domain.importing.mapping import Mapping
from balancer_desktop.domain.importing.words import read_owed, read_side, read_yes
from balancer_desktop.domain.money import Currency
from balancer_desktop.domain.spreadsheet import unguarded

_WHO = (Field.PARTY_KEY, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY, Field.EMAIL)
_CACHED = 50_000

RawWho = Cell | tuple[Cell, ...]
"""The cell or cells of a row that name its party, as they stand."""

Entry = tuple[date, int, RawWho, str, str, str]
"""On, measure (minor units, or minutes of work), who, mark as in a Lot, memo, and the file's own number."""


class Entries(NamedTuple):
    """Many entries, column by column."""

    on: Sequence[date]
    measure: Sequence[int]
    who: Sequence[RawWho]
    mark: Sequence[str]
    memo: Sequence[str]
    number: Sequence[str]


class Who(NamedTuple):
    """The party a row names, as written: a customer number, a name (company when no person is named), an e-mail."""

    number: str
    name: str
    email: str
    is_company: bool


class WhoColumns:
    """The columns that say whom a row is about. first: the one to name when that cannot be told."""

    def __init__(self, mapping: Mapping, otherwise: int = 0) -> None:
        self._fields = [(field, i) for field in _WHO if (i := mapping.column(field)) is not None]
        self.cells = _cells_at([index for _, index in self._fields])
        self.first = self._fields[0][1] if self._fields else otherwise

    def named(self, raw: RawWho) -> Who:
        """The party that raw cells name; WrongCell when one cannot be kept."""
        texts = dict.fromkeys(_WHO, "")
        cells = raw if isinstance(raw, tuple) else (raw,)
        for (field, column), cell in zip(self._fields, cells, strict=True):
            try:
                texts[field] = " ".join(text_of(cell).split())
            except BadInput as wrong:
                raise WrongCell(column, wrong) from wrong
        person = texts[Field.NAME] or f"{texts[Field.FIRST_NAME]} {texts[Field.LAST_NAME]}".strip()
        company, email = texts[Field.COMPANY], texts[Field.EMAIL]
        return Who(texts[Field.PARTY_KEY], person or company or email, email, bool(company) and not person)


class EntryColumns:
    """The columns of a sales, work or expense file, ready for reading rows. The mapping must be complete."""

    def __init__(self, mapping: Mapping, width: int, unit: Currency, latest: date = LATEST) -> None:
        self._width = width
        self._date = _needed(mapping, Field.DATE)
        self._dates = Dates(mapping.date_order, latest)
        self._measures: dict[Cell, int]
        if mapping.kind is Kind.WORK:
            self._measure, self._measures = _needed(mapping, Field.DURATION), _Minutes(mapping.hours)
        else:
            self._measure, self._measures = _needed(mapping, Field.AMOUNT), Amounts(unit, mapping.decimal)
        self.who = WhoColumns(mapping, self._date)
        self._who = self.who.cells
        self._memos = mapping.columns(Field.MEMO)
        self._number = mapping.column(Field.KEY)
        self._mark = mapping.column(Field.OWED if mapping.kind is Kind.SALES else Field.SIDE)
        self._marks = _Marks(_owed if mapping.kind is Kind.SALES else read_side)
        self._introductory = mapping.column(Field.INTRODUCTORY)
        self._introductions = _Marks(_introductory)
        self._currency = mapping.column(Field.CURRENCY)
        self._code = unit.code

    def read(self, row: Row) -> Entry:
        """What a row says; WrongCell naming the column that cannot be read."""
        column = self._date
        try:
            on = self._dates[row[column]]
            column = self._measure
            measure = self._measures[row[column]]
            number, mark, memo = "", "", ""
            if self._number is not None:
                column = self._number
                number = text_of(row[column])
                if not number.isalnum():
                    number = " ".join(number.split())
            if self._mark is not None:
                column = self._mark
                mark = self._marks[row[column]]
            if self._introductory is not None:
                column = self._introductory
                mark = self._introductions[row[column]] + mark
            for column in self._memos:
                if text := text_of(row[column]):
                    memo = f"{memo} · {text}" if memo else text
            if self._currency is not None:
                column = self._currency
                self._check_currency(row[column])
        except BadInput as wrong:
            raise WrongCell(column, wrong) from wrong
        if len(row) > self._width:
            _check_surplus(row, self._width)
        return on, measure, self._who(row), mark, memo, number

    def read_many(self, rows: Sequence[Row]) -> Entries:
        """As `read`, column by column and several times faster; BadInput when any row is wrong: `read` tells which."""
        if max(map(len, rows)) > self._width:
            raise BadInput("A row has more cells than the headings.")
        columns = list(zip(*rows, strict=True))
        if self._currency is not None:
            for cell in set(columns[self._currency]):
                self._check_currency(cell)
        memos = [_texts(columns[column]) for column in self._memos]
        numbers = [] if self._number is None else _texts(columns[self._number])
        none = [""] * len(rows)
        marks = none if self._mark is None else [*map(self._marks.__getitem__, columns[self._mark])]
        if self._introductory is not None:
            marks = [self._introductions[c] + mark for c, mark in zip(columns[self._introductory], marks, strict=True)]
        return Entries(
            [*map(self._dates.__getitem__, columns[self._date])],
            [*map(self._measures.__getitem__, columns[self._measure])],
            [*map(self._who, rows)],
            marks,
            _joined(memos) if memos else none,
            [n if n.isalnum() else " ".join(n.split()) for n in numbers] if numbers else none,
        )

    def _check_currency(self, cell: Cell) -> None:
        if cell and cell != self._code and str(cell).strip().upper() not in {self._code, ""}:
            raise BadInput(f"“{str(cell).strip()[:20]}” is not this book’s currency.", f"Convert it to {self._code}.")


class _Minutes(dict[Cell, int]):
    def __init__(self, hours: bool) -> None:  # noqa: FBT001 - private
        super().__init__()
        self._hours = hours

    def __missing__(self, cell: Cell) -> int:
        minutes = read_minutes(cell, hours=self._hours)
        if len(self) < _CACHED:
            self[cell] = minutes
        return minutes


class _Marks(dict[Cell, str]):
    """Cell → the mark its word means, each text read once; none for a cell with nothing in it."""

    def __init__(self, read: Callable[[Cell], str]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> str:
        mark = self._read(cell) if str(cell).strip() else ""
        if len(self) < _CACHED:
            self[cell] = mark
        return mark


def _owed(cell: Cell) -> str:
    return OWED if read_owed(cell) else ""


def _introductory(cell: Cell) -> str:
    return INTRODUCTORY if read_yes(cell) else ""


def _needed(mapping: Mapping, field: Field) -> int:
    column = mapping.column(field)
    if column is None:
        raise BadInput(f"No column is mapped to {field.value}.", "Choose which column it is.")
    return column


def _texts(column: Sequence[Cell]) -> list[str]:
    """Every cell as `text_of` gives it."""
    texts = [unguarded(str(cell).strip()) for cell in column]
    if max(map(len, texts)) > LONGEST_TEXT or "\0" in "".join(texts):
        raise BadInput("A text is too long or holds a NUL.")
    return texts


def _joined(columns: list[list[str]]) -> list[str]:
    return (
        columns[0] if len(columns) == 1 else [" · ".join(filter(None, texts)) for texts in zip(*columns, strict=True)]
    )


def _cells_at(columns: Sequence[int]) -> Callable[[Row], RawWho]:
    """The cell at one column, the cells at several, or nothing."""
    return itemgetter(*columns) if columns else lambda _row: ()


def _check_surplus(row: Row, width: int) -> None:
    for index in range(width, len(row)):
        if str(row[index]).strip():
            wrong = BadInput(
                f"The row has {len(row)} cells, the headings {width}.",
                "Put quotation marks around a text that holds the separator.",
            )
            raise WrongCell(width - 1, wrong)
