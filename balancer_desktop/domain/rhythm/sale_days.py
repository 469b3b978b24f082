"""A party's days with a sale, in the four figures that its rhythm is told from."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple


class SaleDays(NamedTuple):
    """first and last: days with a sale; days: how many there are; gap: the median between two, in days."""

    first: date
    last: date
    days: int
    gap: float | None


def sale_days(days: Iterable[date]) -> SaleDays | None:
    """Of dates in any order, several on one day counted once; None when there are none."""
    merged = sorted(set(days))
    if not merged:
        return None
    gaps = [(later - earlier).days for earlier, later in pairwise(merged)]
    return SaleDays(merged[0], merged[-1], len(merged), _median(gaps) if gaps else None)


def _median(values: list[int]) -> float:
    """Of one value or more. (The library's own brings fractions and decimals along, which would hold the window up.)"""
    values = sorted(values)
    middle = len(values) // 2
    return float(values[middle]) if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
