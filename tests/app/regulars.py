"""A book of customers who buy by the clock, for tests of what their silence tells."""

from collections.abc import Iterable
from datetime import date, timedelta

from balancer_desktop.app import money, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


def regular(book: Book, name: str, gap: int, silent: int, times: int = 8, amount: int = 10_000) -> int:
    """A current customer who bought so many times, every `gap` days, the last time `silent` days ago."""
    since = TODAY - timedelta(silent + gap * (times - 1))
    party_id = people.add(book, Party(name), Standing.CURRENT, since)
    for number in range(times):
        money.record_sale(book, Sale(since + timedelta(gap * number), party_id, amount, f"job {number + 1}"))
    return party_id


def crowd(book: Book, count: int = 12) -> list[int]:
    """Faithful customers enough for the model."""
    return [regular(book, f"Faithful {n}", 20 + n, 5 + n) for n in range(count)]


def known(book: Book) -> KnownRhythms:
    """The book's rhythms, learnt and kept in step."""
    made = KnownRhythms(book)
    book.subscribe(made.follow)
    made.read_all()
    return made


def parties(listed: Iterable[tuple[int, int]]) -> list[int]:
    return [party_id for _, party_id in listed]
