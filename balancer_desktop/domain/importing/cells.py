"""One cell of a file, as text or as the exact number a spreadsheet holds."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.spreadsheet import unguarded

Cell = str | Decimal
"""Text as written; a Decimal where a workbook holds a number, so that no decimal mark has to be guessed."""

Row = list[Cell]

LONGEST_TEXT = 1_000_000


def cell_of(value: object) -> Cell:
    """The cell of a workbook's value: dates as ISO text, times as H:MM:SS, numbers exact."""
    if isinstance(value, bool):
        return "true" if value else "false"
    read = _READERS.get(type(value))
    return read(value) if read else str(value)


def text_of(cell: Cell, longest: int = LONGEST_TEXT) -> str:
    """The text without outer spaces or a formula's guard; BadInput for a NUL or more characters than are kept."""
    text = unguarded(str(cell).strip())
    if "\0" in text:
        raise BadInput("The text holds a character that cannot be kept (NUL).", "Delete it in the file.")
    if len(text) > longest:
        raise BadInput(f"The text is {len(text):,} characters long.", f"Shorten it to {longest:,} at most.")
    return text


def is_blank(row: Row) -> bool:
    """Whether nothing but spaces is in any cell."""
    return not any(str(cell).strip() for cell in row)


def _exact(value: float) -> Cell:
    # A spreadsheet shows 15 digits at most; what a binary float has beyond them is noise of its arithmetic.
    number = Decimal(f"{value:.15g}")
    if not number.is_finite():
        return str(value)
    return Decimal(int(number)) if number == number.to_integral_value() else number


def _clock(span: timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}"


_READERS: dict[type, Callable[[Any], Cell]] = {
    str: str,
    int: Decimal,
    float: _exact,
    datetime: lambda value: value.isoformat(sep=" "),
    date: date.isoformat,
    time: time.isoformat,
    timedelta: _clock,
    type(None): lambda _nothing: "",
}
