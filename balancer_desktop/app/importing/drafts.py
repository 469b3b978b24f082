"""The entries of a plan, in a temporary file until they are written: a million of them take no memory."""

import weakref
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import SEEK_END
from itertools import islice
from operator import eq
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar

from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.importing.drafts import Lot, Plain

D = TypeVar("D")

_IN_MEMORY = 4 << 20
"""Bytes from which on the file is one on disk: what most imports hold never leaves memory."""
_NUMBER = array("q").itemsize
_END = "\0"
"""Parts the texts; no text of an entry holds one."""


class Drafts(Generic[D]):
    """Entries of one kind in the order of their rows; make turns a row of a lot into what is given out one by one."""

    def __init__(self, make: Callable[[Plain], D]) -> None:
        self._make = make
        self._count = 0
        self._lots: list[tuple[int, int]] = []  # of each lot: its rows, and the bytes of its texts
        self._file = _temporary_file()
        weakref.finalize(self, self._file.close)

    def add(self, lot: Lot) -> None:
        """More entries; Refused when the disk has no room for them."""
        numbers = array("q", [*lot.party, *lot.measure])
        texts = _END.join([*lot.on, *lot.mark, *lot.memo, *lot.key]).encode("utf-8", "surrogatepass")
        with _room():
            self._file.seek(0, SEEK_END)
            self._file.write(numbers.tobytes() + texts)
        self._lots.append((len(lot.key), len(texts)))
        self._count += len(lot.key)

    def lots(self) -> Iterator[Lot]:
        """The entries as they were added."""
        place = 0
        for rows, length in self._lots:
            with _room():
                self._file.seek(place)
                packed = self._file.read(2 * rows * _NUMBER + length)
            place += len(packed)
            numbers = array("q", packed[:-length])
            texts = packed[-length:].decode("utf-8", "surrogatepass").split(_END)
            on, mark, memo, key = (texts[start : start + rows] for start in range(0, 4 * rows, rows))
            yield Lot(on, numbers[:rows], numbers[rows:], mark, memo, key)

    def __iter__(self) -> Iterator[D]:
        return (self._make(row) for lot in self.lots() for row in zip(*lot, strict=True))

    def __getitem__(self, index: int) -> D:
        for draft in islice(self, index, None):
            return draft
        raise IndexError(index)

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Drafts) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(self._count)


def _temporary_file() -> SpooledTemporaryFile[bytes]:
    """It is gone with its last user, however the program ends."""
    return SpooledTemporaryFile(_IN_MEMORY)


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused(
            f"What the files hold could not be kept while it is checked ({error.strerror}).",
            "Make room on the disk for temporary files.",
        ) from error
