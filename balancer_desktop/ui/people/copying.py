"""Rows of people as text that a spreadsheet takes."""

from collections.abc import Iterable, Sequence

from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.ui.people.columns import COLUMNS, Column, Reading


def as_table(rows: Iterable[PersonRow], columns: Sequence[int], reading: Reading) -> str:
    """Tab-separated, headings first; columns are numbers of COLUMNS."""
    lines = [[COLUMNS[column].heading(reading) for column in columns]]
    lines += [[_plain(_said(COLUMNS[column], row, reading)) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def _said(column: Column, row: PersonRow, reading: Reading) -> str:
    """What the cell says; in words also what its sign says."""
    return (column.more if column.signed and column.more else column.text)(row, reading)


def _plain(text: str) -> str:
    return " ".join(text.split())
