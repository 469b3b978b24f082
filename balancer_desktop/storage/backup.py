"""A verified copy of the database, made through SQLite itself, never by copying the live file."""

import os
import sqlite3
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from peewee import DatabaseError, SqliteDatabase

from balancer_desktop.domain.errors import Refused

_UNFINISHED = ".unfinished-"


class BackupFailed(Refused):
    """No backup was made; the book itself is as it was."""


def back_up(db: SqliteDatabase, folder: Path, label: str) -> Path:
    """A copy in `folder` named by the time and the label: VACUUM INTO a private temporary folder, checked, then moved.

    BackupFailed when the copy cannot be written or does not hold what the book holds; nothing of it stays behind.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        _clear_away(folder)
        workshop = Path(mkdtemp(prefix=_UNFINISHED, dir=folder))
        try:
            return _copied(db, workshop / "book.db", _unused(folder, label))
        finally:
            rmtree(workshop)
    except (DatabaseError, sqlite3.Error, OSError) as error:
        raise BackupFailed(
            f"The backup could not be written ({error}).", "Free some disk space, then try again."
        ) from error


def _copied(db: SqliteDatabase, copy: Path, target: Path) -> Path:
    """The path of the finished backup."""
    _vacuum_into(db, copy)
    copy.chmod(0o600)
    _check(copy, _counts(db))
    _sync(copy)
    copy.rename(target)
    _sync(target.parent)
    return target


def _vacuum_into(db: SqliteDatabase, copy: Path) -> None:
    # An open book is query_only, which SQLite takes to forbid writing the copy as well.
    guarded = db.execute_sql("PRAGMA query_only").fetchone()[0]
    db.execute_sql("PRAGMA query_only = 0")
    try:
        db.execute_sql("VACUUM INTO ?", (str(copy),))
    finally:
        db.execute_sql(f"PRAGMA query_only = {guarded}")


def _clear_away(folder: Path) -> None:
    """Drop what a backup that was killed has left; the book's lock says that none is being made."""
    for leftover in folder.glob(f"{_UNFINISHED}*"):
        rmtree(leftover)


def _unused(folder: Path, label: str) -> Path:
    """A name that carries local time for people, numbered when several backups share their second."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    names = chain([f"{stamp} {label}.db"], (f"{stamp} {label} ({n}).db" for n in count(2)))
    return next(folder / name for name in names if not (folder / name).exists())


def _check(copy: Path, expected: dict[str, int]) -> None:
    db = SqliteDatabase(str(copy), pragmas={"query_only": 1})
    db.connect()
    try:
        found = db.execute_sql("PRAGMA integrity_check").fetchone()[0]
        if found != "ok" or _counts(db) != expected:
            raise BackupFailed(f"The copy is not sound ({found}).", "Try another disk.")
    finally:
        db.close()


def _counts(db: Any) -> dict[str, int]:
    tables = [row[0] for row in db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    return {t: db.execute_sql(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in tables}


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
