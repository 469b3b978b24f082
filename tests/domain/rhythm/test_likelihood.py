"""The likelihood against integrals and a second writing; its derivatives against differences."""

import numpy as np
import pytest
from scipy.special import gammaln

from balancer_desktop.domain.rhythm.buyers import buyers
from balancer_desktop.domain.rhythm.likelihood import Likelihood
from balancer_desktop.domain.rhythm.model import Model
from balancer_desktop.domain.rhythm.posterior import Posterior
from balancer_desktop.domain.rhythm.priors import Priors, flat, natural
from tests.domain.rhythm.independent import Sample, by_integration, log_likelihood, log_prior, sample

TRUTH = Model(2, 1.4, 3.0, 0.7, 3.5)


def ours(model: Model, rows: Sample) -> float:
    """In weeks: the densities of the gaps are taken back from the book's unit."""
    made = buyers(*rows.rows)
    value = Likelihood(made, model.k)(np.array([model.r, model.alpha / made.unit, model.a, model.b])).value
    return value - float(rows.x.sum()) * float(np.log(made.unit))


@pytest.mark.parametrize("k", [1, 2, 3, 4])
@pytest.mark.parametrize(("gaps", "known"), [([], 9.0), ([2.0], 2.0), ([3.0, 4.5, 2.5], 17.0)])
def test_one_customer_against_integration(k: int, gaps: list[float], known: float) -> None:
    model = Model(k, 1.7, 5.0 / k, 0.8, 3.9)
    logs = float(np.log(gaps).sum()) if gaps else 0.0
    row = Sample(np.array([len(gaps)]), np.array([sum(gaps)]), np.array([known]), np.array([logs]))
    density, _ = by_integration(model, gaps, known)
    assert ours(model, row) == pytest.approx(np.log(density), abs=1e-8)


@pytest.mark.parametrize("k", [1, 2, 3, 4])
def test_many_customers_against_a_second_writing(k: int) -> None:
    rows = sample(TRUTH, 300, 104, seed=1)
    model = Model(k, 1.7, 5.0 / k, 0.8, 3.9)
    assert ours(model, rows) == pytest.approx(log_likelihood(model, rows), rel=1e-11)


def test_without_the_gaps_their_sums_speak() -> None:
    """t_x is then Gamma with kx stages instead of x gaps of k stages each; everything else is alike."""
    rows = sample(TRUTH, 200, 104, seed=2)
    bought = rows.x > 0
    x, t_x = rows.x[bought], rows.t_x[bought]
    for k in (1, 2, 4):
        summed = ((k * x - 1) * np.log(t_x) - gammaln(k * x)).sum()
        spaced = ((k - 1) * rows.log_gaps[bought] - x * gammaln(k)).sum()
        point = np.array([1.2, 2.0, 0.5, 3.0])
        every, only_sums = buyers(*rows.rows), buyers(rows.x, rows.t_x, rows.T)
        apart = Likelihood(only_sums, k)(point).value - Likelihood(every, k)(point).value
        rescaled = (bought.sum() - x.sum()) * np.log(every.unit)
        assert apart == pytest.approx(summed - spaced + rescaled, abs=1e-6)


@pytest.mark.parametrize("k", [1, 2, 3, 4])
@pytest.mark.parametrize("priors", [Priors(), flat()], ids=["usual", "flat"])
@pytest.mark.parametrize("point", [(0.3, 0.2, -1.0, 1.0), (-1.5, 2.0, 1.0, -0.5), (2.0, -1.0, -4.0, 3.0)])
def test_derivatives_against_differences(k: int, priors: Priors, point: tuple[float, ...]) -> None:
    height = Posterior(buyers(*sample(TRUTH, 120, 104, seed=3).rows), k, priors)
    at, width = np.array(point), 1e-5
    here = height(at)
    sides = [(height(at + width * axis), height(at - width * axis)) for axis in np.eye(4)]
    slopes = np.array([(up.value - down.value) / (2 * width) for up, down in sides])
    bends = np.array([(up.gradient - down.gradient) / (2 * width) for up, down in sides])
    assert here.gradient == pytest.approx(slopes, abs=1e-7 * np.abs(slopes).max())
    assert here.hessian == pytest.approx(bends, abs=1e-7 * np.abs(bends).max())
    assert here.hessian == pytest.approx(here.hessian.T)


def test_the_priors_are_the_designs() -> None:
    """Heights differ between two points as the densities of numbers §4 do."""
    rows = sample(TRUTH, 50, 104, seed=4)
    made = buyers(*rows.rows)
    height = Posterior(made, 3, Priors())
    points = [np.array([0.3, 0.2, -1.0, 1.0]), np.array([-0.2, -0.4, -2.0, 1.8])]
    models = [Model(3, r, alpha * made.unit, a, b) for r, alpha, a, b in (natural(point) for point in points)]
    theirs = [log_likelihood(model, rows) + log_prior(model, rows, Priors()) for model in models]
    assert height(points[0]).value - height(points[1]).value == pytest.approx(theirs[0] - theirs[1], abs=1e-8)
