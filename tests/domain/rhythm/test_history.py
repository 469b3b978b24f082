"""Sale days become x, t_x and T; counted out by hand."""

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.rhythm.history import history_of, sale_history
from balancer_desktop.domain.rhythm.sale_days import sale_days

TODAY = date(2026, 11, 20)


def back(*days: int) -> list[date]:
    """Dates so many days before today."""
    return [TODAY - timedelta(day) for day in days]


def test_days_are_merged_sorted_and_counted() -> None:
    history = sale_history(back(7, 70, 7, 35, 70), TODAY)
    assert history is not None
    assert (history.x, history.t_x, history.T) == (2, 9.0, 10.0)
    assert history.gaps == (35, 28)
    assert (history.start, history.first, history.last) == (*back(70, 70), *back(7))
    assert history.silent_days == 7
    assert history.log_gaps == pytest.approx(log(5) + log(4))


@pytest.mark.parametrize(("days", "median"), [((9,), None), ((9, 4), 5.0), ((9, 5, 0), 4.5), ((99, 9, 5, 0), 5.0)])
def test_median_gap(days: tuple[int, ...], median: float | None) -> None:
    history = sale_history(back(*days), TODAY)
    assert history is not None
    assert history.median_gap == median


def test_no_sale_up_to_today_is_no_history() -> None:
    assert sale_history([], TODAY) is None
    assert sale_history(back(-1, -300), TODAY, since=TODAY) is None


def test_bought_once_today() -> None:
    history = sale_history(back(0, -3), TODAY)
    assert history is not None
    assert (history.x, history.t_x, history.T, history.gaps) == (0, 0.0, 0.0, ())


def test_a_customer_before_its_first_sale_repeats_with_it() -> None:
    """The clock starts at customer since; the own gaps stay those of recorded sales."""
    history = sale_history(back(70, 35), TODAY, since=back(140)[0])
    assert history is not None
    assert (history.x, history.t_x, history.T, history.gaps) == (2, 15.0, 20.0, (35,))
    assert history.log_gaps == pytest.approx(log(10) + log(5))
    assert history.silent_days == 35


@pytest.mark.parametrize("since", [70, 69, 0, -5])
def test_customer_since_no_earlier_than_the_first_sale_changes_nothing(since: int) -> None:
    assert sale_history(back(70, 35), TODAY, back(since)[0]) == sale_history(back(70, 35), TODAY)


@given(st.lists(st.integers(-50, 4000), min_size=1, max_size=40), st.none() | st.integers(-10, 5000))
def test_always_a_history_that_the_model_takes(days: list[int], since: int | None) -> None:
    history = sale_history(back(*days), TODAY, None if since is None else back(since)[0])
    if history is None:
        assert all(day < 0 for day in days)
        return
    assert 0 <= history.t_x <= history.T
    assert (history.t_x > 0) == (history.x > 0)
    assert history.gaps is not None
    assert history.repeats == len(history.gaps)
    assert sum(history.gaps) == (history.last - history.first).days
    assert history.silent_days == (TODAY - history.last).days


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=40), st.none() | st.integers(0, 5000))
def test_the_four_figures_tell_the_same(days: list[int], since: int | None) -> None:
    """All but the gaps themselves, and how even they are, from the third sale on."""
    begun = None if since is None else back(since)[0]
    whole, figures = sale_history(back(*days), TODAY, begun), history_of(sale_days(back(*days)), TODAY, begun)
    assert whole is not None
    assert figures == replace(whole, gaps=None)
    assert figures is not None
    assert figures.log_gaps == (whole.log_gaps if whole.x < 2 else None)


def test_four_figures_that_reach_past_today() -> None:
    assert history_of(None, TODAY) is None
    assert history_of(sale_days(back(-1, -9)), TODAY) is None
    found = history_of(sale_days(back(9, -9)), TODAY)
    assert found is not None
    assert (found.last, found.silent_days) == (TODAY, 0)
