"""Verbs about people and their standing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from balancer_desktop.app import (
    people,
    standings,
    suggestions,
)
from balancer_desktop.app.book import Book
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.standing import Standing
from tests.app.undo.filled import ACME, NEWCOMER, TODAY, ZOE


def _edited(book: Book) -> Party:
    acme = book.people.get(ACME)
    assert acme
    mail = ContactPoint(ContactKind.EMAIL, "a@b.example")
    return replace(acme, name="Acme 2", contacts=(mail,), tags=("x", "y"), customer_since=date(2020, 1, 1))


CASES: dict[str, Callable[[Book], object]] = {
    "people.add": lambda book: people.add(
        book, Party("Odd ' % _ \0 🌿 \u202e", tags=("a", "b"), notes="x" * 9000), Standing.EX, date(2026, 1, 1)
    ),
    "people.edit": lambda book: people.edit(book, _edited(book)),
    "people.set_standing": lambda book: people.set_standing(book, [ACME, ZOE], Standing.EX, TODAY, 1, "moved on"),
    "people.tag": lambda book: people.tag(book, [ACME, ZOE, NEWCOMER], "roof"),
    "people.remove": lambda book: people.remove(book, [NEWCOMER]),
    "suggestions.lapse": lambda book: suggestions.lapse(book, KnownRhythms(book), [ACME]),
    "suggestions.take_back": lambda book: suggestions.take_back(book, [ZOE]),
    "standings.remove_change": lambda book: standings.remove_change(book, ZOE, book.people.history(ZOE)[-1].id),
}
