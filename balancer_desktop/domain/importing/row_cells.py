"""The cells of a row by what their columns mean, read one at a time; a cell that cannot be read names its column."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import NoReturn, TypeVar

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.amounts import Values
from balancer_desktop.domain.importing.cells import Row, text_of
from balancer_desktop.domain.importing.dates import LATEST, Dates
from balancer_desktop.domain.importing.fields import Field
from balancer_desktop.domain.importing.instants import at_time, read_time
from balancer_desktop.domain.importing.issue import WrongCell
from balancer_desktop.domain.importing.mapping import Mapping
from balancer_desktop.domain.money import Currency
from balancer_desktop.domain.rhythm.cadence import check_gaps
from balancer_desktop.domain.rhythm.gaps import read_gap

_T = TypeVar("_T")


class RowCells:
    """The columns of a sheet, ready for reading rows. latest: the last day on which something can have happened."""

    def __init__(self, mapping: Mapping, latest: date = LATEST, unit: Currency | None = None) -> None:
        self._values = Values(unit, mapping.decimal) if unit else None
        self._columns = {field: mapping.columns(field) for field in set(mapping.fields)}
        self.latest = latest
        self._days, self._past = Dates(mapping.date_order), Dates(mapping.date_order, latest)

    def columns(self, field: Field) -> Sequence[int]:
        """The indexes of the columns with a field."""
        return self._columns.get(field, ())

    def text(self, row: Row, field: Field) -> str:
        """The text of a field's first column; empty without one."""
        columns = self._columns.get(field)
        return text_at(columns[0], row) if columns else ""

    def line(self, row: Row, field: Field) -> str:
        """The text on one line, its words parted by single spaces."""
        return " ".join(self.text(row, field).split())

    def one(self, row: Row, field: Field, read: Callable[[str], _T]) -> _T | None:
        """What the cell means; None for an empty one, or without such a column."""
        text = self.text(row, field)
        return reading(self._columns[field][0], partial(read, text)) if text else None

    def needed(self, row: Row, field: Field, read: Callable[[str], _T]) -> _T:
        """What the cell means, an empty one included; WrongCell also where there is no such column."""
        columns = self._columns.get(field)
        return reading(columns[0] if columns else 0, partial(read, self.text(row, field)))

    def day(self, row: Row, field: Field) -> date | None:
        """A day, past or to come."""
        return self.one(row, field, self._days.__getitem__)

    def past(self, row: Row, field: Field) -> date | None:
        """A day on which something has happened."""
        return self.one(row, field, self._past.__getitem__)

    def past_in_any(self, row: Row, field: Field) -> date | None:
        """The day in the first column of a field with something in it."""
        return next(
            (reading(column, partial(self._past.__getitem__, text)) for column, text in self.each(row, field)), None
        )

    def needed_day(self, row: Row, field: Field) -> date:
        """A day, past or to come, that must be there."""
        return self.needed(row, field, self._days.__getitem__)

    def needed_past(self, row: Row, field: Field) -> date:
        """A day on which something has happened, and that must be there."""
        return self.needed(row, field, self._past.__getitem__)

    def instant(self, row: Row, field: Field, clock: Field | None = None) -> datetime | None:
        """When something happened, to the minute; midnight where only the day is given, no zone where none is.

        clock: the column with the time of day, where that is not in the same one.
        """
        on = self.past(row, field)
        if on is None:
            return None
        at = self.one(row, clock, read_time) if clock else None
        return at_time(on, at or read_time(self.text(row, field)))

    def value(self, row: Row, field: Field) -> int | None:
        """An amount in minor units of the currency, zero or more."""
        columns = self._columns.get(field)
        if not columns or self._values is None or not str(row[columns[0]]).strip():
            return None
        return reading(columns[0], partial(self._values.__getitem__, row[columns[0]]))

    def gaps(self, row: Row) -> tuple[int, int]:
        """The ideal and the longest gap between contacts in days, 0 for one that is not set."""
        ideal, longest = (self.one(row, field, read_gap) or 0 for field in (Field.IDEAL_GAP, Field.LONGEST_GAP))
        if ideal or longest:
            columns = [*self.columns(Field.LONGEST_GAP), *self.columns(Field.IDEAL_GAP)]
            reading(columns[0], partial(check_gaps, ideal, longest))
        return ideal, longest

    def each(self, row: Row, field: Field) -> list[tuple[int, str]]:
        """Every column of a field with something in it: its index and text."""
        texts = ((column, text_at(column, row)) for column in self._columns.get(field, ()))
        return [(column, text) for column, text in texts if text]

    def joined(self, row: Row, field: Field, between: str) -> str:
        """The texts of all columns of a field."""
        return between.join(text for _, text in self.each(row, field))


def missing(what: str, _text: str = "") -> NoReturn:
    """BadInput for a cell that must be filled and is not."""
    raise BadInput(f"{what} is missing.", "Fill the cell in, or leave the row out.")


def text_at(column: int, row: Row) -> str:
    """The text of a cell; WrongCell for one that cannot be kept."""
    return reading(column, partial(text_of, row[column]))


def reading(column: int, read: Callable[[], _T]) -> _T:
    """What read() gives; the column is named when it cannot."""
    try:
        return read()
    except WrongCell:
        raise
    except BadInput as wrong:
        raise WrongCell(column, wrong) from wrong
