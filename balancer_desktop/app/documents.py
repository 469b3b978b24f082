"""What lies in a party's folder, and copying more into it."""

import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from balancer_desktop.app import filing
from balancer_desktop.app.book import Book
from balancer_desktop.app.filing import FolderMissing, open_folder
from balancer_desktop.app.wording import name_of
from balancer_desktop.domain.errors import Refused
from balancer_desktop.storage.copying import NotCopied, Told, clear_away, copy_into

MOST = 200
_LITTER = {"desktop.ini", "thumbs.db", "icon\r"}
_LATEST = 253370764800.0
"""The year 9999; a file may claim to be younger."""


class Document(NamedTuple):
    """A file or folder as the file manager would show it. size: bytes, 0 of a folder. modified: local time."""

    path: Path
    size: int
    modified: datetime
    is_folder: bool = False

    @property
    def name(self) -> str:
        return self.path.name


class Documents(NamedTuple):
    """The latest documents first; more: how many there are beyond them. folder is None where none was needed yet."""

    folder: Path | None
    latest: Sequence[Document] = ()
    more: int = 0


class Copied(NamedTuple):
    """What was copied, and a sentence for each that was not, or not wholly."""

    paths: tuple[Path, ...] = ()
    refusals: tuple[str, ...] = ()


def documents(book: Book, party_id: int, most: int = MOST) -> Documents:
    """What lies in the party's folder, hidden files left out. FolderMissing when it has gone; Refused if unreadable."""
    folder, where = filing.find(book, party_id), filing.last_seen(book, party_id)
    if not where:
        return Documents(None)
    if folder is None:
        raise FolderMissing(name_of(book, party_id), where)
    try:
        with os.scandir(folder) as entries:
            found = [document for entry in entries if _is_shown(entry.name) and (document := _document(entry))]
    except OSError as error:
        raise Refused(f"The folder {folder.name} cannot be read ({error.strerror}).", "Check its rights.") from error
    found.sort(key=lambda document: (-document.modified.timestamp(), document.name))
    return Documents(folder, tuple(found[:most]), max(0, len(found) - most))


def file_names(folder: Path) -> list[str]:
    """Of what lies in a folder, hidden files left out, in order; none of one that cannot be read, as its page says."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if _is_shown(entry.name))
    except OSError:
        return []


def copy_in(book: Book, party_id: int, files: Iterable[Path]) -> Copied:
    """Copy files and folders into the party's folder, made when first needed. Raises as open_folder does."""
    return copy_files(open_folder(book, party_id), files)


def copy_files(folder: Path, files: Iterable[Path], told: Told = lambda _bytes: True) -> Copied:
    """Copy files and folders into a folder. Each is there whole or not at all; told() may stop it between the bytes.

    It does not touch the book, and so may take its time on another thread.
    """
    paths: list[Path] = []
    refusals: list[str] = []
    clear_away(folder)
    for file in files:
        try:
            path, left_out = copy_into(folder, file, told)
        except NotCopied as refusal:
            refusals.append(str(refusal))
        else:
            paths.append(path)
            refusals += [f"“{name}” was left out: it is a link, or no file." for name in left_out]
    return Copied(tuple(paths), tuple(refusals))


def _document(entry: os.DirEntry[str]) -> Document | None:
    """None of what is gone meanwhile, and of a link that leads nowhere."""
    try:
        is_folder, about = entry.is_dir(), entry.stat()
    except OSError:
        return None
    modified = datetime.fromtimestamp(min(max(about.st_mtime, 0.0), _LATEST), UTC).astimezone()
    return Document(Path(entry.path), 0 if is_folder else about.st_size, modified, is_folder)


def _is_shown(name: str) -> bool:
    return not name.startswith(".") and name.lower() not in _LITTER
