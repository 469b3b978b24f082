"""The names that a quick entry may mean, kept in step with the book."""

from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.phone_numbers import PhoneRegion
from balancer_desktop.domain.quick_entry.names import KnownParty, NameIndex


class KnownNames:
    """The book's index of names: read when first asked for, then kept up change by change.

    region: where the owner dials, as far as the machine knows.
    """

    def __init__(self, book: Book, region: str = "") -> None:
        self._book, self._region = book, region
        self._index: NameIndex | None = None
        self.close = book.subscribe(self._follow)

    def index(self) -> NameIndex:
        if self._index is None:
            self._index = NameIndex.of(_known(self._book), PhoneRegion(self._book, self._region).same)
        return self._index

    def _follow(self, changes: Changes) -> None:
        if self._index is None or not (changes.people or changes.money or changes.settings):
            return
        if changes.parties is None or changes.settings:
            self._index = None
            return
        known = {party.id: party for party in _known(self._book, changes.parties)}
        for party_id in changes.parties:
            if party_id in known:
                self._index.replace(known[party_id])
            else:
                self._index.remove(party_id)


def name_index(book: Book) -> NameIndex:
    """An index for one use."""
    return NameIndex.of(_known(book), PhoneRegion(book).same)


def _known(book: Book, ids: frozenset[int] | None = None) -> list[KnownParty]:
    return [KnownParty(*known) for known in book.people.known(ids)]
