"""A verified copy of the database, made through SQLite itself, never by copying the live file."""

import os
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from peewee import SqliteDatabase

from balancer_desktop.domain.errors import Refused


class BackupFailed(Refused):
    """No backup was made; the book itself is as it was."""


def back_up(db: SqliteDatabase, folder: Path, label: str) -> Path:
    """A copy in `folder` named by the time and the label: VACUUM INTO a private temporary folder, checked, then moved.

    BackupFailed when the copy cannot be written or does not hold what the book holds.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    # The name carries local time for people; uniqueness comes from the exclusive temporary folder and the check below.
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    target = folder / f"{stamp} {label}.db"
    if target.exists():
        raise BackupFailed(f"{target.name} exists already.", "Wait a second, then back up again.")
    workshop = Path(mkdtemp(prefix=".unfinished-", dir=folder))
    copy = workshop / "book.db"
    try:
        db.execute_sql("VACUUM INTO ?", (str(copy),))
        copy.chmod(0o600)
        _check(copy, _counts(db))
        _sync(copy)
        copy.rename(target)
        _sync(folder)
    except Refused:
        raise
    except Exception as error:
        raise BackupFailed(
            f"The backup could not be written ({error}).", "Free some disk space, then try again."
        ) from error
    finally:
        copy.unlink(missing_ok=True)
        workshop.rmdir()
    return target


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
