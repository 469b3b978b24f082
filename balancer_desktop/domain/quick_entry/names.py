"""Finds the people a line names, among a hundred thousand, as it is typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from balancer_desktop.domain.quick_entry.name_tables import Look, NameTables, begins, name_words
from balancer_desktop.domain.quick_entry.phones import PhoneIndex, Same, same_as_written
from balancer_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class KnownParty:
    """What recognising a party takes; company is where a person works."""

    id: int
    name: str
    standing: Standing
    phones: tuple[str, ...] = ()
    company: str = ""


class Closeness(IntEnum):
    """How well words fit a party, best first: its whole name; its name's first words; some of its words in any
    order; its company; the beginning of its name, a word unfinished; all but small typos."""

    EXACT = 0
    LEADING = 1
    WORDS = 2
    COMPANY = 3
    PARTIAL = 4
    TYPO = 5


@dataclass(frozen=True, slots=True)
class Match:
    party: KnownParty
    closeness: Closeness

    @property
    def is_ex(self) -> bool:
        return self.party.standing is Standing.EX


@dataclass(frozen=True, slots=True)
class Run:
    """The longest run of leading tokens that somebody's name has; length 0 and no matches when nobody's has."""

    length: int = 0
    matches: tuple[Match, ...] = ()


_MOST_RANKED = 2000
_STANDING_ORDER = {Standing.CURRENT: 0, Standing.PROSPECT: 1, Standing.LAPSED: 2, Standing.EX: 3}


class NameIndex:
    """The people of a book, searchable by name and phone. Tables are made when first asked for, then kept up.

    same: how two phone numbers are compared.
    """

    def __init__(self, people: Iterable[KnownParty], same: Same = same_as_written) -> None:
        self._same = same
        self._people = {party.id: party for party in people}
        self._tables: NameTables | None = None
        self._phones: PhoneIndex | None = None

    @classmethod
    def of(cls, people: Iterable[KnownParty], same: Same = same_as_written) -> "NameIndex":
        return cls(people, same)

    def __len__(self) -> int:
        return len(self._people)

    def get(self, party_id: int) -> KnownParty | None:
        return self._people.get(party_id)

    def replace(self, party: KnownParty) -> None:
        """Takes in a new party, or a known one as it is now."""
        self.remove(party.id)
        self._people[party.id] = party
        if self._tables:
            self._tables.add(party.id, party.name, party.company)
        if self._phones:
            self._phones.add(party.id, party.phones)

    def remove(self, party_id: int) -> None:
        """Forgets a party; one that is not known is no error."""
        party = self._people.pop(party_id, None)
        if party and self._tables:
            self._tables.remove(party.id, party.name, party.company)
        if party and self._phones:
            self._phones.remove(party.id, party.phones)

    def with_phone(self, number: str) -> tuple[Match, ...]:
        """Those who have the number, however it is written."""
        if self._phones is None:
            phones = ((party.id, party.phones) for party in self._people.values())
            self._phones = PhoneIndex(phones, self._same)
        matches = [Match(self._people[owner], Closeness.EXACT) for owner in self._phones.owners(number)]
        return tuple(sorted(matches, key=_rank))

    def has_word(self, text: str) -> bool:
        """Whether somebody's name has one of the text's words."""
        return any(self._made().narrowed(None, [word], Look.WHOLE) for word in name_words(text))

    def matches(self, text: str) -> tuple[Match, ...]:
        """Everybody the whole text fits, best first, looking harder only while nobody does."""
        for look in Look:
            run = self.longest([text], look)
            if run.matches:
                return run.matches
        return ()

    def longest(self, texts: Sequence[str], look: Look) -> Run:
        """The longest run of texts, from the first on, that fit somebody; matches are ranked, ex-customers last."""
        tables = self._made()
        found: set[int] | None = None
        words: list[str] = []
        best: tuple[int, tuple[str, ...], set[int]] | None = None
        for count, text in enumerate(texts, 1):
            more = name_words(text)
            words += more
            found = tables.narrowed(found, more, look)
            if not found:
                break
            if more:
                best = count, tuple(words), found
        if best is None:
            return Run()
        matches = self._ranked(best[2], best[1], look)
        return Run(best[0], matches) if matches else Run()

    def _ranked(self, ids: set[int], words: tuple[str, ...], look: Look) -> tuple[Match, ...]:
        names = self._made().words_of
        if len(ids) > _MOST_RANKED:  # words far too common to mean one person, unless they are the whole name
            ids = {i for i in ids if names[i] == words} | set(sorted(ids)[:_MOST_RANKED])
        if look is Look.PARTIAL:
            ids = {i for i in ids if begins(names[i], words)}
        return tuple(sorted((Match(self._people[i], _closeness(names[i], words, look)) for i in ids), key=_rank))

    def _made(self) -> NameTables:
        if self._tables is None:
            self._tables = NameTables((party.id, party.name, party.company) for party in self._people.values())
        return self._tables


def _closeness(name: tuple[str, ...], words: tuple[str, ...], look: Look) -> Closeness:
    if look is Look.PARTIAL:
        return Closeness.PARTIAL
    if look is Look.TYPO:
        return Closeness.TYPO
    if name[: len(words)] == words:
        return Closeness.EXACT if len(name) == len(words) else Closeness.LEADING
    return Closeness.WORDS if set(words) <= set(name) else Closeness.COMPANY


def _rank(match: Match) -> tuple[bool, Closeness, int, str, int]:
    party = match.party
    return match.is_ex, match.closeness, _STANDING_ORDER[party.standing], party.name.casefold(), party.id
