"""A book is created whole, opened by one process, and anything that is not a sound book is refused untouched."""

import os
import signal
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from peewee import DatabaseError

from balancer_desktop.app.book import Book, new_book, open_book
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.storage import book_file
from balancer_desktop.storage.book_file import DATABASE_NAME, FOLDERS, INBOX, WriteFailed
from balancer_desktop.storage.header import APPLICATION_ID, BookRefused
from balancer_desktop.storage.lock import LOCK_NAME, BookInUse, BookLock
from balancer_desktop.storage.migrations import MIGRATIONS
from balancer_desktop.storage.verify import problems

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

TODAY = date(2026, 11, 20)
APPLICATION_AT, VERSION_AT = 68, 60


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk() -> None:
    """Here the disk is waited for, as in the program."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a sound, closed book."""
    new_book(tmp_path / "sound", "EUR", lambda: TODAY).close()
    return tmp_path / "sound"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def pragma(book: Book, name: str) -> object:
    return book.file.db.execute_sql(f"PRAGMA {name}").fetchone()[0]


def test_a_new_book_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = new_book(tmp_path / "book", "EUR", lambda: TODAY)
        with made.change("Write something"):
            made.settings.set("x", "y")
        made.close()
    finally:
        os.umask(before)
    assert {p.name for p in (tmp_path / "book").iterdir()} == {DATABASE_NAME, LOCK_NAME, *FOLDERS, INBOX}
    assert mode(tmp_path / "book" / DATABASE_NAME) == 0o600
    assert mode(tmp_path / "book" / LOCK_NAME) == 0o600
    assert {mode(tmp_path / "book" / name) for name in FOLDERS} == {0o700}
    assert mode(tmp_path / "book") == 0o700


def test_the_file_says_whose_it_is_and_which_format(folder: Path) -> None:
    head = (folder / DATABASE_NAME).read_bytes()[:100]
    assert int.from_bytes(head[APPLICATION_AT : APPLICATION_AT + 4], "big") == APPLICATION_ID
    assert int.from_bytes(head[VERSION_AT : VERSION_AT + 4], "big") == len(MIGRATIONS)


def test_the_connection_is_as_careful_as_it_should_be(book: Book) -> None:
    assert pragma(book, "foreign_keys") == 1
    assert pragma(book, "secure_delete") == 1
    assert pragma(book, "journal_mode") == "delete"
    assert pragma(book, "synchronous") == 3
    assert problems(book.file.db) == []


def test_nothing_is_written_outside_a_change(book: Book) -> None:
    with pytest.raises(DatabaseError, match="readonly"):
        book.settings.set("business_name", "Acme")
    with book.change("Name the business"):
        book.settings.set("business_name", "Acme")
    with pytest.raises(DatabaseError, match="readonly"):
        book.settings.set("business_name", "Other")
    assert book.settings.get("business_name") == "Acme"


def test_nothing_is_written_after_a_change_that_failed(book: Book) -> None:
    def fail() -> None:
        with book.change("Fail"):
            book.settings.set("business_name", "Acme")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert book.settings.get("business_name") == ""
    assert book.undo_label == ""
    with pytest.raises(DatabaseError, match="readonly"):
        book.settings.set("business_name", "Acme")


def test_a_reference_to_nothing_is_refused_at_the_end_of_the_change(book: Book) -> None:
    with pytest.raises(WriteFailed, match="FOREIGN KEY"), book.change("Refer to nobody"):
        book.file.db.execute_sql("INSERT INTO party_tag (party, tag) VALUES (99, 'lost')")
    assert book.people.tags() == []


@pytest.mark.parametrize(("code", "exponent"), [("EUR", 2), ("jpy", 0), ("KWD", 3)])
def test_the_currency_is_kept_in_the_book(tmp_path: Path, code: str, exponent: int) -> None:
    new_book(tmp_path / "book", code, lambda: TODAY).close()
    opened = open_book(tmp_path / "book")
    assert (opened.currency.code, opened.currency.exponent) == (code.upper(), exponent)
    assert len(opened.people.reasons()) > 10
    assert opened.undo_label == ""
    opened.close()


def test_no_currency_no_book(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        new_book(tmp_path / "book", "euro", lambda: TODAY)
    assert not (tmp_path / "book").exists()


def test_what_was_committed_is_there_when_opened_again(folder: Path) -> None:
    first = open_book(folder)
    with first.change("Name the business"):
        first.settings.set("business_name", "Acme")
    first.close()
    second = open_book(folder)
    assert second.settings.get("business_name") == "Acme"
    second.close()


def test_a_folder_that_holds_a_book_gets_no_second_one(folder: Path) -> None:
    before = (folder / DATABASE_NAME).read_bytes()
    with pytest.raises(BookRefused, match="a book in"):
        new_book(folder)
    assert (folder / DATABASE_NAME).read_bytes() == before


def test_a_birth_that_fails_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    def fill(_db: object) -> None:
        raise DatabaseError("disk I/O error")

    with pytest.raises(WriteFailed):
        book_file.create(tmp_path / "book", fill)
    assert [p.name for p in (tmp_path / "book").iterdir()] == [LOCK_NAME]
    new_book(tmp_path / "book").close()


def test_a_birth_that_was_killed_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / f"{DATABASE_NAME}.new").write_bytes(b"half a database")
    (tmp_path / "book" / f"{DATABASE_NAME}.new-journal").write_bytes(b"half a journal")
    made = new_book(tmp_path / "book")
    assert problems(made.file.db) == []
    made.close()
    assert not list((tmp_path / "book").glob("*.new*"))


def test_folders_that_are_missing_come_back(folder: Path) -> None:
    for name in FOLDERS:
        (folder / name).rmdir()
    open_book(folder).close()
    assert all((folder / name).is_dir() for name in FOLDERS)


def test_a_place_that_cannot_be_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BookRefused, match="cannot be made"):
        new_book(tmp_path / "file")
    with pytest.raises(BookRefused, match="no folder"):
        open_book(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_lock_that_cannot_be_made_is_refused_in_words(folder: Path) -> None:
    (folder / LOCK_NAME).unlink()
    (folder / LOCK_NAME).mkdir()
    with pytest.raises(BookRefused, match="Nothing can be written"):
        open_book(folder)


# Every way a file can be wrong: how it is made so from a sound one, and what the owner reads.


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _three_bytes(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3])


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _one_byte_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _noise_after_the_header(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xa5" * (len(content) - 100))


def _text(path: Path) -> None:
    path.write_text("Dear diary,\n" * 100)


def _patched(path: Path, at: int, number: int) -> None:
    content = bytearray(path.read_bytes())
    content[at : at + 4] = number.to_bytes(4, "big")
    path.write_bytes(content)


def _foreign(path: Path) -> None:
    _patched(path, APPLICATION_AT, 0)


def _newer(path: Path) -> None:
    _patched(path, VERSION_AT, len(MIGRATIONS) + 1)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_empty, "it is empty"),
        (_three_bytes, "does not begin"),
        (_half, "shorter than it should be"),
        (_one_byte_short, "shorter than it should be"),
        (_noise, "does not begin"),
        (_zeros, "does not begin"),
        (_noise_after_the_header, "is damaged"),
        (_text, "does not begin"),
        (_foreign, "another program"),
        (_newer, "newer Balancer"),
    ],
)
def test_a_wrong_file_is_refused_and_not_touched(folder: Path, spoil: Callable[[Path], None], words: str) -> None:
    path = folder / DATABASE_NAME
    spoil(path)
    before, when = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(BookRefused, match=words) as refused:
        open_book(folder)
    assert refused.value.remedy
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, when)
    with pytest.raises(BookRefused, match="a book in"):
        new_book(folder)
    assert path.read_bytes() == before
    BookLock(folder).release()  # nobody holds the book after it was refused


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).mkdir()
    with pytest.raises(BookRefused, match="cannot be read"):
        open_book(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BookRefused, match="no folder"):
        open_book(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_an_empty_folder_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(BookRefused, match="no book"):
        open_book(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_book_without_its_database_is_damage_and_no_place_for_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "Customers").mkdir()
    (tmp_path / "Customers" / "letter.txt").write_text("Dear Acme")
    for attempt in (open_book, new_book):
        with pytest.raises(BookRefused, match="database is missing") as refused:
            attempt(tmp_path)
        assert "Backups" in refused.value.remedy
    assert [p.name for p in tmp_path.iterdir()] == ["Customers"]


def test_a_book_is_open_once(book: Book) -> None:
    with pytest.raises(BookInUse, match="another window"):
        open_book(book.folder)
    with book.change("Still usable"):
        book.settings.set("x", "y")


def test_closing_frees_the_book_and_closing_again_is_harmless(folder: Path) -> None:
    first = open_book(folder)
    first.close()
    second = open_book(folder)
    first.close()
    with pytest.raises(BookInUse):
        open_book(folder)
    second.close()


def test_a_lock_left_by_a_killed_process_is_recovered(folder: Path) -> None:
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        held = open_book(folder)
        os.write(tell, b"x")
        signal.pause()
        held.close()
    os.close(tell)
    try:
        assert os.read(ready, 1) == b"x"
        with pytest.raises(BookInUse):
            open_book(folder)
    finally:
        os.close(ready)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    survivor = open_book(folder)
    assert problems(survivor.file.db) == []
    survivor.close()
