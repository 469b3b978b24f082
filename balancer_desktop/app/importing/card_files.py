"""Files of cards: as a table of people, so that an address book comes in as any list of people does."""

import codecs
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from balancer_desktop.app.importing.trouble import as_bad_input, unreadable
from balancer_desktop.app.importing.workbooks import Records
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.contact_cells import contact_cell
from balancer_desktop.domain.intake.cards import Broken, Card, read_cards
from balancer_desktop.domain.party import ContactKind, ContactPoint
from balancer_desktop.domain.spreadsheet import guarded

LARGEST = 100_000_000
"""Bytes of a file of cards or events, pictures and all."""
_HEAD = 4096
_BEGINNINGS = (b"BEGIN:VCARD", b"BEGIN:VCALENDAR")
_FIRST = ("UID", "Name", "Company", "Person or business")
_LAST = ("Address", "Tags", "Notes")


def beginning(path: Path) -> bytes:
    """BEGIN:VCARD, BEGIN:VCALENDAR, or nothing, as the file has it; BadInput when it cannot be read."""
    with as_bad_input(path), path.open("rb") as file:
        head = file.read(_HEAD)
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    first = head.replace(b"\0", b"").lstrip().upper()
    return next((mark for mark in _BEGINNINGS if first.startswith(mark)), b"")


def is_cards(path: Path) -> bool:
    """By its first bytes, whatever its name; BadInput when they cannot be read."""
    return beginning(path) == _BEGINNINGS[0]


def raw_of(path: Path) -> bytes:
    """The bytes of a file; BadInput naming it when it cannot be read or is too large."""
    with as_bad_input(path):
        if path.stat().st_size > LARGEST:
            what = f"is larger than {LARGEST // 1_000_000} MB"
            raise unreadable(path, what, "Export it without pictures, or in several parts.")
        return path.read_bytes()


def table_of(path: Path) -> tuple[tuple[str, ...], Records]:
    """The headings and rows of a table with a card a row, at the line on which the card begins.

    As many columns of numbers and addresses as the card with most has, each with its label before it. A card that names
    nobody is a row without a name, and so refused like any other.
    """

    @cache
    def cards() -> list[Card | Broken]:
        try:
            return list(read_cards(raw_of(path)))
        except BadInput as wrong:
            raise _named(path, wrong) from wrong

    whole = [card for card in cards() if isinstance(card, Card)]
    phones = max((len(card.phones) for card in whole), default=0)
    emails = max((len(card.emails) for card in whole), default=0)
    headings = (
        *_FIRST,
        *_columns("Phone", phones),
        *_columns("E-mail", emails),
        *_LAST,
    )

    def records() -> Iterator[tuple[int, Row]]:
        for card in cards():
            if isinstance(card, Broken):
                yield card.line, [*[""] * (len(headings) - 1), card.what]
            else:
                yield card.line, _row(card, phones, emails)

    return headings, records


def _columns(name: str, count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        place = f" {number}" if number > 1 else ""
        yield f"{name} label{place}"
        yield f"{name}{place}"


def _row(card: Card, phones: int, emails: int) -> Row:
    notes = "\n".join(part for part in (card.title, card.notes, card.remark) if part)
    texts = (card.uid, card.name, card.company, "business" if card.is_business else "person")
    row: list[str] = [guarded(text) for text in texts]
    for kind, values, count in ((ContactKind.PHONE, card.phones, phones), (ContactKind.EMAIL, card.emails, emails)):
        for value, label in values:
            row += guarded(label), contact_cell(ContactPoint(kind, value))
        row += [""] * (2 * (count - len(values)))
    tags = ", ".join(tag.replace(",", " ") for tag in card.tags)
    return [*row, guarded(card.address), guarded(tags), guarded(notes)]


def _named(path: Path, wrong: BadInput) -> BadInput:
    if path.name in wrong.what:
        return wrong
    return unreadable(path, wrong.what.removeprefix("The file ").removesuffix("."), wrong.remedy)
