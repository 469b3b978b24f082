"""The fit against SciPy's on a likelihood written a second time; and books too small or too odd for any fit."""

from math import isfinite

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from balancer_desktop.domain.rhythm.model import Model, expected_purchases, fit, p_alive
from balancer_desktop.domain.rhythm.priors import KS, Priors, flat
from tests.domain.rhythm.independent import alive, fitted, sample

TRUTHS = [Model(1, 1.2, 5.0, 0.8, 3.2), Model(2, 2.0, 5.0, 0.6, 3.4), Model(4, 1.5, 1.2, 0.5, 4.0)]


def figures(model: Model) -> list[float]:
    return [model.r, model.alpha, model.a, model.b]


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda model: f"k{model.k}")
@pytest.mark.parametrize("seed", [1, 2])
def test_flat_priors_give_the_maximum_of_the_likelihood(truth: Model, seed: int) -> None:
    rows = sample(truth, 600, 156, seed)
    ours = fit(*rows.rows, priors=flat((truth.k,)))
    theirs, _ = fitted(rows, truth.k, None)
    assert figures(ours) == pytest.approx(figures(theirs), rel=2e-4)
    assert p_alive(ours, rows.x, rows.t_x, rows.T) == pytest.approx(alive(theirs, rows), abs=1e-5)


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda model: f"k{model.k}")
@pytest.mark.parametrize("customers", [12, 60])
def test_the_usual_priors_and_the_best_k(truth: Model, customers: int) -> None:
    rows = sample(truth, customers, 104, seed=5)
    heights = {k: fitted(rows, k, Priors()) for k in KS}
    best = max(KS, key=lambda k: heights[k][1] - 0.7 * (k - 1))
    ours = fit(*rows.rows)
    assert ours.k == best
    assert figures(ours) == pytest.approx(figures(heights[best][0]), rel=2e-4)
    assert p_alive(ours, rows.x, rows.t_x, rows.T) == pytest.approx(alive(heights[best][0], rows), abs=1e-5)


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda model: f"k{model.k}")
def test_much_data_finds_the_truth(truth: Model) -> None:
    found = fit(*sample(truth, 5000, 208, seed=6).rows)
    assert found.k == truth.k
    assert figures(found) == pytest.approx(figures(truth), rel=0.25)


def test_the_unit_of_time_is_the_callers() -> None:
    """The same book ten times as slow: only α, which is a time, changes."""
    rows = sample(TRUTHS[1], 80, 104, seed=7)
    once = fit(*rows.rows)
    slow = fit(rows.x, rows.t_x * 10, rows.T * 10, rows.log_gaps + rows.x * np.log(10))
    assert slow.k == once.k
    assert figures(slow) == pytest.approx([once.r, once.alpha * 10, once.a, once.b], rel=1e-6)


BOOKS = {
    "nobody": ([], [], []),
    "one who bought today": ([0], [0.0], [0.0]),
    "one who bought once": ([0], [0.0], [40.0]),
    "one regular": ([9], [45.0], [46.0]),
    "only one-time buyers": ([0] * 30, [0.0] * 30, list(range(30))),
    "all new today": ([0] * 30, [0.0] * 30, [0.0] * 30),
    "everybody on every day": ([3650] * 5, [521.0] * 5, [521.4] * 5),
    "all the same": ([4] * 20, [20.0] * 20, [25.0] * 20),
    "a day and ten thousand years": ([1, 1], [1 / 7, 500_000.0], [1 / 7, 520_000.0]),
    "one huge, many small": ([30_000] + [0] * 40, [5000.0] + [0.0] * 40, [5000.0] + [1.0] * 40),
}


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("priors", [Priors(), flat()], ids=["usual", "flat"])
def test_odd_books_give_a_model_all_the_same(name: str, priors: Priors) -> None:
    x, t_x, known = (np.array(column, float) for column in BOOKS[name])
    for log_gaps in (None, np.where(x > 0, x * np.log(np.maximum(t_x, 1e-9) / np.maximum(x, 1)), 0.0)):
        model = fit(x.astype(int), t_x, known, log_gaps, priors)
        assert all(isfinite(figure) and figure > 0 for figure in figures(model))
        chances = p_alive(model, x.astype(int), t_x, known)
        expected = expected_purchases(model, x.astype(int), t_x, known, 26.0)
        assert ((chances >= 0) & (chances <= 1)).all()
        assert (np.isfinite(expected) & (expected >= 0)).all()


def test_nobody_leaves_the_priors() -> None:
    none = np.zeros(0)
    assert figures(fit(none.astype(int), none, none)) == pytest.approx(
        [np.exp(0.4), np.exp(0.4), 0.15 * 4, 0.85 * 4], rel=1e-9
    )


@example([(340, 0.0, 2.225073858507e-311)])
@given(st.lists(st.tuples(st.integers(0, 400), st.floats(0, 600), st.floats(0, 600)), max_size=12))
def test_any_book_gives_probabilities(customers: list[tuple[int, float, float]]) -> None:
    x = np.array([row[0] for row in customers], int)
    t_x = np.array([row[1] if row[0] else 0.0 for row in customers])
    known = t_x + np.array([row[2] for row in customers])
    model = fit(x, t_x, known)
    assert all(isfinite(figure) and figure > 0 for figure in figures(model))
    chances = p_alive(model, x, t_x, known)
    assert ((chances >= 0) & (chances <= 1)).all()
    assert np.isfinite(expected_purchases(model, x, t_x, known, 26.0)).all()


@pytest.mark.parametrize(
    ("x", "t_x", "known"),
    [([1], [2.0], [1.0]), ([-1], [0.0], [1.0]), ([1], [-1.0], [1.0]), ([1], [1.0], [np.inf]), ([1, 2], [1.0], [1.0])],
)
def test_what_is_no_history_is_refused(x: list[int], t_x: list[float], known: list[float]) -> None:
    with pytest.raises(ValueError, match=r"one row per party|0 ≤"):
        fit(np.array(x), np.array(t_x), np.array(known))
