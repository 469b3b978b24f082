"""The words that names are made of, searchable by beginning and by small typos."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

Masked = tuple[int, str]


def edits(one: str, other: str, most: int) -> int:
    """How many letters are wrong, missing, extra, or swapped with their neighbour; most + 1 when more than most."""
    earlier: list[int] = []
    before = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        earlier, before = before, row
    return min(before[-1], most + 1)


def typos_allowed(word: str) -> int:
    """None in short words and in numbers, one from 4 letters on, two from 8."""
    return 0 if len(word) < 4 or not word.isalpha() else 1 if len(word) < 8 else 2


class Vocabulary:
    """A growing set of folded words. Words are never forgotten: whoever asks knows which are in use."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = sorted(set(words))
        self._by_length: dict[int, list[Masked]] | None = None

    def add(self, word: str) -> None:
        place = bisect_left(self._sorted, word)
        if self._sorted[place : place + 1] == [word]:
            return
        self._sorted.insert(place, word)
        if self._by_length is not None:
            insort(self._by_length.setdefault(len(word), []), (_letters(word), word))

    def beginning_with(self, prefix: str) -> list[str]:
        start = bisect_left(self._sorted, prefix)
        end = bisect_left(self._sorted, prefix + "\U0010ffff", start)
        return self._sorted[start:end]

    def near(self, word: str) -> list[str]:
        """The words within the typos allowed for this one, itself left out."""
        most = typos_allowed(word)
        return [known for known in self.candidates(word) if known != word and edits(word, known, most) <= most]

    def candidates(self, word: str) -> Iterator[str]:
        """The few words worth comparing: a typo changes at most two bits of the letters used, and one of length."""
        most, letters, sized = typos_allowed(word), _letters(word), self._sized()
        lengths = range(len(word) - most, len(word) + most + 1) if most else ()
        for length in lengths:
            for bits, known in sized.get(length, ()):
                if (bits ^ letters).bit_count() <= 2 * most:
                    yield known

    def _sized(self) -> dict[int, list[Masked]]:
        if self._by_length is None:
            self._by_length = {}
            for word in self._sorted:
                self._by_length.setdefault(len(word), []).append((_letters(word), word))
        return self._by_length


def _letters(word: str) -> int:
    """One bit for each letter that occurs, letters sharing 32 bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits
