"""Averages over a Beta distribution: Gauss–Jacobi nodes by Golub & Welsch (1969), for many distributions at once."""

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
NODES = 24
_EDGE = 2.0**-53


def beta_nodes(a: float, b: Vector, count: int = NODES) -> tuple[Matrix, Matrix]:
    """Nodes p in (0, 1) and weights that sum to 1, (len(b), count) each: E f(p) ≈ Σ weight · f(node), p ~ Beta(a, b).

    The nodes are the eigenvalues of the symmetric tridiagonal matrix of the Jacobi polynomials' recurrence, moved from
    (−1, 1) to (0, 1); a weight is the square of its eigenvector's first entry. Exact for polynomials to 2·count − 1.
    """
    up, down = a - 1, b[:, np.newaxis] - 1
    n = np.arange(1, count)
    twice = 2 * n + up + down
    matrix = np.zeros((len(b), count, count))
    diagonal = np.arange(count)
    matrix[:, 0, 0] = ((up - down) / (up + down + 2))[:, 0]
    matrix[:, diagonal[1:], diagonal[1:]] = (up - down) * (up + down) / (twice * (twice + 2))
    below = 4 * n * (n + up) * (n + down) / (twice**2 * (twice + 1))
    below[:, 1:] *= (n + up + down)[:, 1:] / (twice - 1)[:, 1:]  # both factors are equal, and may be 0, at n = 1
    matrix[:, diagonal[1:], diagonal[:-1]] = np.sqrt(below)
    nodes, vectors = np.linalg.eigh(matrix)
    return np.clip((nodes + 1) / 2, _EDGE, 1 - _EDGE), vectors[:, 0, :] ** 2
