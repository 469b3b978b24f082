"""The likelihood and the priors together, in the coordinates of the priors: what the fit climbs."""

import numpy as np

from balancer_desktop.domain.rhythm.buyers import Buyers
from balancer_desktop.domain.rhythm.likelihood import ALPHA, A, B, Height, Likelihood, R, Vector
from balancer_desktop.domain.rhythm.priors import Priors, natural

LEAVING, ALIKE = 2, 3


class Posterior:
    """Called with the coordinates (log r, log(α/r), logit a/(a+b), log(a+b)); constants of the priors are left out."""

    def __init__(self, buyers: Buyers, k: int, priors: Priors) -> None:
        self._likelihood = Likelihood(buyers, k)
        self._means, self._precisions = priors.means(k), priors.precisions

    def __call__(self, point: Vector) -> Height:
        return self._in_coordinates(point) + self._priors(point)

    def _in_coordinates(self, point: Vector) -> Height:
        """Chain rule from (log r, log α, log a, log b)."""
        r, alpha, a, b = natural(point).tolist()
        height = self._likelihood(np.array([r, alpha, a, b]))
        leaving = a / (a + b)
        turn = np.zeros((4, 4))
        turn[R, 0] = turn[ALPHA, 0] = turn[ALPHA, 1] = turn[A, ALIKE] = turn[B, ALIKE] = 1
        turn[A, LEAVING], turn[B, LEAVING] = 1 - leaving, -leaving
        hessian = turn.T @ height.hessian @ turn
        hessian[LEAVING, LEAVING] -= leaving * (1 - leaving) * (height.gradient[A] + height.gradient[B])
        return Height(height.value, height.gradient @ turn, hessian)

    def _priors(self, point: Vector) -> Height:
        off = point - self._means
        pull = -self._precisions * off
        return Height(float(pull @ off) / 2, pull, np.diag(-self._precisions))
