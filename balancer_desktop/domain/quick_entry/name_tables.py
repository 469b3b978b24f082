"""Which parties' names hold which words."""

import re
from collections.abc import Iterable
from enum import IntEnum

from balancer_desktop.domain.party import folded
from balancer_desktop.domain.quick_entry.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_JOINED = str.maketrans("", "", ".'’`´")
_SHORTEST_BEGINNING = 3
_REMEMBERED = 256


class Look(IntEnum):
    """How hard to look: whole words only, or unfinished ones too, or small typos too."""

    WHOLE = 0
    PARTIAL = 1
    TYPO = 2


def name_words(text: str) -> tuple[str, ...]:
    """`Müller & Sons` → muller, sons; `J.P. O'Neil` → jp, oneil; `Acme's` → acme."""
    if not text.isascii():
        text = folded(text)
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    return tuple(_WORD.findall(text.translate(_JOINED).casefold()))


def begins(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words are, or begin, the first words of the name in order."""
    return len(words) <= len(name) and all(map(str.startswith, name, words))


class NameTables:
    """words_of holds each party's folded name; its company's words find it too, but are not part of the name."""

    def __init__(self, people: Iterable[tuple[int, str, str]]) -> None:
        self.words_of: dict[int, tuple[str, ...]] = {}
        self._ids_of: dict[str, set[int]] = {}
        self._remembered: dict[tuple[str, Look], set[int]] = {}
        self._vocabulary: Vocabulary | None = None
        for party_id, name, company in people:
            self._enter(party_id, name, company)

    def add(self, party_id: int, name: str, company: str) -> None:
        self._remembered.clear()
        for word in self._enter(party_id, name, company):
            if self._vocabulary:
                self._vocabulary.add(word)

    def remove(self, party_id: int, name: str, company: str) -> None:
        self._remembered.clear()
        del self.words_of[party_id]
        for word in {*name_words(name), *name_words(company)}:
            self._ids_of[word].discard(party_id)

    def narrowed(self, ids: set[int] | None, words: Iterable[str], look: Look) -> set[int] | None:
        """Those of the ids (None: of everybody) whose names have all the words; never the tables' own set."""
        for word in words:
            found = self._ids(word, look)
            ids = set(found) if ids is None else ids & found
        return ids

    def _enter(self, party_id: int, name: str, company: str) -> set[str]:
        words = self.words_of[party_id] = name_words(name)
        all_words = {*words, *name_words(company)} if company else set(words)
        for word in all_words:
            self._ids_of.setdefault(word, set()).add(party_id)
        return all_words

    def _ids(self, word: str, look: Look) -> set[int]:
        if look is Look.WHOLE:
            return self._ids_of.get(word, set())
        if (word, look) not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[word, look] = self._ids_of.get(word, set()).union(
                *map(self._known, self._like(word, look))
            )
        return self._remembered[word, look]

    def _known(self, word: str) -> set[int]:
        return self._ids_of.get(word, set())

    def _like(self, word: str, look: Look) -> list[str]:
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self._ids_of)
        if look is Look.TYPO:
            return self._vocabulary.near(word)
        return self._vocabulary.beginning_with(word) if len(word) >= _SHORTEST_BEGINNING else []
