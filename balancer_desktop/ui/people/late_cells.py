"""What is told of the rows that are looked at: asked for by the screenful, kept until it changes."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class LateCells(Generic[T]):
    def __init__(self, ask: Callable[[Collection[int]], Mapping[int, T]] | None = None) -> None:
        """ask: parties → what there is to tell of them; those it leaves out are asked for again."""
        self._ask = ask
        self._known: dict[int, T] = {}

    def of(self, party_id: int, near: Callable[[], Iterable[int]] = tuple) -> T | None:
        """What is told of a party; when it has to be asked for, the parties near it come along."""
        if party_id not in self._known and self._ask:
            self._known |= self._ask({party_id, *near()})
        return self._known.get(party_id)

    def forget(self, ids: Collection[int] | None = None) -> None:
        """What was told of these parties (None: of all) holds no more."""
        for party_id in list(self._known) if ids is None else ids:
            self._known.pop(party_id, None)
