"""Import keys: what makes a row of a file the same row when the file is imported again.

A key is text of four or five parts joined by tabs: the kind, the normalised heading of the column that numbers the
rows (empty without one), the number, what identifies this version of the row, and an ordinal among equal rows.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import Kind


def digest(row: Row) -> str:
    """24 hex digits of everything a row says."""
    return blake2b("\x1f".join([str(cell).strip() for cell in row]).encode(), digest_size=12).hexdigest()


def base(kind: Kind, column: str, number: str) -> str:
    """The part of a key that every version of a numbered row shares: `sales⇥invoice id⇥17`."""
    return f"{kind.value}\t{column}\t{number}"


def bases(keys: Iterable[str], kind: Kind) -> set[str]:
    """The bases of all numbered rows of a kind among import keys."""
    start = f"{kind.value}\t"
    return {"\t".join(parts[:3]) for parts in (k.split("\t") for k in keys if k.startswith(start)) if parts[1]}


def numbers(keys: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str, int]]:
    """(column, number, party id) of every numbered person among import keys and their ids."""
    start = f"{Kind.PEOPLE.value}\t"
    for key, party_id in keys:
        if key.startswith(start):
            _, column, number, *_ = key.split("\t")
            if column:
                yield column, number, party_id


class Ordinals:
    """Tells equal keys of one import apart, so that two equal rows of a file are two records."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._repeats: dict[str, int] = {}

    def all_free(self, keys: list[str]) -> bool:
        """Whether none of the keys is taken, and no two are equal."""
        return len(set(keys)) == len(keys) and self._seen.isdisjoint(keys)

    def take(self, keys: list[str]) -> None:
        """Take keys that are all free."""
        self._seen.update(keys)

    def unique(self, key: str) -> str:
        """The key itself the first time, then with ⇥2, ⇥3 …"""
        if key not in self._seen:
            self._seen.add(key)
            return key
        count = self._repeats[key] = self._repeats.get(key, 1) + 1
        return f"{key}\t{count}"
