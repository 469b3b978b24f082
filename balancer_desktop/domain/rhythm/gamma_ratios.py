"""Sums over parties of log Γ ratios. Purchases are whole, so each ratio is a product, and all are cumulative sums."""

from math import lgamma

import numpy as np
from numpy.typing import NDArray

from balancer_desktop.domain.rhythm.buyers import Buyers

Vector = NDArray[np.float64]
Derivatives = tuple[float, float, float]
"""A sum, its first and its second derivative."""


def at_least(by_x: NDArray[np.int64]) -> Vector:
    """How many parties have at least 0, 1, 2, … repeats."""
    return by_x[::-1].cumsum()[::-1].astype(np.float64)


def rising(start: float, counts: Vector) -> Derivatives:
    """Σ_i counts_i · log(start + i), with its derivatives by start."""
    terms = start + np.arange(len(counts))
    first = counts / terms
    return float(counts @ np.log(terms)), float(first.sum()), -float((first / terms).sum())


def stages(buyers: Buyers, k: int) -> Vector:
    """counts_i for log Γ(r+kx)/Γ(r): the parties with more than i stages behind them."""
    return np.repeat(at_least(buyers.by_x)[1:], k)


def of_spacing(buyers: Buyers, k: int) -> float:
    """The part of the log-likelihood that holds no parameter but k: how evenly the purchases are spaced.

    From every gap where they are known, else from each party's t_x, the sum of its x gaps.
    """
    x = np.flatnonzero(buyers.by_x)[int(buyers.by_x[0] > 0) :]
    parties = buyers.by_x[x]
    if buyers.log_gaps is not None:
        return (k - 1) * buyers.log_gaps - float(x @ parties) * lgamma(k)
    bought = buyers.x > 0
    times = np.log(np.maximum(buyers.t_x[bought], np.finfo(np.float64).tiny))
    factorials = [lgamma(k * int(repeats)) for repeats in x]
    return float((k * buyers.x[bought] - 1) @ times) - float(parties @ np.array(factorials))
