"""How likely each party is to be a customer still."""

import numpy as np
from numpy.typing import NDArray

from balancer_desktop.domain.rhythm.parameters import Model
from balancer_desktop.domain.rhythm.waiting import terms

Vector = NDArray[np.float64]
_TOO_LARGE = 700.0
"""exp() of more overflows; a chance of e^−700 is 0 to any eye."""


def p_alive(model: Model, x: NDArray[np.int64], t_x: Vector, T: Vector) -> Vector:
    """P(alive) at T of each party, 0..1; times in weeks."""
    n = model.r + model.k * np.asarray(x, np.float64)
    silent = np.asarray(T) - t_x
    odds = np.log(model.a / (model.b + x)) + n * np.log1p(silent / (model.alpha + t_x))
    if model.k > 1:
        odds -= np.log(sum(terms(n, silent / (model.alpha + T), model.k)))
    return np.asarray(1 / (1 + np.exp(np.minimum(odds, _TOO_LARGE))))
