"""The books opened lately on this machine, in a small file of the owner's configuration."""

import json
from pathlib import Path

MOST = 10


class RecentBooks:
    """A list in a JSON file; one that cannot be read counts as empty, for nothing in it is worth an error."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> list[Path]:
        """The latest first; books that are still there before those that are not, which may be on another disk."""
        books = self._read()
        return sorted(books, key=lambda book: not _is_there(book))

    def remember(self, book: Path) -> None:
        """Put a book at the head of the list. A list that cannot be written is not worth stopping for."""
        book = book.absolute()
        books = [book, *(other for other in self._read() if other != book)][:MOST]
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            fresh.write_text(json.dumps([str(b) for b in books]), encoding="utf-8")
            fresh.chmod(0o600)
            fresh.replace(self._file)
        except OSError:
            return

    def _read(self) -> list[Path]:
        try:
            held = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return []
        return [Path(book) for book in held if isinstance(book, str)][:MOST] if isinstance(held, list) else []


def _is_there(book: Path) -> bool:
    try:
        return (book / "book.db").exists()
    except OSError:  # a folder that may not be looked into, or a name no disk can hold
        return False
