"""Chance that falls alike on every Python and machine: all of it is built on Random.random()."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Throws that depend on the seed and on how many came before. Only Random.random() is promised to be stable."""

    def __init__(self, seed: int) -> None:
        self._next = Random(seed).random  # noqa: S311 - an invented business, not a secret

    def chance(self, probability: float) -> bool:
        return self._next() < probability

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self._next()

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int((high - low + 1) * self._next())

    def pick(self, things: Sequence[T]) -> T:
        """One of the things; they must not be empty."""
        return things[self.whole(0, len(things) - 1)]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """All of them in another order (Fisher and Yates)."""
        order = list(things)
        for last in range(len(order) - 1, 0, -1):
            other = self.whole(0, last)
            order[last], order[other] = order[other], order[last]
        return order
