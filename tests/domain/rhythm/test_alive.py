"""P(alive) for every k, against integrals; always a probability, and falling with silence."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.rhythm.model import Model, p_alive
from tests.domain.rhythm.independent import by_integration

MODELS = st.builds(
    Model,
    st.integers(1, 4),
    st.floats(0.05, 50),
    st.floats(0.01, 500),
    st.floats(0.01, 50),
    st.floats(0.01, 50),
)


def chance(model: Model, x: int, t_x: float, known: float) -> float:
    return float(p_alive(model, np.array([x]), np.array([t_x]), np.array([known]))[0])


@pytest.mark.parametrize("k", [1, 2, 3, 4])
@pytest.mark.parametrize(("gaps", "known"), [([], 9.0), ([2.0], 2.0), ([3.0, 4.5, 2.5], 17.0), ([1.0] * 8, 40.0)])
def test_against_integration(k: int, gaps: list[float], known: float) -> None:
    model = Model(k, 1.7, 5.0 / k, 0.8, 3.9)
    _, expected = by_integration(model, gaps, known)
    assert chance(model, len(gaps), sum(gaps), known) == pytest.approx(expected, rel=1e-7)


def test_one_who_has_just_bought_may_have_left_with_it() -> None:
    """Nothing can be read from a silence of no days: a / (b + x) against 1."""
    assert chance(Model(3, 1.0, 4.0, 0.5, 2.5), 4, 20.0, 20.0) == pytest.approx(1 / (1 + 0.5 / 6.5))


@given(MODELS, st.integers(0, 5000), st.floats(0, 5000), st.lists(st.floats(0, 5000), min_size=2, max_size=6))
def test_falls_with_silence(model: Model, x: int, t_x: float, silences: list[float]) -> None:
    chances = [chance(model, x, t_x if x else 0.0, (t_x if x else 0.0) + silent) for silent in sorted(silences)]
    assert all(0 <= one <= 1 for one in chances)
    assert all(later <= earlier + 1e-12 for earlier, later in pairwise(chances))


def test_ten_thousand_purchases_and_a_century_of_silence() -> None:
    model = Model(4, 2.0, 1.0, 0.5, 3.0)
    assert chance(model, 10_000, 520.0, 6_000.0) < 1e-300
    assert chance(model, 0, 0.0, 1e12) < 1e-9
