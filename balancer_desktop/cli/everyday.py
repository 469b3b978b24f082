"""The day's verbs: log a line, list people."""

from argparse import Namespace
from pathlib import Path

from balancer_desktop.app import people as people_rows
from balancer_desktop.app import quick_entry
from balancer_desktop.app.book import Book, Today
from balancer_desktop.app.names import name_index
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.domain.errors import NeedsChoice
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.quick_entry.reading import Choice, ChoiceKind, Reading, Status
from balancer_desktop.domain.standing import Standing
from balancer_desktop.domain.text import storable


def log(arguments: Namespace, folder: Path, today: Today) -> int:
    with opened(folder, today) as book:
        reading = _read(book, storable(arguments.line), new=arguments.new)
        written = quick_entry.commit(book, reading)
    parts = {part.label.value: part.text for part in reading.parts}
    said = "\n".join(f"{label}: {text}" for label, text in parts.items())
    document = {"line": reading.line, "reading": parts, "written": written}
    answer(arguments, document, said if written else quick_entry.NOTHING_NEW)
    return 0


def _read(book: Book, line: str, *, new: bool) -> Reading:
    """new: take in whoever is not in the book; NeedsChoice names that way out where it is one."""
    context = quick_entry.context(book, name_index(book))
    reading = read(line, context)
    while stranger := _stranger(reading):
        if not new:
            others = [choice.label for choice in reading.choices if choice is not stranger]
            rather = f" Or name {' or '.join(others)}." if others else ""
            raise NeedsChoice(reading.question, f"Give --new to write it with {stranger.label}.{rather}")
        reading = read(line, context, stranger.answer)
    return reading


def _stranger(reading: Reading) -> Choice | None:
    if reading.status is not Status.CHOOSE:
        return None
    return next((choice for choice in reading.choices if choice.kind is ChoiceKind.NEW_PERSON), None)


def people(arguments: Namespace, folder: Path, today: Today) -> int:
    with opened(folder, today) as book:
        rows = people_rows.rows(book, [Standing(arguments.standing)] if arguments.standing else ())
    lines = (f"{row.id}\t{row.standing.value}\t{row.name}" for row in rows)
    answer(arguments, {"people": [_person(row) for row in rows]}, "\n".join(lines) or "Nobody yet.")
    return 0


def _person(row: PersonRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind.value,
        "standing": row.standing.value,
        "company": row.company,
        "phone": row.phone,
        "email": row.email,
        "tags": row.tags.split(", ") if row.tags else [],
        "customer_since": row.customer_since.isoformat() if row.customer_since else None,
        "last_contact": row.last_contact.isoformat() if row.last_contact else None,
        "last_sale": row.last_sale.isoformat() if row.last_sale else None,
        "income_12_months": row.income,
        "minutes_12_months": row.minutes,
    }
