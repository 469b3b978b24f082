"""Wilson's interval against the design's check values, published tables and SciPy's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from balancer_desktop.domain.pipeline.intervals import Proportion, proportion_words, wilson


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    # 81/263 and 15/148 are the examples of Newcombe (1998), Statistics in Medicine 17, 857–872, with 0/20 and 1/29;
    # all were computed with SciPy 1.x, binomtest(…).proportion_ci(method="wilson"), to ten decimals.
    [
        (81, 263, 0.2552885199, 0.366209577),
        (15, 148, 0.0623863995, 0.1604872417),
        (0, 20, 0.0, 0.1611251581),
        (1, 29, 0.0061132143, 0.1717552188),
        (7, 50, 0.0695083343, 0.2618619371),
        (4, 20, 0.0806576626, 0.4160174323),
        (3, 15, 0.0704754935, 0.4518544872),
        (0, 5, 0.0, 0.4344824648),
        (1, 3, 0.0614919447, 0.7923403992),
    ],
)
def test_known_intervals(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-9)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_any_interval_is_scipys(counted: tuple[int, int]) -> None:
    hits, of = counted
    theirs = binomtest(hits, of).proportion_ci(method="wilson")
    low, high = wilson(hits, of)
    assert (low, high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)
    assert 0 <= low <= hits / of <= high <= 1
    assert low < high


def test_of_nothing_anything_may_be() -> None:
    assert wilson(0, 0) == (0, 1)
    assert Proportion(0, 0).share is None


@pytest.mark.parametrize(
    ("hits", "of", "words"),
    [
        (3, 15, "3 of 15, 20 % (7–45 %)"),
        (0, 20, "0 of 20 (0–16 %)"),
        (5, 5, "5 of 5 (57–100 %)"),
        (0, 0, "none yet"),
        (1, 29, "1 of 29, 3 % (0.6–17 %)"),
        (1, 2000, "1 of 2000 (0–0.3 %)"),
        (1999, 2000, "1999 of 2000 (99.7–100 %)"),
    ],
)
def test_no_share_is_told_without_its_interval(hits: int, of: int, words: str) -> None:
    assert proportion_words(Proportion(hits, of)) == words
