"""The fit of everybody's rhythm against SciPy's L-BFGS-B on the same likelihood; and the rhythms of a whole book."""

from datetime import timedelta

import numpy as np
import pytest
from scipy.optimize import minimize

from balancer_desktop.domain.rhythm.buyers import buyers
from balancer_desktop.domain.rhythm.model import Model, fit
from balancer_desktop.domain.rhythm.posterior import Posterior
from balancer_desktop.domain.rhythm.priors import KS, Priors, natural
from balancer_desktop.domain.rhythm.rhythms import PartyDays, Rhythms, rhythms
from tests.benchmarks.big_book import TODAY
from tests.benchmarks.measuring import Goal, by_turns, report, tell, timed
from tests.domain.rhythm.independent import Sample, log_likelihood, sample

TURNS = 9
TRUTH = Model(2, 1.5, 3.0, 0.6, 3.4)
WEEKS = 156
GOALS = {50: 0.010, 2500: 0.100}
"""Customers → seconds that the fit may take."""


@pytest.mark.parametrize("customers", GOALS)
def test_fit_against_scipy(customers: int) -> None:
    """SciPy's estimates its gradient, as it does unless told one; and is told ours, in a second comparison."""
    rows = sample(TRUTH, customers, WEEKS, seed=1)
    ours, theirs, told = by_turns(
        TURNS,
        lambda: timed(lambda: fit(*rows.rows)),
        lambda: timed(lambda: by_lbfgs(rows)),
        lambda: timed(lambda: by_lbfgs_with_gradient(rows)),
    )
    found, other = fit(*rows.rows), by_lbfgs(rows)
    assert found.k == other.k
    assert (found.r, found.alpha, found.a, found.b) == pytest.approx((other.r, other.alpha, other.a, other.b), rel=0.02)
    report(f"rhythm fit, {customers:,} customers ÷ SciPy L-BFGS-B, same likelihood", ours, theirs, Goal(1 / 5))
    report(f"rhythm fit, {customers:,} customers ÷ SciPy L-BFGS-B that is told our gradient", ours, told)
    verdict = "reached" if ours.median <= GOALS[customers] else "missed"
    tell(f"rhythm fit, {customers:,} customers: {ours.told('ms')}; goal ≤ {GOALS[customers] * 1000:g} ms: {verdict}")


def test_everybodys_rhythm_in_a_large_book() -> None:
    """From sale days to bands, percentages and expected purchases: a hundred thousand parties and a thousand."""
    dice = np.random.default_rng(1)
    parties = [
        PartyDays(n, [TODAY - timedelta(int(day)) for day in dice.integers(0, 1800, n % 15)]) for n in range(100_000)
    ]
    many, few = by_turns(3, lambda: timed(lambda: told(parties)), lambda: timed(lambda: told(parties[:1000])))
    report("rhythms of 100,000 parties ÷ of 1,000", many, few)


def told(parties: list[PartyDays]) -> Rhythms:
    found = rhythms(parties, TODAY)
    assert found.enough
    return found


def by_lbfgs(rows: Sample) -> Model:
    """The likelihood with log Γ, over all customers at once, as one would write it with SciPy."""
    priors, unit = Priors(), float(rows.T.sum() / (rows.x.sum() + 1))

    def model(point: np.ndarray, k: int) -> Model:
        r, alpha, a, b = natural(point).tolist()
        return Model(k, r, alpha * unit, a, b)

    def depth(point: np.ndarray, k: int) -> float:
        off = point - priors.means(k)
        return float(off @ (priors.precisions * off)) / 2 - log_likelihood(model(point, k), rows)

    found = {k: minimize(depth, priors.means(k), args=(k,), method="L-BFGS-B") for k in KS}
    best = min(KS, key=lambda k: float(found[k].fun) + priors.penalty * (k - 1))
    return model(found[best].x, best)


def by_lbfgs_with_gradient(rows: Sample) -> float:
    """The least depth. Ours also works out the second derivatives, which this has no use for."""
    made, priors = buyers(*rows.rows), Priors()
    depths = []
    for k in KS:
        height = Posterior(made, k, priors)

        def depth(point: np.ndarray, height: Posterior = height) -> tuple[float, np.ndarray]:
            here = height(point)
            return -here.value, -here.gradient

        depths.append(float(minimize(depth, priors.means(k), jac=True, method="L-BFGS-B").fun))
    return min(depths)
