"""Many parties' sale histories side by side, in the book's own unit of time, with what the likelihood needs often."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Whole = NDArray[np.int64]

_LEAST = 1e-4
"""Weeks, about a minute: dates tell of nothing shorter, and far below it the figures overflow."""


@dataclass(frozen=True, slots=True)
class Buyers:
    """One row per party. x: repeat purchases; t_x and T: as in SaleHistory, but in units of `unit` weeks.

    by_x: how many parties have x = 0, 1, 2, … repeats. log_gaps: Σ log gap over all parties, in the unit; None when
    only their sums t_x are known.
    """

    x: Whole
    t_x: Vector
    T: Vector
    unit: float
    by_x: Whole
    log_gaps: float | None

    @property
    def count(self) -> int:
        return len(self.x)


def buyers(x: Whole, t_x: Vector, T: Vector, log_gaps: Vector | None = None) -> Buyers:
    """Weeks → the book's unit, its average gap ΣT/(Σx+1); the sums of log gaps (of weeks) are rescaled with it.

    ValueError when rows are not alike in length, not finite, or not 0 ≤ t_x ≤ T with 0 ≤ x.
    """
    x, t_x, T = np.asarray(x, np.int64), np.asarray(t_x, np.float64), np.asarray(T, np.float64)
    if not len(x) == len(t_x) == len(T) or (log_gaps is not None and len(log_gaps) != len(x)):
        raise ValueError("x, t_x, T and log_gaps need one row per party")
    if not (np.isfinite(T).all() and (x >= 0).all() and (t_x >= 0).all() and (t_x <= T).all()):
        raise ValueError("a history needs 0 ≤ x and 0 ≤ t_x ≤ T, all finite")
    repeats = int(x.sum())
    total = float(T.sum())
    unit = max(total / (repeats + 1), _LEAST) if total else 1.0
    logs = None if log_gaps is None else float(np.sum(log_gaps)) - repeats * float(np.log(unit))
    return Buyers(x, t_x / unit, T / unit, unit, np.bincount(x, minlength=1), logs)
