"""The figures that the design gives for k = 1 come out to the digits given."""

import numpy as np
import pytest
from scipy.special import hyp2f1

from balancer_desktop.domain.rhythm.model import Model, expected_purchases, p_alive

MODEL = Model(k=1, r=0.525, alpha=6.183, a=0.891, b=1.614)
T = 38.86


@pytest.mark.parametrize(
    ("x", "t_x", "chance"), [(2, 30.43, 0.706202), (0, 0.0, 0.389735), (1, 1.71, 0.170836), (7, 29.43, 0.622724)]
)
def test_alive(x: int, t_x: float, chance: float) -> None:
    assert round(float(p_alive(MODEL, np.array([x]), np.array([t_x]), np.array([T]))[0]), 6) == chance


def test_expected_purchases() -> None:
    """The design says 1.262963; the closed form with ₂F₁ (Batislam et al. 2007) gives 1.262961, as we do."""
    expected = float(expected_purchases(MODEL, np.array([2]), np.array([30.43]), np.array([T]), 39)[0])
    assert expected == pytest.approx(1.262963, abs=3e-6)
    assert expected == pytest.approx(closed_form(2, 30.43, 39), rel=1e-12)


def closed_form(x: int, t_x: float, weeks: float) -> float:
    m, n = MODEL, MODEL.r + x
    series = hyp2f1(n, m.b + x + 1, m.a + m.b + x, weeks / (m.alpha + T + weeks))
    bought = (m.a + m.b + x) / (m.a - 1) * (1 - ((m.alpha + T) / (m.alpha + T + weeks)) ** n * series)
    return float(bought / (1 + m.a / (m.b + x) * ((m.alpha + T) / (m.alpha + t_x)) ** n))
