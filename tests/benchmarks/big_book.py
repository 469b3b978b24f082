"""Books far larger than any real one, made quickly and always the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from balancer_desktop.app.book import Book, new_book
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing, StandingChange
from balancer_desktop.storage.import_store import BULK_TABLES, ImportStore

TODAY = date(2026, 11, 20)
_DAYS = 5 * 365
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
    store.add_sales(_sales(dice, people, sales))
    store.add_expenses(_expenses(dice, people, range(sales + 1, entries + 1)))
    store.add_work(_work(dice, people, entries // 2))


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


def _day(dice: Random) -> date:
    return TODAY - timedelta(days=dice.randrange(_DAYS))


def _sales(dice: Random, people: int, count: int) -> Iterator[tuple[str, Sale]]:
    buyers = _buyers(people)
    for number in range(1, count + 1):
        party = 1 if number % 100 == 0 else dice.randint(1, buyers)
        yield f"s{number}", Sale(_day(dice), party, dice.randint(500, 99_999), f"Job {number}", id=number)


def _expenses(dice: Random, people: int, numbers: range) -> Iterator[tuple[str, Expense]]:
    for number in numbers:
        party = dice.randint(1, people) if number % 3 == 0 else 0
        yield f"e{number}", Expense(_day(dice), dice.randint(100, 9_999), dice.choice(_SIDES), party, "Paint", number)


def _work(dice: Random, people: int, count: int) -> Iterator[tuple[str, Work]]:
    for number in range(count):
        yield (
            f"w{number}",
            Work(_day(dice), dice.randint(5, 300), dice.choice(_SIDES), dice.randint(1, people), "Visit"),
        )
