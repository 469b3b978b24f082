"""Who of the book an item is about: by number however it is written, by e-mail address, or by name."""

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

    def match(self, phone: str, email: str, *names: str) -> Match:
        """The best of what is told; names are tried in turn."""
        if phone and (party_id := self._owners.of_number(phone, lambda: self._all_named(names))):
            return self._match(party_id, "number")
        if email and (party_id := self._owners.of_address(email)):
            return self._match(party_id, "e-mail")
        return next((self._match(ids[0], "name") for name in names if len(ids := self._having(name)) == 1), NOBODY)

    def _having(self, name: str) -> list[int]:
        if name and not self._named:
            for party_id, (known, _) in self._people.items():
                self._named.setdefault(folded(known), []).append(party_id)
        return self._named.get(folded(name), []) if name else []

    def _all_named(self, names: tuple[str, ...]) -> list[int]:
        return [party_id for name in names for party_id in self._having(name)]

    def _match(self, party_id: int, by: str) -> Match:
        name, standing = self._people[party_id]
        return Match(party_id, name, by, standing)
