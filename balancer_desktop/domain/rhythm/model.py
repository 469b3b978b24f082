"""The model of all parties' buying together: fitted to a book, and what it says of each (numbers §4)."""

import numpy as np
from numpy.typing import NDArray

from balancer_desktop.domain.rhythm.alive import p_alive
from balancer_desktop.domain.rhythm.buyers import Buyers, buyers
from balancer_desktop.domain.rhythm.newton import climb
from balancer_desktop.domain.rhythm.parameters import Model
from balancer_desktop.domain.rhythm.posterior import Posterior
from balancer_desktop.domain.rhythm.priors import Priors, natural
from balancer_desktop.domain.rhythm.purchases import expected_purchases

__all__ = ["Model", "expected_purchases", "fit", "p_alive"]

Vector = NDArray[np.float64]


def fit(
    x: NDArray[np.int64],
    t_x: Vector,
    T: Vector,
    log_gaps: Vector | None = None,
    priors: Priors | None = None,
) -> Model:
    """The most probable model (MAP) of parties with x repeats, the last at t_x, known for T; times in weeks.

    log_gaps: each party's Σ log of its x gaps in weeks. With them k is judged by how even the gaps are; without,
    by t_x alone, which says much less. Nobody at all gives the priors' own model. ValueError as buyers() raises.
    """
    rows, priors = buyers(x, t_x, T, log_gaps), priors or Priors()
    found, most = Model(priors.ks[0], *natural(priors.means(priors.ks[0])).tolist()), -np.inf
    off = np.zeros(4)
    for k in priors.ks:
        point, here = climb(Posterior(rows, k, priors), priors.means(k) + off)
        off = point - priors.means(k)  # the next k's top lies near
        worth = here.value - priors.penalty * (k - 1)
        if worth > most:
            found, most = _in_weeks(point, k, rows), worth
    return found


def _in_weeks(point: Vector, k: int, rows: Buyers) -> Model:
    r, alpha, a, b = natural(point).tolist()
    return Model(k, r, alpha * rows.unit, a, b)
