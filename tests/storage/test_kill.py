"""A process killed at any moment loses nothing it has acknowledged and leaves nothing half done."""

import os
import select
import signal
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from balancer_desktop.app import contacts, money, people, work
from balancer_desktop.app.book import Book, new_book, open_book
from balancer_desktop.domain.entries import Channel, Contact, Expense, Sale, Work
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.side import Side
from balancer_desktop.storage.book_file import DATABASE_NAME
from balancer_desktop.storage.header import BookRefused
from balancer_desktop.storage.verify import problems

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

ROUNDS = 60
BIRTHS = 20
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk() -> None:
    """Here the disk is waited for, as in the program."""


def take_step(book: Book, number: int) -> None:
    """The number-th commit of a busy life: several verbs as one change, the same whoever does it."""
    on = date(2020, 1, 1) + timedelta(number % 2000)
    with book.change(f"Step {number}"):
        book.settings.set("step", str(number))
        if number % 10 == 1:
            phone = ContactPoint(ContactKind.PHONE, f"555-{number}")
            people.add(book, Party(f"Party {number}", contacts=(phone,), tags=("new",)), on=date(2020, 1, 1))
        latest = max(book.people.names())
        sale = money.record_sale(book, Sale(on, latest, 100 + number, f"step {number}"))
        money.record_expense(book, Expense(on, 50, Side.GAIN, latest))
        hours = work.log(book, Work(on, 30, Side.KEEP, latest))
        contacts.log(book, Contact(on, latest, Channel.CALL, "x" * (number % 700)))
        if number % 3 == 0:
            money.edit_sale(book, Sale(on, 1, 7, "moved", owed=True, id=sale))
        if number % 4 == 0:
            money.remove_sale(book, sale)
            work.edit(book, Work(on, 45, Side.WIN_BACK, id=hours))


def steps_taken(book: Book) -> int:
    return int(book.settings.get("step", "0"))


def live_on(folder: Path, tell: int) -> None:
    """Take one step after another, acknowledging each when it is committed, until killed."""
    book = open_book(folder, lambda: TODAY)
    while True:
        take_step(book, steps_taken(book) + 1)
        os.write(tell, b".")


def kill_after(act: Callable[[int], None], first: int, seconds: float) -> int:
    """Acknowledgements a child gave that was killed so long after the first few of them; how many in all."""
    heard, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(heard)
            act(tell)
        finally:
            os._exit(1)
    os.close(tell)
    count = 0
    while count < first and (answer := os.read(heard, 100)):
        count += len(answer)
    count += _listen(heard, time.monotonic() + seconds)
    os.kill(child, signal.SIGKILL)
    while answer := os.read(heard, 100):
        count += len(answer)
    os.close(heard)
    _, status = os.waitpid(child, 0)
    assert status == signal.SIGKILL, "the child failed by itself"
    return count


def _listen(heard: int, until: float) -> int:
    count = 0
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([heard], [], [], left)
        if ready:
            answer = os.read(heard, 100)
            if not answer:
                break
            count += len(answer)
    return count


def dump(book: Book) -> list[str]:
    return list(book.file.db.connection().iterdump())


def test_killed_at_random_sixty_times(tmp_path: Path) -> None:
    dice = Random(20261120)
    folder = tmp_path / "book"
    new_book(folder, "EUR", lambda: TODAY).close()
    unharmed = new_book(tmp_path / "unharmed", "EUR", lambda: TODAY)
    unharmed.file.db.execute_sql("PRAGMA synchronous = off")
    done = journals = 0
    for _ in range(ROUNDS):
        acknowledged = kill_after(lambda tell: live_on(folder, tell), dice.randint(0, 3), dice.uniform(0, 0.04))
        journals += (folder / f"{DATABASE_NAME}-journal").exists()
        book = open_book(folder, lambda: TODAY)
        found = steps_taken(book)
        assert done + acknowledged <= found <= done + acknowledged + 1
        assert problems(book.file.db) == []
        for number in range(done + 1, found + 1):
            take_step(unharmed, number)
        assert dump(book) == dump(unharmed)
        book.close()
        done = found
    unharmed.close()
    assert done > ROUNDS, "the children came to work"
    assert journals, "some were killed in the midst of a transaction"


def test_killed_while_a_book_is_made(tmp_path: Path) -> None:
    dice = Random(1)
    whole = 0
    for number in range(BIRTHS):
        folder = tmp_path / str(number)

        def make(tell: int, folder: Path = folder) -> None:
            new_book(folder, "JPY", lambda: TODAY).close()
            os.write(tell, b".")
            signal.pause()

        acknowledged = kill_after(make, first=int(number == 0), seconds=dice.uniform(0, 0.03))
        try:
            book = open_book(folder, lambda: TODAY)
            whole += 1
        except BookRefused:
            assert not acknowledged
            book = new_book(folder, "JPY", lambda: TODAY)
        assert problems(book.file.db) == []
        assert book.currency.code == "JPY"
        assert len(book.people.reasons()) > 10
        book.close()
        assert not list(folder.glob("*.new*"))
    assert whole, "the first was killed when its book was whole"
