"""Gauss–Jacobi nodes and weights, against SciPy's own and against the moments of Beta distributions."""

import numpy as np
import pytest
from scipy.special import betaln, roots_jacobi

from balancer_desktop.domain.rhythm.quadrature import NODES, beta_nodes


@pytest.mark.parametrize(("a", "b"), [(0.891, 4.614), (1.0, 1.0), (0.05, 1.2), (0.5, 0.5), (3.0, 900.0)])
def test_against_scipy(a: float, b: float) -> None:
    nodes, weights = (rows[0] for rows in beta_nodes(a, np.array([b])))
    theirs, heavy = roots_jacobi(NODES, b - 1, a - 1)
    assert nodes == pytest.approx((theirs + 1) / 2, abs=1e-12)
    assert weights == pytest.approx(heavy / heavy.sum(), abs=1e-11)


def test_moments() -> None:
    nodes, weights = beta_nodes(0.7, np.array([1.5, 30.0]))
    for row, b in enumerate((1.5, 30.0)):
        for power in (0, 1, 2, 9, 40):
            exact = np.exp(betaln(0.7 + power, b) - betaln(0.7, b))
            assert float(weights[row] @ nodes[row] ** power) == pytest.approx(exact, rel=1e-9)
