"""Parties whose folder was on the disk once and is not found any more.

The disk is looked at apart from the book, so that a window can have it done on another thread.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from balancer_desktop.app.book import Book
from balancer_desktop.app.filing import find
from balancer_desktop.app.following import TOPS, is_it
from balancer_desktop.storage.cabinet import Sight


class Missing(NamedTuple):
    """where: the folder's last path within the book's folder."""

    party_id: int
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Looked:
    """The uids of the folders that were not where they had been, and all there was to be seen instead."""

    absent: frozenset[str]
    sight: Sight | None


def missing(book: Book) -> list[Missing]:
    """All of them, by id."""
    return still_missing(book, look(book.folder, noted(book)))


def noted(book: Book) -> dict[str, str]:
    """Where each party's folder was last, by its uid."""
    places = book.folders.places()
    return {party.uid: places[party.uid].placed for party in book.folders.filed() if party.uid in places}


def look(root: Path, folders: Mapping[str, str], goes_on: Callable[[int], bool] = lambda _count: True) -> Looked:
    """Look for these folders (see noted) within the book's folder; touches nothing but the disk.

    goes_on: told how many were looked for; nothing is absent when it says no.
    """
    absent: list[str] = []
    for count, (uid, placed) in enumerate(folders.items(), 1):
        if not is_it(root / placed, uid):
            absent.append(uid)
        if not goes_on(count):
            return Looked(frozenset(), None)
    sight = Sight(root, TOPS) if absent else None
    for uid in absent:
        if sight:
            sight.find(uid)  # reads what has to be read, here
    return Looked(frozenset(absent), sight)


def still_missing(book: Book, looked: Looked) -> list[Missing]:
    """Those that are not found elsewhere either, nor where they were moved meanwhile; what is found is remembered."""
    if not looked.absent:
        return []
    places = book.folders.places(looked.absent)
    return [
        Missing(party.party_id, party.name, places[party.uid].placed)
        for party in book.folders.filed()
        if party.uid in looked.absent and party.uid in places and find(book, party.party_id, looked.sight) is None
    ]
