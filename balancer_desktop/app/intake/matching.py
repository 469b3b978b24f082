"""Who of the book an item is about: by number however it is written, by e-mail address, or by name."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from balancer_desktop.app.asking import Owners
from balancer_desktop.app.book import Book
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.quick_entry.name_tables import name_words
from balancer_desktop.domain.standing import Standing


class Match(NamedTuple):
    """party_id 0: nobody known. by: `number`, `e-mail` or `name`, empty for nobody."""

    party_id: int = 0
    name: str = ""
    by: str = ""
    standing: Standing = Standing.PROSPECT


NOBODY = Match()


def _words(name: str) -> tuple[str, ...]:
    """A name as it is compared; one without a letter is what it is."""
    return name_words(name) or (folded(name),)


class Matcher:
    """Reads the people of the book once; a name fits when it is the whole of one that only one of them has."""

    def __init__(self, book: Book, region: str) -> None:
        known = book.people.known()
        self._owners = Owners(book, region, known)
        self._people = {party_id: (name, standing) for party_id, name, standing, _, _ in known}
        self._named: dict[tuple[str, ...], list[int]] = {}
        self._longest = 0

    def within(self, title: str) -> Match:
        """Whoever's whole name stands among the words: the longest such name, and of two as long the first."""
        words = name_words(title)
        if not words:
            return NOBODY
        named = self._names()
        for length in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                if len(ids := named.get(words[start : start + length], [])) == 1:
                    return self._match(ids[0], "name")
        return NOBODY

    def match(self, values: Iterable[str], names: Sequence[str]) -> Match:
        """Whoever has one of the values, numbers or addresses; else whoever is called by the first name there is."""
        for value in filter(None, values):
            found = (
                self._owners.of_address(value) if "@" in value else self._owners.of_number(value, self._called(names))
            )
            if found:
                return self._match(found, "e-mail" if "@" in value else "number")
        ids = self._having(next(filter(None, names), ""))
        return self._match(ids[0], "name") if len(ids) == 1 else NOBODY

    def _having(self, name: str) -> list[int]:
        return self._names().get(_words(name), []) if name else []

    def _names(self) -> dict[tuple[str, ...], list[int]]:
        if not self._named:
            for party_id, (known, _) in self._people.items():
                words = _words(known)
                self._longest = max(self._longest, len(words))
                self._named.setdefault(words, []).append(party_id)
        return self._named

    def _called(self, names: Sequence[str]) -> Callable[[], list[int]]:
        """Asked only where several have a number."""
        return lambda: [party_id for name in names for party_id in self._having(name)]

    def _match(self, party_id: int, by: str) -> Match:
        name, standing = self._people[party_id]
        return Match(party_id, name, by, standing)
