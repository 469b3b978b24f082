"""The wait since the last purchase, when a gap has k stages: the sum S of numbers.md §4 and its derivatives."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Waiting:
    """S = Σ_{j<k} (n)_j/j! · y^j over parties, and its derivatives by n and by log y, divided by S each."""

    log: Vector
    n: Vector
    nn: Vector
    y: Vector
    yy: Vector
    ny: Vector


def terms(n: Vector, y: Vector, k: int) -> list[Vector]:
    """The k terms of S: shape (parties,) each. n = r + kx, y = (T − t_x)/(α + T).

    The j-th is the weight of j stages of the running gap being over already.
    """
    found = [np.ones_like(y)]
    for j in range(1, k):
        found.append(found[-1] * (n + (j - 1)) * (y / j))
    return found


def waiting(n: Vector, y: Vector, k: int) -> Waiting:
    """S and its derivatives: each term is the one before × q, q = (n + j − 1)·y/j, whose derivative by n is y/j."""
    term, by_n, by_nn = np.ones_like(y), np.zeros_like(y), np.zeros_like(y)
    s, s_n, s_nn, s_y, s_yy, s_ny = term.copy(), *(np.zeros_like(y) for _ in range(5))
    for j in range(1, k):
        step = y / j
        q = (n + (j - 1)) * step
        term, by_n, by_nn = term * q, by_n * q + term * step, by_nn * q + 2 * by_n * step
        s += term
        s_n += by_n
        s_nn += by_nn
        s_y += j * term
        s_yy += j * j * term
        s_ny += j * by_n
    return Waiting(np.log(s), s_n / s, s_nn / s, s_y / s, s_yy / s, s_ny / s)
