"""Books far larger than any real one, made quickly and always the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from balancer_desktop.app.book import Book, new_book
from balancer_desktop.domain.importing.drafts import Lot, Plain
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing, StandingChange
from balancer_desktop.storage.import_store import BULK_TABLES, ImportStore

TODAY = date(2026, 11, 20)
_DAYS = 5 * 365
_AT_ONCE = 1000
_FIRST = ("Ada", "Boris", "Chloé", "Dieter", "Emine", "Farid", "Gül", "Hana", "Ivo", "Jörg", "Kira", "Luís", "Maren")
_LAST = ("Acker", "Berg", "Çelik", "Dahl", "Ek", "Fuchs", "Groß", "Holt", "Imhof", "Jansen", "Krüger", "Lind", "Øst")
_SIDES = (Side.KEEP, Side.KEEP, Side.KEEP, Side.GAIN, Side.WIN_BACK, Side.RUN)
_STANDINGS = (Standing.CURRENT, Standing.CURRENT, Standing.LAPSED, Standing.EX)


def make(folder: Path, people: int, rows: int) -> Path:
    """A book of so many people and ledger rows (postings, two for every sale and expense), and half as many hours.

    A third of the people are prospects; the others bought. The first one bought every hundredth time.
    """
    book = new_book(folder, "EUR", lambda: TODAY)
    try:
        with book.change("Fill"), book.file.history.bulk(*BULK_TABLES):
            _fill(book, people, rows // 2)
        book.start_history()
    finally:
        book.close()
    return folder


def name(number: int) -> str:
    """Of the party with this id."""
    first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST) % len(_LAST)]
    return f"{first} {last} {number}"


def _fill(book: Book, people: int, entries: int) -> None:
    store, dice = ImportStore(book.file.db), Random(people + entries)
    unknown = book.people.reasons()[-1].id
    store.add_people((f"p{n}", _party(n), _history(n, people, unknown)) for n in range(1, people + 1))
    sales = entries * 4 // 5
    for first, lot in _numbered(1, _sales(dice, people, sales)):
        store.add_sales(first, lot)
    for first, lot in _numbered(sales + 1, _expenses(dice, people, range(sales + 1, entries + 1))):
        store.add_expenses(first, lot)
    for _, lot in _numbered(1, _work(dice, people, entries // 2)):
        store.add_work(lot)


def _party(number: int) -> Party:
    contacts = (
        ContactPoint(ContactKind.PHONE, f"+49 30 {number:07d}"),
        ContactPoint(ContactKind.EMAIL, f"n{number}@example.org"),
    )
    kind = PartyKind.BUSINESS if number % 4 == 0 else PartyKind.PERSON
    return Party(name(number), kind, contacts=contacts, tags=("regular",) if number % 10 == 0 else (), id=number)


def _buyers(people: int) -> int:
    return people * 2 // 3


def _history(number: int, people: int, reason: int) -> list[StandingChange]:
    begun = TODAY - timedelta(days=_DAYS + 1)
    history = [StandingChange(number, begun, Standing.PROSPECT)]
    if number <= _buyers(people):
        standing = _STANDINGS[number % len(_STANDINGS)]
        gone = reason if standing is Standing.EX else 0
        history.append(StandingChange(number, begun + timedelta(days=number % _DAYS), standing, gone))
    return history


def _day(dice: Random) -> str:
    return (TODAY - timedelta(days=dice.randrange(_DAYS))).isoformat()


def _sales(dice: Random, people: int, count: int) -> Iterator[Plain]:
    buyers = _buyers(people)
    for number in range(1, count + 1):
        party = 1 if number % 100 == 0 else dice.randint(1, buyers)
        yield _day(dice), party, dice.randint(500, 99_999), "", f"Job {number}", f"s{number}"


def _expenses(dice: Random, people: int, numbers: range) -> Iterator[Plain]:
    for number in numbers:
        party = dice.randint(1, people) if number % 3 == 0 else 0
        yield _day(dice), party, dice.randint(100, 9_999), dice.choice(_SIDES).value, "Paint", f"e{number}"


def _work(dice: Random, people: int, count: int) -> Iterator[Plain]:
    for number in range(count):
        on, minutes, side = _day(dice), dice.randint(5, 300), dice.choice(_SIDES).value
        yield on, dice.randint(1, people), minutes, side, "Visit", f"w{number}"


def _numbered(first: int, rows: Iterator[Plain]) -> Iterator[tuple[int, Lot]]:
    """Lots of entries, and the number of the first of each."""
    while lot := list(islice(rows, _AT_ONCE)):
        yield first, Lot(*zip(*lot, strict=True))
        first += len(lot)
