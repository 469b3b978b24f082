"""What an import has to know of the book that it goes into."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.party import Party, folded
from balancer_desktop.domain.quick_entry.phones import split

_COMPARED_DIGITS = 9
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party as it is shown and compared: id as in the book; e-mails in lower case; the last 9 digits of phones
    without their extensions."""

    id: int
    name: str
    folded: str
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


class ImportedKeys(Protocol):
    """The import keys of a book and the ids of their records, asked for as they are needed: they may be a million."""

    def among(self, keys: Sequence[str]) -> Mapping[str, int]:
        """Those of these keys, all of one kind, that the book has."""

    def starting(self, start: str) -> Iterator[tuple[str, int]]:
        """The keys that begin like this: a kind and a tab, and perhaps further parts, each with its tab."""


class HeldKeys(dict[str, int]):
    """Import keys in memory."""

    def among(self, keys: Sequence[str]) -> Mapping[str, int]:
        """As ImportedKeys has it."""
        return {key: self[key] for key in keys if key in self}

    def starting(self, start: str) -> Iterator[tuple[str, int]]:
        """As ImportedKeys has it."""
        return ((key, number) for key, number in self.items() if key.startswith(start))


class KnownRecord(NamedTuple):
    """A record of the book as records has it: what it is known by, its id (0 for what has none), and its marks."""

    identity: Hashable
    id: int = 0
    marks: frozenset[Hashable] = frozenset()


KnownEntry = tuple[str, int, int]
"""A sale, work or expense of the book: ISO day, party (0 for nobody), minor units or minutes."""


def _no_entries(_kind: Kind, _ids: Sequence[int]) -> Mapping[int, KnownEntry]:
    return {}


def _no_records(_kind: Kind) -> Iterable[KnownRecord]:
    return ()


@dataclass(frozen=True, slots=True)
class Known:
    """keys: of every record that was imported (of people, the party's id). people: every party.

    records: the book's records of a kind that is no people, money or work; asked for once a kind.
    entries: those of some ids of a kind.
    """

    keys: ImportedKeys = field(default_factory=HeldKeys)
    people: Iterable[KnownParty] = ()
    records: Callable[[Kind], Iterable[KnownRecord]] = _no_records
    entries: Callable[[Kind, Sequence[int]], Mapping[int, KnownEntry]] = _no_entries


def known_party(party_id: int, name: str, emails: Iterable[str] = (), phones: Iterable[str] = ()) -> KnownParty:
    """A party of the book (or, with an id below zero, of the import) made comparable."""
    return KnownParty(
        party_id,
        name,
        folded(name),
        frozenset(map(mail_key, emails)) or _NONE,
        frozenset(filter(None, (split(phone).digits[-_COMPARED_DIGITS:] for phone in phones))) or _NONE,
    )


def mail_key(email: str) -> str:
    """An e-mail address as it is compared."""
    return email.strip().casefold()


def compared(party: Party, ref: int) -> KnownParty:
    """The party, under a reference, as it is compared."""
    return known_party(ref, party.name, party.emails, party.phones)
