"""Backups on demand: a verified copy in the book's Backups folder, and when the last one was made."""

from datetime import datetime
from pathlib import Path

from balancer_desktop.app.book import Book
from balancer_desktop.storage.backup import back_up

FOLDER = "Backups"


def back_up_now(book: Book) -> Path:
    """The file of a new, verified backup; BackupFailed when it could not be made."""
    return back_up(book.file.db, book.folder / FOLDER, "by hand")


def last_backup(book: Book) -> datetime | None:
    """When the newest backup was written, in local time; None when there is none."""
    times = [file.stat().st_mtime for file in (book.folder / FOLDER).glob("*.db")]
    return datetime.fromtimestamp(max(times)).astimezone() if times else None
