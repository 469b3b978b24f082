"""What the first hundred bytes of a database file say, read before SQLite is let near it.

Offsets from https://www.sqlite.org/fileformat.html §1.3.
"""

from pathlib import Path
from typing import NamedTuple

from balancer_desktop.domain.errors import Refused

APPLICATION_ID = 0x42414C41  # "BALA"
_MAGIC = b"SQLite format 3\0"


class BookRefused(Refused):
    """A book that is missing, damaged, foreign or newer. It was not touched."""


class Header(NamedTuple):
    """page_size in bytes; pages as the file itself claims; version is the schema's."""

    page_size: int
    pages: int
    version: int
    application: int


def check_header(path: Path, newest: int) -> Header:
    """The header of a book this program may open; BookRefused, the file untouched, for anything else."""
    header = _read(path)
    if header.application != APPLICATION_ID:
        raise BookRefused(f"{path} is a database of another program.", "Choose a folder that holds a Balancer book.")
    if header.version > newest:
        raise BookRefused(
            f"{path} was written by a newer Balancer (its format is {header.version}, this program knows {newest}).",
            "Install the newer program; the book was not changed.",
        )
    # With a journal beside it the file may be caught mid-write: SQLite rolls that back when it opens it.
    journal = path.with_name(path.name + "-journal")
    if not journal.exists() and path.stat().st_size < header.page_size * header.pages:
        raise _damaged(path, "it is shorter than it should be")
    return header


def _read(path: Path) -> Header:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise BookRefused(f"There is no book at {path}.", "Choose another folder, or start a new book.") from None
    except OSError as error:
        raise BookRefused(f"{path} cannot be read ({error.strerror}).", "Check the file's permissions.") from None
    if not head:
        raise _damaged(path, "it is empty")
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise _damaged(path, "it does not begin as a database does")
    page_size = int.from_bytes(head[16:18], "big")
    return Header(
        page_size=65536 if page_size == 1 else page_size,
        pages=int.from_bytes(head[28:32], "big"),
        version=int.from_bytes(head[60:64], "big"),
        application=int.from_bytes(head[68:72], "big"),
    )


def _damaged(path: Path, how: str) -> BookRefused:
    return BookRefused(
        f"{path} is damaged: {how}. It was not changed.",
        f"Put back a copy from the Backups folder beside it ({path.parent / 'Backups'}).",
    )
