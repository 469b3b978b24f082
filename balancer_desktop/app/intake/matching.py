"""Who of the book an item is about: by number however it is written, by e-mail address, or by name."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from balancer_desktop.app.asking import Owners
from balancer_desktop.app.book import Book
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import Standing


class Match(NamedTuple):
    """party_id 0: nobody known. by: `number`, `e-mail` or `name`, empty for nobody."""

    party_id: int = 0
    name: str = ""
    by: str = ""
    standing: Standing = Standing.PROSPECT


NOBODY = Match()


class Matcher:
    """Reads the people of the book once; a name fits when it is the whole of one that only one of them has."""

    def __init__(self, book: Book, region: str) -> None:
        known = book.people.known()
        self._owners = Owners(book, region, known)
        self._people = {party_id: (name, standing) for party_id, name, standing, _, _ in known}
        self._named: dict[str, list[int]] = {}

    def match(self, values: Iterable[str], names: Sequence[str]) -> Match:
        """Whoever has one of the values, numbers or addresses; else whoever is called by one of the names."""
        for value in filter(None, values):
            found = (
                self._owners.of_address(value) if "@" in value else self._owners.of_number(value, self._called(names))
            )
            if found:
                return self._match(found, "e-mail" if "@" in value else "number")
        return next((self._match(ids[0], "name") for name in names if len(ids := self._having(name)) == 1), NOBODY)

    def _having(self, name: str) -> list[int]:
        if name and not self._named:
            for party_id, (known, _) in self._people.items():
                self._named.setdefault(folded(known), []).append(party_id)
        return self._named.get(folded(name), []) if name else []

    def _called(self, names: Sequence[str]) -> Callable[[], list[int]]:
        """Asked only where several have a number."""
        return lambda: [party_id for name in names for party_id in self._having(name)]

    def _match(self, party_id: int, by: str) -> Match:
        name, standing = self._people[party_id]
        return Match(party_id, name, by, standing)
