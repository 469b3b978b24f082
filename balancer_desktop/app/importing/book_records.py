"""The records of a book as an import compares them with its own."""

from collections.abc import Callable, Hashable, Iterable

from balancer_desktop.app.book import Book
from balancer_desktop.domain.folder import path_of
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.records import (
    CadenceRecord,
    ContactRecord,
    FolderRecord,
    PutOffRecord,
    ReasonRecord,
    Record,
    StandingRecord,
    StepRecord,
)


def identities(book: Book, kind: Kind) -> list[Hashable]:
    """What every record of a kind is known by."""
    if kind is Kind.SETTINGS:
        return [*book.settings.names()]
    return [record.identity for record in _RECORDS[kind](book)]


def is_untouched(book: Book) -> bool:
    """Nobody is in it yet, so nobody left for any of its reasons: an import may bring a list of its own."""
    return not any(book.people.standings().values())


def _reasons(book: Book) -> Iterable[Record]:
    offered = [] if is_untouched(book) else book.people.reasons()
    return [ReasonRecord(reason.label, reason.kind, reason.retired) for reason in offered]


def _folders(book: Book) -> Iterable[Record]:
    folders = book.folders.all()
    return [FolderRecord(path_of(folders, folder.id)) for folder in folders]


_RECORDS: dict[Kind, Callable[[Book], Iterable[Record]]] = {
    Kind.STANDINGS: lambda book: (StandingRecord(c.party_id, c.on, c.standing) for c in book.people.histories()),
    Kind.CONTACTS: lambda book: (ContactRecord(c.party_id, c.on, c.channel, c.note) for c in book.contacts.all()),
    Kind.NEXT_STEPS: lambda book: (StepRecord(s.party_id, s.due, s.what) for s in book.contacts.all_steps()),
    Kind.PUT_OFF: lambda book: (PutOffRecord(p.party_id, p.matter, p.until) for p in book.reminders.all_put_off()),
    Kind.CADENCES: lambda book: (CadenceRecord(tag, *gaps) for tag, gaps in book.reminders.tag_gaps().items()),
    Kind.REASONS: _reasons,
    Kind.FOLDERS: _folders,
}
