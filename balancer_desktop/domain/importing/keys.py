"""Import keys: what makes a row of a file the same row when the file is imported again.

A key is text of four or five parts joined by tabs: the kind, the normalised heading of the column that numbers the
rows (empty without one), the number, what identifies this version of the row, and an ordinal among equal rows.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING

from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import Kind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_RECENT = 50_000
"""Hashes kept in a set before they are settled; most imports never get there, nor load numpy."""


def digest(row: Row) -> str:
    """24 hex digits of everything a row says."""
    return blake2b("\x1f".join([str(cell).strip() for cell in row]).encode(), digest_size=12).hexdigest()


def base(kind: Kind, column: str, number: str) -> str:
    """The part of a key that every version of a numbered row shares: `sales⇥invoice id⇥17`."""
    return f"{kind.value}\t{column}\t{number}"


OF_PEOPLE = f"{Kind.PEOPLE.value}\t"
"""How the keys of people begin."""


def numbers(keys: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str, int]]:
    """(column, number, party id) of every numbered person among the keys of people and their ids."""
    for key, party_id in keys:
        _, column, number, *_ = key.split("\t")
        if column:
            yield column, number, party_id


class Ordinals:
    """Tells equal keys of one import apart, so that two equal rows of a file are two records.

    Of a key only its hash is kept, 64 bits: among a million keys two different ones are taken for equal once in forty
    million imports, and then the second is merely called the second.
    """

    def __init__(self) -> None:
        self._recent: set[int] = set()
        self._settled: NDArray[np.int64] | None = None  # sorted; a set takes ten times as much
        self._repeats: dict[str, int] = {}

    def all_free(self, keys: list[str]) -> bool:
        """Whether none of the keys is taken, and no two are equal."""
        hashes = set(map(hash, keys))
        return len(hashes) == len(keys) and not self._any_taken(hashes)

    def take(self, keys: list[str]) -> None:
        """Take keys that are all free."""
        self._recent.update(map(hash, keys))
        if len(self._recent) > max(_RECENT, 0 if self._settled is None else len(self._settled) // 8):
            self._settle()

    def unique(self, key: str) -> str:
        """The key itself the first time, then with ⇥2, ⇥3 …"""
        if self.all_free([key]):
            self.take([key])
            return key
        count = self._repeats[key] = self._repeats.get(key, 1) + 1
        return f"{key}\t{count}"

    def _any_taken(self, hashes: set[int]) -> bool:
        if self._settled is None:
            return not self._recent.isdisjoint(hashes)
        wanted = _sorted(hashes)
        found = self._settled.take(self._settled.searchsorted(wanted), mode="clip")
        return bool((found == wanted).any()) or not self._recent.isdisjoint(hashes)

    def _settle(self) -> None:
        import numpy as np

        recent = _sorted(self._recent)
        self._settled = recent if self._settled is None else np.concatenate([self._settled, recent])
        self._settled.sort(kind="stable")  # which merges two sorted runs
        self._recent = set()


def _sorted(hashes: set[int]) -> "NDArray[np.int64]":
    import numpy as np

    found = np.fromiter(hashes, np.int64, len(hashes))
    found.sort()
    return found
