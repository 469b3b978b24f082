"""Expected purchases for every k: against drawn futures, and against the sum over purchases of NB tails."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import betaln
from scipy.stats import nbinom

from balancer_desktop.domain.rhythm.model import Model, expected_purchases, p_alive
from tests.domain.rhythm.independent import bought_next
from tests.domain.rhythm.test_alive import MODELS


def expected(model: Model, x: int, t_x: float, known: float, weeks: float) -> float:
    return float(expected_purchases(model, np.array([x]), np.array([t_x]), np.array([known]), weeks)[0])


def by_tails(model: Model, x: int, t_x: float, known: float, weeks: float) -> float:
    """Σ over stages j of the running gap and purchases i: P(stayed i − 1 times) · P(at least ki − j stages)."""
    n, y = model.r + model.k * x, (known - t_x) / (model.alpha + known)
    stage = np.cumprod([1.0, *((n + j - 1) * y / j for j in range(1, model.k))])
    i = np.arange(1, 4000)
    stayed = np.exp(betaln(model.a, model.b + x + i) - betaln(model.a, model.b + x + 1))
    some = (model.alpha + known) / (model.alpha + known + weeks)
    each = [float(stayed @ nbinom.sf(model.k * i - j - 1, n + j, some)) for j in range(model.k)]
    alive = float(p_alive(model, np.array([x]), np.array([t_x]), np.array([known]))[0])
    return alive * float(np.dot(each, stage) / stage.sum())


@pytest.mark.parametrize("k", [1, 2, 3, 4])
@pytest.mark.parametrize(("gaps", "known"), [([], 3.0), ([3.0, 4.5, 2.5], 12.0), ([1.0] * 8, 9.5)])
def test_against_drawn_futures(k: int, gaps: list[float], known: float) -> None:
    model = Model(k, 1.7, 5.0 / k, 0.8, 3.9)
    drawn = bought_next(model, gaps, known, 26.0, 300_000, seed=k)
    assert expected(model, len(gaps), sum(gaps), known, 26.0) == pytest.approx(drawn, rel=0.03)


@pytest.mark.parametrize("k", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("x", "t_x", "known"), [(0, 0.0, 0.0), (0, 0.0, 5.0), (3, 20.0, 24.0), (40, 100.0, 101.0), (700, 150.0, 150.5)]
)
def test_against_the_tails(k: int, x: int, t_x: float, known: float) -> None:
    model = Model(k, 1.3, 9.0, 0.6, 3.4)
    assert expected(model, x, t_x, known, 26.0) == pytest.approx(by_tails(model, x, t_x, known, 26.0), rel=1e-9)


@given(MODELS, st.integers(0, 3000), st.floats(0, 1000), st.floats(0, 1000), st.floats(0, 200), st.floats(0, 200))
def test_more_time_brings_more(model: Model, x: int, t_x: float, silent: float, weeks: float, more: float) -> None:
    """Never fewer in a longer time, and never more than the party would buy if nobody left."""
    first, then = t_x if x else 0.0, (t_x if x else 0.0) + silent
    fewer, many = expected(model, x, first, then, weeks), expected(model, x, first, then, weeks + more)
    unending = (model.r + model.k * x + model.k - 1) / (model.alpha + then) * (weeks + more) / model.k + 1
    assert 0 <= fewer <= many + 1e-9 <= unending + 1e-6


def test_many_parties_at_once_are_each_alone() -> None:
    """Rows are worked on in blocks; a block's end must not show."""
    model = Model(2, 1.3, 9.0, 0.6, 3.4)
    x = np.arange(9000) % 37
    t_x, known = x * 1.5, x * 1.5 + np.arange(9000) % 11
    together = expected_purchases(model, x, t_x, known, 26.0)
    for row in (0, 4095, 4096, 8191, 8999):
        assert together[row] == pytest.approx(expected(model, int(x[row]), t_x[row], known[row], 26.0), rel=1e-12)
    assert len(expected_purchases(model, x[:0], t_x[:0], known[:0], 26.0)) == 0
