"""The whole book as CSV files: one per table, for spreadsheets and for importing again."""

import csv
import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp

from balancer_desktop.app.book import Book
from balancer_desktop.app.export_tables import TABLES, Row, written
from balancer_desktop.domain.errors import Refused


class ExportFailed(Refused):
    """No file was written."""


def export_csv(book: Book, folder: Path, *, overwrite: bool = False) -> list[Path]:
    """The files written into `folder`: all of them or none. UTF-8 with a byte-order mark, dates ISO, decimal points.

    ExportFailed when a file of one of these names is there already (unless overwrite, which never replaces a folder)
    or the disk refuses.
    """
    targets = {name: folder / f"{name}.csv" for name in TABLES}
    there = [target.name for target in targets.values() if target.is_dir() or (target.exists() and not overwrite)]
    if there:
        raise ExportFailed(f"{folder} holds {there[0]} already.", "Choose an empty folder.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        workshop = Path(mkdtemp(prefix=".unfinished-", dir=folder))
        try:
            for name, rows in TABLES.items():
                _write(workshop / f"{name}.csv", rows(book))
            for target in targets.values():
                (workshop / target.name).replace(target)
        finally:
            for left in workshop.iterdir():
                left.unlink()
            workshop.rmdir()
    except OSError as error:
        raise ExportFailed(f"The export could not be written ({error.strerror}).", "Choose another folder.") from error
    return list(targets.values())


def _write(file: Path, rows: Iterable[Row]) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8-sig", newline="") as out:  # noqa: PTH123 - private from its first byte
        csv.writer(out).writerows(map(written, rows))
