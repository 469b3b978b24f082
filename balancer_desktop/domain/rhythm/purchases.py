"""How often each party is expected to buy in the time to come.

k = 1 is numbers.md §4 (after Batislam et al. 2007). For larger k the literature only approximates (the authors of
MBG/CNBD-k rescale the k = 1 formula); the exact expectation is had as follows.

Given that a party is alive at T, j of the running gap's k stages are over with a weight proportional to the j-th term
of S (waiting.py), its rate is then Gamma(n + j, α + T) with n = r + kx, and its chance p of leaving Beta(a, b + x + 1).
At rate λ a purchase happens at stage ki − j, i = 1, 2, …, if the party stayed after the i − 1 before: with z^k = 1 − p
and the Poisson law of the stages in t, the expected number is Σ_i z^(k(i−1)) · P(stages ≥ ki − j). Its derivative by t
picks every k-th term out of an exponential series, which roots of unity ω do (ω^k = 1), and integrated it is

    z^(j+1−k)/k · Σ_ω ω^(j+1) · (1 − e^(−λt(1−ωz)))/(1 − ωz);   e^(…) averaged over λ is (1 + t(1−ωz)/(α+T))^−(n+j).

For k = 1 this is (1 − (1 + pt/(α+T))^−(r+x))/p. What remains is the average over p.
"""

import numpy as np
from numpy.typing import NDArray

from balancer_desktop.domain.rhythm.alive import p_alive
from balancer_desktop.domain.rhythm.parameters import Model
from balancer_desktop.domain.rhythm.quadrature import beta_nodes
from balancer_desktop.domain.rhythm.waiting import terms

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
_AT_ONCE = 4096
"""Parties worked on together: arrays of 24 nodes each that stay in the processor's cache."""


def expected_purchases(model: Model, x: NDArray[np.int64], t_x: Vector, T: Vector, weeks: float) -> Vector:
    """Purchase days expected in the next `weeks` weeks, given nothing but each party's history; times in weeks."""
    x, t_x, T = np.asarray(x, np.int64), np.asarray(t_x, np.float64), np.asarray(T, np.float64)
    repeats, row = np.unique(x, return_inverse=True)
    p, weight = beta_nodes(model.a, model.b + 1 + repeats.astype(np.float64))
    found = np.empty(len(x))
    for start in range(0, len(x), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        each = _if_alive(model, x[some], t_x[some], T[some], weeks, p[row[some]])
        found[some] = (each * weight[row[some]]).sum(axis=1)
    return np.maximum(found, 0.0) * p_alive(model, x, t_x, T)  # rounding may leave −1e−20 of nothing


def _if_alive(model: Model, x: NDArray[np.int64], t_x: Vector, T: Vector, weeks: float, p: Matrix) -> Matrix:
    """Expected purchases of parties that are alive, at each node p: (parties, nodes)."""
    k, n = model.k, model.r + model.k * x.astype(np.float64)
    ahead = (weeks / (model.alpha + T))[:, np.newaxis]
    if k == 1:
        return _bought(p * ahead, n) / p
    log_z = np.log1p(-p) / k
    stage = np.stack(terms(n, (T - t_x) / (model.alpha + T), k))
    stage /= stage.sum(axis=0)
    found = np.zeros_like(p)
    for turn in range(k // 2 + 1):
        alone = turn in {0, k / 2}  # a real root; the others come in conjugate pairs
        found += _root(log_z, ahead, n, stage, turn) * (1 if alone else 2)
    return found


def _root(log_z: Matrix, ahead: Matrix, n: Vector, stage: Matrix, turn: int) -> Matrix:
    """The real part of one root of unity's share, averaged over the stages j that may be over."""
    k = len(stage)
    if turn == 0:
        omega, left = 1.0, -np.expm1(log_z)  # 1 − z without cancellation where p is small
    elif 2 * turn == k:
        omega, left = -1.0, 1 + np.exp(log_z)
    else:
        omega = np.exp(2j * np.pi * turn / k)
        left = 1 - omega * np.exp(log_z)
    u = left * ahead
    bought, factor = _bought(u, n), omega * np.exp(log_z * (1 - k)) / (k * left)
    found = np.zeros(log_z.shape)
    for weights in stage:
        found += weights[:, np.newaxis] * np.real(factor * bought)
        bought, factor = (bought + u) / (1 + u), factor * omega * np.exp(log_z)
    return found


def _bought(u: Matrix, n: Vector) -> Matrix:
    """1 − (1 + u)^−n, exact also where u is small."""
    return np.asarray(-np.expm1(-n[:, np.newaxis] * np.log1p(u)))
