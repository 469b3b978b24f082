"""What is believed of any small business's buyers before its records speak: four independent normal priors."""

from dataclasses import dataclass
from math import exp, inf, log

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
KS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Priors:
    """Means and standard deviations of the four coordinates in which the model is fitted, and of its regularity k.

    The coordinates: log r; log(α/r), with time in units of the book's average gap; logit of the mean chance a/(a+b)
    of leaving after a purchase; log(a+b), how alike parties are in that. The second mean is lowered by ln k, because
    a gap is made of k stages. A standard deviation of infinity leaves the coordinate to the records alone.
    """

    log_r: tuple[float, float] = (0.4, 0.5)
    log_scale: tuple[float, float] = (0.0, 1.0)
    logit_leaving: tuple[float, float] = (log(0.15 / 0.85), 1.2)
    log_alike: tuple[float, float] = (log(4.0), 0.7)
    ks: tuple[int, ...] = KS
    penalty: float = 0.7
    """Log units that every further stage of k must earn."""

    def means(self, k: int) -> Vector:
        """Of the four coordinates: where the fit starts."""
        scale = self.log_scale[0] - log(k)
        return np.array([self.log_r[0], scale, self.logit_leaving[0], self.log_alike[0]])

    @property
    def precisions(self) -> Vector:
        """1/sd² of the four coordinates; 0 where flat."""
        spreads = (self.log_r[1], self.log_scale[1], self.logit_leaving[1], self.log_alike[1])
        return np.array([spread**-2 for spread in spreads])


def flat(ks: tuple[int, ...] = KS) -> Priors:
    """No belief at all and no penalty: the fit is then maximum likelihood."""
    usual = Priors()
    return Priors(
        log_r=(usual.log_r[0], inf),
        log_scale=(usual.log_scale[0], inf),
        logit_leaving=(usual.logit_leaving[0], inf),
        log_alike=(usual.log_alike[0], inf),
        ks=ks,
        penalty=0.0,
    )


def natural(point: Vector) -> Vector:
    """Coordinates → (r, α, a, b), α in the coordinates' own unit of time."""
    log_r, log_scale, logit_leaving, log_alike = point.tolist()
    leaving = 1 / (1 + exp(-logit_leaving))
    alike = exp(log_alike)
    return np.array([exp(log_r), exp(log_r + log_scale), leaving * alike, alike / (1 + exp(logit_leaving))])
