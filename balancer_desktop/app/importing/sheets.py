"""A sheet: one table of a file, with how it is read made visible, and its rows streamed as often as asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

from balancer_desktop.app.importing import card_files, delimited, workbooks
from balancer_desktop.app.importing.trouble import unreadable
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row, is_blank
from balancer_desktop.domain.importing.header_row import LOOKED_AT, find_header, usual_width

SAMPLE = 200
MOST_COLUMNS = 1_000


class NoRows(BadInput):
    """There are headings and nothing below them: no harm among files that hold something."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the owner sets instead of what is detected; None or empty: detect. header_row 0: there are no headings."""

    encoding: str = ""
    delimiter: str = ""
    header_row: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """name is a workbook's sheet, or empty; encoding and delimiter are empty for a workbook.

    header_row is the line of the headings, counted from 1, or 0 where the file has no such line.
    """

    path: Path
    name: str
    encoding: str
    delimiter: str
    header_row: int
    headings: tuple[str, ...]
    records: workbooks.Records = field(repr=False, compare=False)

    @property
    def label(self) -> str:
        """`sales.csv`, or `book.xlsx, sheet “Sales”`."""
        return f"{self.path.name}, sheet “{self.name}”" if self.name else self.path.name

    def rows(self) -> Iterator[tuple[int, Row]]:
        """(line in the file, cells) of every row below the headings that holds anything.

        A row is at least as long as the headings; memory does not grow with their number. BadInput naming the file
        when it turns out to be broken further down.
        """
        width = len(self.headings)
        for line, row in self.records():
            if line > self.header_row and any(row):
                if len(row) < width:
                    row.extend([""] * (width - len(row)))
                yield line, row

    def sample(self, count: int = SAMPLE) -> list[Row]:
        """The first rows."""
        return [row for _, row in islice(self.rows(), count)]


def open_sheets(path: Path, choices: Choices = Choices()) -> tuple[Sheet, ...]:
    """Every table of a CSV file, workbook or file of cards.

    BadInput naming the file for what is none, NoRows for an empty one.
    """
    if workbooks.is_workbook(path):
        found = [_sheet(path, choices, records, name=name) for name, records in workbooks.sheets_in(path)]
    elif card_files.is_cards(path):
        headings, records = card_files.table_of(path)
        found = [Sheet(path, "", "", "", 0, headings, records)]
    else:
        encoding = choices.encoding or delimited.detect_encoding(path)
        delimiter = choices.delimiter or delimited.detect_delimiter(path, encoding)
        lines = partial(delimited.records, path, encoding, delimiter)
        found = [_sheet(path, choices, lines, encoding=encoding, delimiter=delimiter)]
    filled = tuple(sheet for sheet in found if next(sheet.rows(), None))
    if not filled:
        raise _without_rows(path, found[0])
    return filled


def _sheet(
    path: Path, choices: Choices, records: workbooks.Records, name: str = "", encoding: str = "", delimiter: str = ""
) -> Sheet:
    first = [(line, row) for line, row in islice(records(), LOOKED_AT) if not is_blank(row)]
    rows = [row for _, row in first]
    if choices.header_row is None:
        index = find_header(rows)
    else:
        index = next((i for i, (line, _) in enumerate(first) if line == choices.header_row), None)
        if choices.header_row and index is None:
            index = _beyond(path, choices.header_row)
    line, headings = first[index] if index is not None else (0, [])
    width = max(len(headings), usual_width(rows))
    if width > MOST_COLUMNS:
        raise unreadable(path, f"has {width:,} columns", "Check the separator, or delete stray cells far to the right.")
    return Sheet(path, name, encoding, delimiter, line, _named(headings, width), records)


def _named(row: Row, width: int) -> tuple[str, ...]:
    """The headings without outer spaces; a column without one is called by its number."""
    texts = [str(cell).strip() for cell in row] + [""] * (width - len(row))
    return tuple(text or f"Column {number}" for number, text in enumerate(texts, start=1))


def _beyond(path: Path, header_row: int) -> int:
    raise BadInput(
        f"“{path.name}” has no headings on line {header_row}.", f"Choose one of the first {LOOKED_AT} lines."
    )


def _without_rows(path: Path, sheet: Sheet) -> BadInput:
    if sheet.header_row:
        wrong = unreadable(path, "has headings but no rows below them", "Export it again with its records.")
        return NoRows(wrong.what, wrong.remedy)
    return unreadable(path, "holds no rows", "Export it again from the other program.")
