"""The book's Inbox folder: what lies in it to be looked at, and where it goes when it has been.

A file is moved only after what it holds is in the book. Should the program end in between, it is looked at again, and
then holds nothing that is new: such a file is put away at once.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from balancer_desktop.app.book import Book
from balancer_desktop.app.intake.preview import Contents, Stamp, known_keys, stamp_of
from balancer_desktop.domain.file_names import numbered
from balancer_desktop.domain.intake.item import ItemKind
from balancer_desktop.storage.book_file import INBOX

DONE = "Done"
_PASSED_OVER = (".tmp", ".part", ".partial", ".crdownload", ".download", ".swp", "~")
"""Ends of names of files that are still being written, or that an editor leaves."""


Seen = tuple[Path, Stamp]
"""A file as it stood when it was looked at: whether it has changed since tells whether it is whole."""


def folder(book: Book) -> Path:
    return book.folder / INBOX


def seen(book: Book) -> tuple[Seen, ...]:
    """The files in the Inbox, by name; hidden, unfinished and empty ones are passed over, and so are folders."""
    found = []
    try:
        entries = list(os.scandir(folder(book)))
    except OSError:  # no Inbox, or none that can be read: then nothing waits in it
        return ()
    for entry in sorted(entries, key=lambda entry: entry.name):
        if entry.name.startswith((".", "~")) or entry.name.lower().endswith(_PASSED_OVER):
            continue
        if entry.is_file(follow_symlinks=False) and (stat := entry.stat()).st_size:
            found.append((Path(entry.path), (stat.st_size, stat.st_mtime_ns)))
    return tuple(found)


def settled(before: Iterable[Seen], now: Sequence[Seen]) -> list[Path]:
    """Those that have not changed between two looks."""
    known = set(before)
    return [path for path, stamp in now if (path, stamp) in known]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the Inbox: the files, and how many items of each kind are not in the book yet."""

    paths: tuple[Path, ...] = ()
    inquiries: int = 0
    others: int = 0

    @property
    def sentence(self) -> str:
        """`3 calls from reception.csv wait to be looked at`; empty when nothing does."""
        if not self.paths:
            return ""
        source = self.paths[0].name if len(self.paths) == 1 else f"{len(self.paths)} files"
        count = self.inquiries + self.others
        if not count:
            return f"{source} in the Inbox cannot be read"
        what = "item" if self.others else "call"
        return (
            f"{count} {what}{'' if count == 1 else 's'} from {source} wait{'s' if count == 1 else ''} to be looked at"
        )


def waiting(book: Book, contents: Contents) -> Waiting:
    """What of the files' contents is new to the book; a file that is read and brings nothing new is put away."""
    known = known_keys(book, (item.key for _, item in contents.found))
    fresh = [(path, item) for path, item in contents.found if item.key not in known]
    named = {path for path, _ in fresh} | {fault.path for fault in contents.faults}
    put_away(book, (path for path in contents.paths if path not in named), contents.stamps)
    calls = sum(item.kind is ItemKind.INQUIRY for _, item in fresh)
    return Waiting(tuple(path for path in contents.paths if path in named), calls, len(fresh) - calls)


def put_away(book: Book, paths: Iterable[Path], stamps: Mapping[Path, Stamp]) -> list[Path]:
    """Move files of the Inbox into its folder Done, under another name where theirs is taken; others stay.

    Where they are then. Never overwrites; a file that cannot be moved, or has changed since it was read (stamps), stays
    and is offered again.
    """
    moved = []
    for path in paths:
        if path.parent != folder(book) or not path.exists() or stamps.get(path) != stamp_of(path):
            continue
        done = path.parent / DONE
        try:
            done.mkdir(mode=0o700, exist_ok=True)
            moved.append(_move(path, done))
        except OSError:  # in use, or the disk says no: what it holds is known, so nothing comes twice
            continue
    return moved


def _move(path: Path, target: Path) -> Path:
    """By a link and an unlink where the system has links, for a rename would replace what came in between."""
    for number in count(1):
        free = target / numbered(path.name, number, file=True)
        if os.path.lexists(free):
            continue
        try:
            os.link(path, free)
        except FileExistsError:
            continue
        except OSError:  # a disk without links: nobody else writes into Done
            path.rename(free)
        else:
            path.unlink()
        return free
    raise AssertionError("numbers end")
