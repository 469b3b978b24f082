"""The same model written a second time, from the probabilities themselves: SciPy's functions, no shortcuts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, logsumexp
from scipy.stats import beta, gamma, norm

from balancer_desktop.domain.rhythm.model import Model
from balancer_desktop.domain.rhythm.priors import Priors

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """Customers drawn from the model; rows as fit() takes them."""

    x: NDArray[np.int64]
    t_x: Vector
    T: Vector
    log_gaps: Vector

    @property
    def rows(self) -> tuple[NDArray[np.int64], Vector, Vector, Vector]:
        return self.x, self.t_x, self.T, self.log_gaps


def sample(model: Model, customers: int, weeks: float, seed: int) -> Sample:
    """Customers known for up to so many weeks, each purchase drawn one by one."""
    dice = np.random.default_rng(seed)
    rows = [_customer(model, float(dice.uniform(1, weeks)), dice) for _ in range(customers)]
    x, t_x, known, logs = zip(*rows, strict=True)
    return Sample(np.array(x), np.array(t_x), np.array(known), np.array(logs))


def _customer(model: Model, known: float, dice: np.random.Generator) -> tuple[int, float, float, float]:
    rate, leaves = dice.gamma(model.r, 1 / model.alpha), dice.beta(model.a, model.b)
    gaps: list[float] = []
    while dice.random() >= leaves:
        gap = float(dice.gamma(model.k, 1 / rate))
        if sum(gaps) + gap > known:
            break
        gaps.append(gap)
    return len(gaps), sum(gaps), known, float(np.log(gaps).sum()) if gaps else 0.0


def log_likelihoods(model: Model, rows: Sample) -> tuple[Vector, Vector]:
    """Of each customer, with the party alive and with it gone, as logarithms of joint densities with its gaps."""
    n = model.r + model.k * rows.x
    seen = (
        gammaln(n)
        - gammaln(model.r)
        + model.r * np.log(model.alpha)
        + (model.k - 1) * rows.log_gaps
        - rows.x * gammaln(model.k)
    )
    j = np.arange(model.k)[:, np.newaxis]
    waiting = gammaln(n + j) - gammaln(n) - gammaln(j + 1) - (n + j) * np.log(model.alpha + rows.T)
    waiting = waiting + np.where(j > 0, j * np.log(np.maximum(rows.T - rows.t_x, 1e-300)), 0.0)
    alive = seen + logsumexp(waiting, axis=0) + betaln(model.a, model.b + rows.x + 1) - betaln(model.a, model.b)
    gone = seen - n * np.log(model.alpha + rows.t_x) + betaln(model.a + 1, model.b + rows.x) - betaln(model.a, model.b)
    return alive, gone


def log_likelihood(model: Model, rows: Sample) -> float:
    return float(np.logaddexp(*log_likelihoods(model, rows)).sum())


def alive(model: Model, rows: Sample) -> Vector:
    staying, gone = log_likelihoods(model, rows)
    return np.exp(staying - np.logaddexp(staying, gone))


def log_prior(model: Model, rows: Sample, priors: Priors) -> float:
    """The densities of numbers §4, with the time scale of the book; constants included."""
    scale = rows.T.sum() / (rows.x.sum() + 1)
    mean = model.a / (model.a + model.b)
    return float(
        norm.logpdf(np.log(model.r), *priors.log_r)
        + norm.logpdf(np.log(model.alpha / scale / model.r), priors.log_scale[0] - np.log(model.k), priors.log_scale[1])
        + norm.logpdf(np.log(mean / (1 - mean)), *priors.logit_leaving)
        + norm.logpdf(np.log(model.a + model.b), *priors.log_alike)
    )


def fitted(rows: Sample, k: int, priors: Priors | None, start: Vector | None = None) -> tuple[Model, float]:
    """The best model of this k, by SciPy's BFGS and then Nelder and Mead over the logarithms, and its height."""

    def model(point: Vector) -> Model:
        return Model(k, *np.exp(point).tolist())

    def depth(point: Vector) -> float:
        belief = 0.0 if priors is None else log_prior(model(point), rows, priors)
        return -log_likelihood(model(point), rows) - belief

    begun = np.log([1.0, rows.T.mean() / (rows.x.mean() + 1), 0.5, 3.0]) if start is None else start
    rough = minimize(depth, begun, method="BFGS")
    options = {"xatol": 1e-8, "fatol": 1e-11, "maxiter": 4000, "maxfev": 4000}
    found = minimize(depth, rough.x, method="Nelder-Mead", options=options)
    return model(found.x), -float(found.fun)


def by_integration(model: Model, gaps: list[float], known: float) -> tuple[float, float]:
    """One customer's likelihood and P(alive), by integrals over its rate and its chance to leave."""
    silent = known - sum(gaps)

    def over_rates(waiting: bool) -> float:
        def density(rate: float) -> float:
            seen = np.prod([gamma.pdf(gap, model.k, scale=1 / rate) for gap in gaps])
            still = gamma.sf(silent, model.k, scale=1 / rate) if waiting else 1.0
            return float(gamma.pdf(rate, model.r, scale=1 / model.alpha) * seen * still)

        return float(quad(density, 0, np.inf, epsabs=0, epsrel=1e-10, limit=400)[0])

    def over_chances(leaving: int) -> float:
        def density(p: float) -> float:
            return float(beta.pdf(p, model.a, model.b) * (1 - p) ** (len(gaps) + 1 - leaving) * p**leaving)

        return float(quad(density, 0, 1, epsabs=0, epsrel=1e-10, limit=400)[0])

    staying, gone = over_chances(0) * over_rates(waiting=True), over_chances(1) * over_rates(waiting=False)
    return staying + gone, staying / (staying + gone)


def bought_next(model: Model, gaps: list[float], known: float, weeks: float, draws: int, seed: int) -> float:
    """Expected purchases in the next weeks: rates and chances drawn from the priors, weighted by the history."""
    dice = np.random.default_rng(seed)
    rate = dice.gamma(model.r, 1 / model.alpha, draws)
    leaves = dice.beta(model.a, model.b, draws)
    silent = known - sum(gaps)
    seen = (1 - leaves) ** len(gaps)
    for gap in gaps:
        seen = seen * gamma.pdf(gap, model.k, scale=1 / rate)
    still = gamma.sf(silent, model.k, scale=1 / rate)
    weight = seen * (1 - leaves) * still
    at = gamma.isf(dice.random(draws) * still, model.k, scale=1 / rate) - silent
    staying, count = np.ones(draws, bool), np.zeros(draws)
    while (staying & (at < weeks)).any():
        buys = staying & (at < weeks)
        count += buys
        staying = buys & (dice.random(draws) >= leaves)
        at = at + dice.gamma(model.k, 1 / rate)
    return float((weight * count).sum() / (weight + seen * leaves).sum())
