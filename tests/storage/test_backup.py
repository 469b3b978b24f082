"""A backup is a checked, private copy under its final name, or it is nothing at all."""

import sqlite3
import stat
from contextlib import closing
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
from peewee import DatabaseError

from balancer_desktop.app import money, people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.storage import backup
from balancer_desktop.storage.backup import BackupFailed, back_up


@pytest.fixture
def folder(book: Book) -> Path:
    """The backup folder of a book with a sale in it."""
    party = people.add(book, Party("Acme"), on=date(2026, 1, 1))
    money.record_sale(book, Sale(date(2026, 2, 1), party, 12345))
    return book.folder / "Backups"


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def test_a_backup_holds_what_the_book_holds(book: Book, folder: Path) -> None:
    made = back_up(book.file.db, folder, "by hand")
    assert dump(made) == list(book.file.db.connection().iterdump())
    with closing(sqlite3.connect(made)) as db:
        for pragma in ("user_version", "application_id"):
            kept = book.file.db.execute_sql(f"PRAGMA {pragma}").fetchone()
            assert db.execute(f"PRAGMA {pragma}").fetchone() == kept
            assert kept != (0,)
    assert list(folder.iterdir()) == [made]


def test_a_backup_is_private_in_a_private_folder(book: Book, folder: Path) -> None:
    folder.rmdir()
    made = back_up(book.file.db, folder, "by hand")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_backup_leaves_the_book_as_it_is(book: Book, folder: Path) -> None:
    before = (book.folder / "book.db").read_bytes()
    back_up(book.file.db, folder, "by hand")
    assert (book.folder / "book.db").read_bytes() == before
    assert book.undo_label == "Sale of 123.45 EUR · Acme"
    with pytest.raises(DatabaseError, match="readonly"):
        book.settings.set("x", "y")


class FrozenClock(datetime):
    """A clock that stands at half past nine."""

    @classmethod
    def now(cls, tz: timezone | None = None) -> "FrozenClock":
        return cls(2026, 11, 20, 9, 30, 0, tzinfo=tz)


def test_backups_of_one_second_get_names_of_their_own(
    book: Book, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "datetime", FrozenClock)
    names = [back_up(book.file.db, folder, "by hand").name for _ in range(3)]
    stamp = "2026-11-20 09.30.00 by hand"
    assert names == [f"{stamp}.db", f"{stamp} (2).db", f"{stamp} (3).db"]


def test_what_a_killed_backup_left_is_cleared_away(book: Book, folder: Path) -> None:
    (folder / ".unfinished-abc").mkdir()
    (folder / ".unfinished-abc" / "book.db").write_bytes(b"half")
    made = back_up(book.file.db, folder, "by hand")
    assert list(folder.iterdir()) == [made]


def test_a_copy_that_lacks_rows_is_refused(book: Book, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = backup._counts
    monkeypatch.setattr(backup, "_counts", lambda db: counts(db) | ({"party": 2} if db is book.file.db else {}))
    with pytest.raises(BackupFailed, match="not sound"):
        back_up(book.file.db, folder, "by hand")
    assert list(folder.iterdir()) == []


def test_a_copy_with_a_spoilt_page_is_refused(book: Book, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = backup._check

    def spoil_then_check(copy: Path, expected: dict[str, int]) -> None:
        content = bytearray(copy.read_bytes())
        content[-4096:] = b"\x5a" * 4096
        copy.write_bytes(content)
        check(copy, expected)

    monkeypatch.setattr(backup, "_check", spoil_then_check)
    with pytest.raises(BackupFailed):
        back_up(book.file.db, folder, "by hand")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("step", ["_check", "_sync"])
def test_a_disk_that_fails_leaves_nothing(book: Book, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, step, fail)
    with pytest.raises(BackupFailed, match="No space left"):
        back_up(book.file.db, folder, "by hand")
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_is_refused_in_words(book: Book, folder: Path) -> None:
    folder.rmdir()
    folder.write_text("in the way")
    with pytest.raises(BackupFailed, match="could not be written"):
        back_up(book.file.db, folder, "by hand")
    assert folder.read_text() == "in the way"
