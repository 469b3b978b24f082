"""A disk that is full refuses the write in words, keeps what was there, and the book goes on once there is room."""

import os
import resource
import signal
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from balancer_desktop.app import money, people
from balancer_desktop.app.book import Book, new_book, open_book
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.storage import book_file
from balancer_desktop.storage.backup import BackupFailed, back_up
from balancer_desktop.storage.book_file import DATABASE_NAME, WriteFailed
from balancer_desktop.storage.header import BookRefused
from balancer_desktop.storage.migrations import MIGRATIONS
from balancer_desktop.storage.verify import problems

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

TODAY = date(2026, 11, 20)
LARGE = "x" * 300_000


def in_child(act: Callable[[], None]) -> None:
    """Act in a child process, whose limits are its own; its traceback is ours when it fails."""
    heard, tell = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit then fails like one on a full disk
        try:
            act()
        except BaseException:
            os.write(tell, traceback.format_exc().encode())
        finally:
            os._exit(0)
    os.close(tell)
    with os.fdopen(heard) as words:
        said = words.read()
    _, status = os.waitpid(child, 0)
    assert not said, said
    assert status == 0


def full_at(size: int) -> None:
    """No file of this process may grow beyond `size` bytes."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))


def room_again() -> None:
    full_at(resource.getrlimit(resource.RLIMIT_FSIZE)[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed book with a party and a sale in it."""
    made = new_book(tmp_path / "book", "EUR", lambda: TODAY)
    people.add(made, Party("Acme"), on=date(2026, 1, 1))
    money.record_sale(made, Sale(date(2026, 2, 1), 1, 12345))
    made.close()
    return tmp_path / "book"


def dump(book: Book) -> list[str]:
    return list(book.file.db.connection().iterdump())


def test_a_full_disk_refuses_and_the_book_stays_usable(folder: Path) -> None:
    def act() -> None:
        book = open_book(folder, lambda: TODAY)
        told: list[object] = []
        book.subscribe(told.append)
        before = dump(book)
        full_at((folder / DATABASE_NAME).stat().st_size)
        for _ in range(3):
            with pytest.raises(WriteFailed) as refused:
                people.add(book, Party("Large", notes=LARGE))
            assert "Everything saved before is safe" in refused.value.what
            assert "disk" in refused.value.remedy
            assert dump(book) == before
        assert (book.undo_label, told) == ("", [])
        assert not book.file.db.in_transaction()
        room_again()
        people.add(book, Party("Large", notes=LARGE))
        assert problems(book.file.db) == []
        assert book.undo() == "Add Large"
        assert dump(book) == before
        book.close()

    in_child(act)
    book = open_book(folder, lambda: TODAY)
    assert [sale.amount for sale in book.ledger.sales_of(1)] == [12345]
    assert problems(book.file.db) == []
    book.close()


def test_a_disk_that_fills_in_the_midst_of_a_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small page cache makes SQLite write long before the commit, and roll back by itself when it cannot."""
    monkeypatch.setattr(book_file, "_PRAGMAS", book_file._PRAGMAS | {"cache_size": 5})

    def add_many(book: Book) -> None:
        with book.change("Add many"):
            for number in range(40):
                people.add(book, Party(f"Large {number}", notes=LARGE))

    def act() -> None:
        book = open_book(folder, lambda: TODAY)
        before = dump(book)
        full_at((folder / DATABASE_NAME).stat().st_size + 200_000)
        with pytest.raises(WriteFailed, match="disk"):
            add_many(book)
        room_again()
        assert dump(book) == before
        people.add(book, Party("Small"))
        assert problems(book.file.db) == []
        book.close()

    in_child(act)
    book = open_book(folder, lambda: TODAY)
    assert sorted(book.people.names().values()) == ["Acme", "Small"]
    book.close()


def test_undo_on_a_full_disk_can_be_tried_again(folder: Path) -> None:
    def act() -> None:
        book = open_book(folder, lambda: TODAY)
        before = dump(book)
        for number in range(5):
            people.add(book, Party(f"Large {number}", notes=LARGE))
        people.remove(book, [2, 3, 4, 5, 6])
        with book.change("Tidy up"):
            book.settings.set("x", "y")
        book.undo()
        full_at(50_000)  # the journal needs room even where the database does not
        with pytest.raises(WriteFailed):
            book.undo()
        assert book.undo_label == "Remove 5 people"
        room_again()
        while book.undo():
            pass
        assert dump(book) == before
        book.close()

    in_child(act)


def test_no_half_backup_on_a_full_disk(folder: Path) -> None:
    def act() -> None:
        book = open_book(folder, lambda: TODAY)
        full_at(40_000)
        with pytest.raises(BackupFailed, match="could not be written"):
            back_up(book.file.db, folder / "Backups", "by hand")
        assert list((folder / "Backups").iterdir()) == []
        room_again()
        assert back_up(book.file.db, folder / "Backups", "by hand").exists()
        book.close()

    in_child(act)


def test_no_half_migration_on_a_full_disk(folder: Path) -> None:
    growing = (
        "CREATE TABLE growing (id INTEGER PRIMARY KEY, what TEXT)",
        "INSERT INTO growing (what) VALUES (hex(zeroblob(400000)))",
    )
    before = (folder / DATABASE_NAME).read_bytes()

    def act() -> None:
        full_at(len(before) + 10_000)
        with pytest.raises(BookRefused, match="stays as it was") as refused:
            book_file.open_book(folder, (*MIGRATIONS, growing))
        assert "disk" in refused.value.remedy

    in_child(act)
    assert (folder / DATABASE_NAME).read_bytes() == before
    open_book(folder).close()


def test_no_half_book_on_a_full_disk(tmp_path: Path) -> None:
    def act() -> None:
        full_at(20_000)
        with pytest.raises(WriteFailed):
            new_book(tmp_path / "book")
        assert [file.name for file in (tmp_path / "book").iterdir()] == ["book.lock"]
        room_again()
        new_book(tmp_path / "book").close()

    in_child(act)
