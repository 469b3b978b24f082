"""Reading exports and comparing them, for the tests of this folder."""

import csv
from pathlib import Path

OWN_NUMBERS = {"people": "Customer ID", "sales": "Sale ID", "expenses": "Expense ID", "work": "Work ID",
               "contacts": "Contact ID", "next_steps": "Step ID"}  # fmt: skip
"""The column that numbers a table's own rows."""
PEOPLE_NUMBERS = ("Customer ID", "Referrer ID")

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
    people = found["people"]
    column = people[0].index("Customer ID")
    places = {row[column]: str(place) for place, row in enumerate(people[1:], start=1)} | {"": ""}
    for table, (headings, *rows) in found.items():
        for heading in PEOPLE_NUMBERS:
            if heading in headings:
                for row in rows:
                    row[headings.index(heading)] = places[row[headings.index(heading)]]
        if table in OWN_NUMBERS and table != "people":
            for place, row in enumerate(rows, start=1):
                row[headings.index(OWN_NUMBERS[table])] = str(place)
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """The files as they are."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}
