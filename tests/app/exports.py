"""Reading exports and comparing them, for the tests of this folder."""

import csv
from pathlib import Path

OWN_NUMBERS = {"people": "Customer ID", "sales": "Sale ID", "expenses": "Expense ID", "work": "Work ID",
               "contacts": "Contact ID", "next_steps": "Step ID", "inquiries": "Inquiry ID",
               "opportunities": "Opportunity ID"}  # fmt: skip
"""The column that numbers a table's own rows."""

Tables = dict[str, list[list[str]]]


def tables(folder: Path) -> Tables:
    """Every cell of every file, by the file's name."""
    found = {}
    for file in sorted(folder.iterdir()):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found[file.stem] = list(csv.reader(lines, strict=True))
    return found


def renumbered(folder: Path) -> Tables:
    """The tables with each number replaced by the place of its row: a new book numbers its records afresh."""
    found = tables(folder)
    places = {column: _places(found[table], column) for table, column in OWN_NUMBERS.items()}
    places["Referrer ID"] = places["Customer ID"]
    for headings, *rows in found.values():
        for heading in places.keys() & set(headings):
            for row in rows:
                row[headings.index(heading)] = places[heading][row[headings.index(heading)]]
    return found


def _places(table: list[list[str]], column: str) -> dict[str, str]:
    """By number, the place of its row."""
    headings, *rows = table
    return {row[headings.index(column)]: str(place) for place, row in enumerate(rows, start=1)} | {"": ""}


def contents(folder: Path) -> dict[str, bytes]:
    """The files as they are."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}
