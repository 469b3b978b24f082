"""The log-likelihood of MBG/CNBD-k with its exact first and second derivatives (numbers §4).

With n = r + kx and S the sum of waiting.py, one party's likelihood is, but for what of_spacing holds,

    Γ(n)/Γ(r) · α^r · B(a, b+x+1)/B(a, b) · [S·(α+T)^−n + a/(b+x)·(α+t_x)^−n]

the first summand for a party that is alive at T, the second for one that left after its last purchase. Both are
handled as logarithms, u_alive and u_gone; their derivatives mix with the weights P(alive) and 1 − P(alive).
All derivatives are by (log r, log α, log a, log b).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from balancer_desktop.domain.rhythm.buyers import Buyers
from balancer_desktop.domain.rhythm.gamma_ratios import at_least, of_spacing, rising, stages
from balancer_desktop.domain.rhythm.waiting import waiting

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
R, ALPHA, A, B = range(4)


@dataclass(frozen=True, slots=True)
class Height:
    """A function's value, gradient (4,) and Hessian (4, 4) at a point."""

    value: float
    gradient: Vector
    hessian: Matrix

    def __add__(self, other: "Height") -> "Height":
        return Height(self.value + other.value, self.gradient + other.gradient, self.hessian + other.hessian)


class Likelihood:
    """Of one book's buyers at one k; called with (r, α, a, b). What holds no parameter is worked out once."""

    def __init__(self, buyers: Buyers, k: int) -> None:
        self._k, self._buyers = k, buyers
        self._kx = (k * buyers.x).astype(np.float64)
        self._x = buyers.x.astype(np.float64)
        self._silent = buyers.T - buyers.t_x
        self._stages, self._survived = stages(buyers, k), at_least(buyers.by_x)
        self._spacing = of_spacing(buyers, k)

    def __call__(self, natural: Vector) -> Height:
        r, alpha, a, b = natural.tolist()
        height = self._rates(r, alpha) + self._leaving(a, b) + self._now(r, alpha, a, b)
        return Height(height.value + self._spacing, height.gradient, height.hessian)

    def _rates(self, r: float, alpha: float) -> Height:
        """Σ log Γ(r+kx)/Γ(r) + r log α."""
        value, first, second = rising(r, self._stages)
        scale = self._buyers.count * r * np.log(alpha)
        gradient, hessian = np.zeros(4), np.zeros((4, 4))
        gradient[R] = r * first + scale
        gradient[ALPHA] = hessian[R, ALPHA] = hessian[ALPHA, R] = self._buyers.count * r
        hessian[R, R] = r * r * second + gradient[R]
        return Height(value + scale, gradient, hessian)

    def _leaving(self, a: float, b: float) -> Height:
        """Σ log B(a, b+x+1)/B(a, b): the chance to have stayed after each purchase, the last one too."""
        above, d_above, dd_above = rising(b, self._survived)
        below, d_below, dd_below = rising(a + b, self._survived)
        gradient, hessian = np.zeros(4), np.zeros((4, 4))
        gradient[A], gradient[B] = -a * d_below, b * (d_above - d_below)
        hessian[A, A] = gradient[A] - a * a * dd_below
        hessian[B, B] = gradient[B] + b * b * (dd_above - dd_below)
        hessian[A, B] = hessian[B, A] = -a * b * dd_below
        return Height(above - below, gradient, hessian)

    def _now(self, r: float, alpha: float, a: float, b: float) -> Height:
        """Σ log[S·(α+T)^−n + a/(b+x)·(α+t_x)^−n]: whether each party is alive."""
        n = r + self._kx
        alive, d_alive, dd_alive = self._alive(n, r, alpha)
        gone, d_gone, dd_gone = self._gone(n, r, alpha, a, b)
        value = np.logaddexp(alive, gone)
        weight = np.exp(alive - value)
        apart = d_gone.copy()
        apart[:2] -= d_alive
        gradient = d_gone @ (1 - weight)
        gradient[:2] += d_alive @ weight
        hessian = (apart * (weight * (1 - weight))) @ apart.T
        second = dd_gone @ (1 - weight)
        second[:3] += dd_alive @ weight
        hessian[R, R] += second[0]
        hessian[R, ALPHA] += second[1]
        hessian[ALPHA, R] += second[1]
        hessian[ALPHA, ALPHA] += second[2]
        hessian[B, B] += second[3]
        return Height(float(value.sum()), gradient, hessian)

    def _alive(self, n: Vector, r: float, alpha: float) -> tuple[Vector, Matrix, Matrix]:
        """log S − n log(α+T); its derivatives by r, α (2, parties), and by rr, rα, αα (3, parties)."""
        until = alpha + self._buyers.T
        part = alpha / until
        value = -n * np.log(until)
        first, second = _powers(n, r, value, part)
        if self._k > 1:
            s = waiting(n, self._silent / until, self._k)
            by_r, by_alpha = r * s.n, -part * s.y
            first[0] += by_r
            first[1] += by_alpha
            second[0] += by_r + r * r * (s.nn - s.n**2)
            second[1] -= r * part * (s.ny - s.n * s.y)
            second[2] += by_alpha + part**2 * (s.y + s.yy - s.y**2)
            value = value + s.log
        return value, first, second

    def _gone(self, n: Vector, r: float, alpha: float, a: float, b: float) -> tuple[Vector, Matrix, Matrix]:
        """log a/(b+x) − n log(α+t_x); derivatives by r, α, a, b (4, parties), and by rr, rα, αα, bb (4, parties)."""
        until = alpha + self._buyers.t_x
        power = -n * np.log(until)
        first, second = np.empty((4, len(n))), np.empty((4, len(n)))
        first[:2], second[:3] = _powers(n, r, power, alpha / until)
        first[A] = 1
        first[B] = -b / (b + self._x)
        second[3] = first[B] + first[B] ** 2
        return power + np.log(a / (b + self._x)), first, second


def _powers(n: Vector, r: float, power: Vector, part: Vector) -> tuple[Matrix, Matrix]:
    """Derivatives of power = −n log(α+t) by log r and log α; part = α/(α+t)."""
    first = np.empty((2, len(n)))
    first[0] = power * (r / n)
    first[1] = -n * part
    return first, np.stack((first[0], -r * part, first[1] + n * part**2))
