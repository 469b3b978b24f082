"""A book's folder and its one database connection: create, open, migrate, write, close."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peewee import DatabaseError, SqliteDatabase

from balancer_desktop.domain.errors import Refused
from balancer_desktop.storage.backup import back_up
from balancer_desktop.storage.header import APPLICATION_ID, BookRefused, check_header
from balancer_desktop.storage.history import History
from balancer_desktop.storage.lock import BookLock
from balancer_desktop.storage.migrations import MIGRATIONS

DATABASE_NAME = "book.db"
FOLDERS = ("Customers", "ex_Customers", "Backups")
INBOX = "Inbox"
"""Where files from whoever answers the phone are dropped; made with the book, missed by nobody when it is gone."""
Migrations = Sequence[Sequence[str]]
Fill = Callable[[SqliteDatabase], None]

_PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": "extra",
    "foreign_keys": 1,
    "secure_delete": 1,
    "recursive_triggers": 1,  # REPLACE, should anybody use it, must leave its images too
    "cache_size": -65536,
    "trusted_schema": 0,
}


class WriteFailed(Refused):
    """The disk or the database refused a write. Everything committed before is safe."""


class BookFile:
    """The open book: the only connection to its database, writable only inside writing()."""

    def __init__(self, folder: Path, lock: BookLock, db: SqliteDatabase) -> None:
        self.folder = folder
        self.db = db
        self._lock = lock
        self.history = History(db)
        self._execute("PRAGMA query_only = 1")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; all or nothing. WriteFailed when the disk or the database says no."""
        try:
            self._execute("PRAGMA query_only = 0")
            self.history.watch()
            with self.db.transaction("IMMEDIATE"):
                yield
        except (DatabaseError, sqlite3.Error) as error:
            raise _write_failed(error) from error
        finally:
            self._execute("PRAGMA query_only = 1")

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the open transaction that is itself all or nothing."""
        with self.db.savepoint():
            yield

    def close(self) -> None:
        self.db.close()
        self._lock.release()

    def _execute(self, sql: str) -> Any:
        return self.db.execute_sql(sql)


def create(folder: Path, fill: Fill = lambda db: None, migrations: Migrations = MIGRATIONS) -> BookFile:
    """A new book in a folder that holds none, with the rows that `fill` writes; BookRefused when one is there already.

    It appears whole or not at all. WriteFailed when the disk says no.
    """
    _make_private(folder)
    _refuse_occupied(folder)
    lock = BookLock(folder)
    try:
        _refuse_occupied(folder)  # again, for another start may have been quicker
        _give_birth(folder / DATABASE_NAME, fill, migrations)
        return _opened(folder, lock, migrations)
    except BaseException:
        lock.release()
        raise


def open_book(folder: Path, migrations: Migrations = MIGRATIONS) -> BookFile:
    """The book in a folder, brought to this program's format; BookRefused, untouched, when it cannot be."""
    if not folder.is_dir():
        raise BookRefused(f"There is no folder {folder}.", "Choose another folder, or start a new book.")
    path = folder / DATABASE_NAME
    if not path.exists():
        _refuse_headless(folder)
    check_header(path, len(migrations))
    lock = BookLock(folder)
    try:
        return _opened(folder, lock, migrations)
    except BaseException:
        lock.release()
        raise


def migrate(db: SqliteDatabase, migrations: Migrations) -> None:
    """Run the steps the book lacks, each with its version bump and a foreign-key check in one transaction.

    DatabaseError or BookRefused when a step fails; the book then is as the step before left it.
    """
    version = _version(db)
    db.execute_sql("PRAGMA foreign_keys = 0")  # rebuilding a table must not take its children along
    for number, statements in enumerate(migrations[version:], start=version + 1):
        with db.transaction("IMMEDIATE"):
            _take_step(db, number, statements)
    db.execute_sql("PRAGMA foreign_keys = 1")


def _version(db: SqliteDatabase) -> int:
    return int(db.execute_sql("PRAGMA user_version").fetchone()[0])


def _take_step(db: SqliteDatabase, number: int, statements: Sequence[str]) -> None:
    for statement in statements:
        db.execute_sql(statement)
    orphan = db.execute_sql("PRAGMA foreign_key_check").fetchone()
    if orphan:
        raise _not_migrated(f"rows of “{orphan[0]}” would name rows that are gone")
    db.execute_sql(f"PRAGMA user_version = {number}")


def _opened(folder: Path, lock: BookLock, migrations: Migrations) -> BookFile:
    """The book under its lock, migrated when it is older than the program."""
    path = folder / DATABASE_NAME
    check_header(path, len(migrations))
    try:
        db = _connect(path)
    except (DatabaseError, sqlite3.Error) as error:
        raise _damaged(path, error) from error
    try:
        for name in (*FOLDERS, INBOX):
            _make_private(folder / name)
        # Asked of SQLite: where a crash caught a commit, the header alone told of a version now rolled back.
        if _version(db) < len(migrations):
            _bring_up_to_date(db, folder, migrations)
        return BookFile(folder, lock, db)
    except BaseException:
        db.close()
        raise


def _bring_up_to_date(db: SqliteDatabase, folder: Path, migrations: Migrations) -> None:
    back_up(db, folder / "Backups", f"before-format-{len(migrations)}")
    try:
        migrate(db, migrations)
    except DatabaseError as error:
        raise _not_migrated(str(error)) from error


def _refuse_occupied(folder: Path) -> None:
    if (folder / DATABASE_NAME).exists():
        raise BookRefused(f"There is a book in {folder} already.", "Open it, or choose another folder.")
    _refuse_headless(folder)


def _refuse_headless(folder: Path) -> None:
    """A book's folders without its database are what is left of a damaged book, never a place for a new one."""
    if any((folder / name).exists() for name in FOLDERS):
        raise BookRefused(
            f"{folder} belongs to a book whose database is missing.",
            f"Put {DATABASE_NAME} back from {folder / 'Backups'}, or choose another folder for a new book.",
        )


def _give_birth(path: Path, fill: Fill, migrations: Migrations) -> None:
    """Build the database under another name first: a crash leaves no half-made book under the real one."""
    unborn = path.with_name(path.name + ".new")
    journal = unborn.with_name(unborn.name + "-journal")
    try:
        for leftover in (unborn, journal):
            leftover.unlink(missing_ok=True)
        os.close(os.open(unborn, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        _build(unborn, fill, migrations)
        unborn.rename(path)
    except (DatabaseError, OSError) as error:
        raise _write_failed(error) from error
    finally:
        unborn.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)


def _build(path: Path, fill: Fill, migrations: Migrations) -> None:
    db = _connect(path)
    try:
        db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(db, migrations)
        with db.transaction("IMMEDIATE"):
            fill(db)
    finally:
        db.close()


def _connect(path: Path) -> SqliteDatabase:
    db = SqliteDatabase(str(path), pragmas=_PRAGMAS, thread_safe=False, autoconnect=False, check_same_thread=False)
    try:
        db.connect()
        db.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BookRefused(f"The folder {folder} cannot be made ({error.strerror}).", "Choose another place.") from None


def _write_failed(error: BaseException) -> WriteFailed:
    # On a full disk SQLite takes the transaction back by itself; that peewee then cannot is not what went wrong.
    while error.__context__ and any(late in str(error) for late in ("no transaction is active", "no such savepoint")):
        error = error.__context__
    text = str(error)
    full = "full" in text or "disk I/O" in text
    remedy = "Free some disk space, then try again." if full else "Try again; if it stays, run “verify”."
    return WriteFailed(f"This could not be written ({text}). Everything saved before is safe.", remedy)


def _not_migrated(why: str) -> BookRefused:
    return BookRefused(
        f"The book could not be brought to this program's format ({why}). It stays as it was.",
        "Free some disk space if the disk is full; otherwise open it with the program that wrote it.",
    )


def _damaged(path: Path, error: Exception) -> BookRefused:
    return BookRefused(
        f"{path} is damaged ({error}). It was not changed.", f"Put back a copy from {path.parent / 'Backups'}."
    )
