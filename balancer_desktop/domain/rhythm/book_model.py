"""The model of one book: fitted to a sample of its buyers, and asked about any number of them at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from balancer_desktop.domain.rhythm.columns import Columns
from balancer_desktop.domain.rhythm.enough import Enough, months_between
from balancer_desktop.domain.rhythm.history import DAYS_PER_WEEK
from balancer_desktop.domain.rhythm.model import fit, p_alive
from balancer_desktop.domain.rhythm.parameters import Model

Vector = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class BookModel:
    """model: None while there is too little to fit it; why: what it rests on, or what is missing.

    begun: the day of the book's first sale (today without any), before which nobody is counted as a customer.
    """

    model: Model | None
    why: str
    begun: date


@dataclass(frozen=True, slots=True)
class Bought:
    """Rows of parties that bought, as the model reads them: x repeats, t_x and T in weeks. row: which they are."""

    row: NDArray[np.intp]
    x: Whole
    t_x: Vector
    T: Vector


def column(columns: Columns, field: str) -> NDArray[np.float64]:
    """A field of every party."""
    return np.array(columns[field], np.float64)


def book_model(columns: Columns, sale_days: Iterable[tuple[int, int]], today: date) -> BookModel:
    """Fit to the sample's days with a sale: (party, ordinal) in order. Those after today are not looked at."""
    day = today.toordinal()
    firsts = [first for first in columns["first"] if 0 < first <= day]
    begun = date.fromordinal(int(min(firsts))) if firsts else today
    repeats = sum(
        int(days) - 1 for days, first in zip(columns["days"], columns["first"], strict=True) if 0 < first <= day
    )
    enough = Enough(months_between(begun, today), repeats)
    return BookModel(_fitted(columns, sale_days, begun, day) if enough else None, enough.why, begun)


def bought(columns: Columns, begun: date, today: date) -> Bought:
    """As rhythm.history tells it of one party, of all that bought."""
    day = today.toordinal()
    first, since = column(columns, "first"), column(columns, "since")
    row = np.flatnonzero((first > 0) & (first <= day))
    first, last = first[row], np.minimum(column(columns, "last")[row], day)
    start = _start(first, since[row], begun)
    x = column(columns, "days")[row] - (start == first)
    return Bought(row, x.astype(np.int64), (last - start) / DAYS_PER_WEEK, (day - start) / DAYS_PER_WEEK)


def alive(columns: Columns, fitted: BookModel, today: date) -> Vector:
    """P(alive) of every party; NaN of those that never bought, and of all while there is no model."""
    found = np.full(len(columns), np.nan)
    if fitted.model is not None:
        known = bought(columns, fitted.begun, today)
        found[known.row] = p_alive(fitted.model, known.x, known.t_x, known.T)
    return found


def _start(first: Vector, since: Vector, begun: date) -> Vector:
    """The clock starts at customer since, where that comes before the first sale, but not before the book's own."""
    return np.where(since > 0, np.minimum(first, np.maximum(since, begun.toordinal())), first)


def _fitted(columns: Columns, sale_days: Iterable[tuple[int, int]], begun: date, day: int) -> Model:
    party, on = np.array([(party, on) for party, on in sale_days if on <= day], np.int64).reshape(-1, 2).T
    opens = np.flatnonzero(np.diff(party, prepend=-1))
    closes = np.append(opens[1:], len(party))
    first, last = on[opens].astype(np.float64), on[closes - 1].astype(np.float64)
    since = dict(zip(columns["id"], columns["since"], strict=True))
    start = _start(first, np.array([since.get(int(id_), 0) for id_ in party[opens]], np.float64), begun)
    gaps = np.diff(on, prepend=0).astype(np.float64)
    gaps[opens] = first - start
    logs = np.add.reduceat(np.log(np.where(gaps > 0, gaps / DAYS_PER_WEEK, 1.0)), opens)
    x = closes - opens - (start == first)
    return fit(x, (last - start) / DAYS_PER_WEEK, (day - start) / DAYS_PER_WEEK, logs)
