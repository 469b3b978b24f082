"""How far a share counted from few cases may lie from what holds in the long run: Wilson's interval, 95 %.

Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209–212. It never
leaves 0 to 1, and none of 20 still reaches up to 16 % (numbers.md §6 of the design).
"""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

_Z = 1.959963984540054
"""The normal quantile that leaves 2.5 % on either side."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """So many hits of so many cases, 0 <= hits <= of."""

    hits: int
    of: int

    @property
    def share(self) -> Fraction | None:
        """Exact, 0 to 1; None of no cases. Never to be shown without its interval."""
        return Fraction(self.hits, self.of) if self.of else None

    @property
    def low(self) -> float:
        return self.interval[0]

    @property
    def high(self) -> float:
        return self.interval[1]

    @property
    def interval(self) -> tuple[float, float]:
        """The ends, each 0 to 1; of no cases, everything from 0 to 1."""
        return wilson(self.hits, self.of)

    def __add__(self, other: "Proportion") -> "Proportion":
        return Proportion(self.hits + other.hits, self.of + other.of)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The interval of hits among so many cases."""
    if not of:
        return 0.0, 1.0
    share, breadth = hits / of, _Z * _Z / of
    middle = (share + breadth / 2) / (1 + breadth)
    half = _Z / (1 + breadth) * sqrt(share * (1 - share) / of + breadth / (4 * of))
    # At the ends the sum is exact but for rounding.
    return 0.0 if hits == 0 else middle - half, 1.0 if hits == of else middle + half


def proportion_words(proportion: Proportion) -> str:
    """`3 of 15, 20 % (7–45 %)`; `0 of 20 (0–16 %)`, for none of few is no 0 %; `none yet` of no cases."""
    if not proportion.of:
        return "none yet"
    low, high = (_per_cent(end) for end in proportion.interval)
    counted, share = f"{proportion.hits} of {proportion.of}", round(100 * proportion.hits / proportion.of)
    told = f"{counted}, {share} %" if 0 < share < 100 else counted
    return f"{told} ({low}–{high} %)"


def _per_cent(share: float) -> str:
    """Whole, but for what would read as none or all of it."""
    per_cent = 100 * share
    return f"{per_cent:.0f}" if 1 <= per_cent <= 99 else f"{per_cent:.1f}".removesuffix(".0")
