"""Who has gone quiet, who came back, and whom a call may win back: told of everybody at once."""

from bisect import bisect_left, insort
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from balancer_desktop.domain.rhythm.bands import CURRENT_FROM, GONE_AFTER, LEAST_GAPS, QUIET_AFTER, QUIET_FROM
from balancer_desktop.domain.rhythm.book_model import BookModel, alive, bought, column
from balancer_desktop.domain.rhythm.columns import CURRENT, EX, LAPSED, Columns
from balancer_desktop.domain.rhythm.model import expected_purchases
from balancer_desktop.domain.rhythm.rhythms import WEEKS_AHEAD

Vector = NDArray[np.float64]
SHORTEST_REST, REST, LONGEST_REST = 7, 30, 90
"""Days for which nobody need be called again: between the first and the last their own usual gap, else REST."""
Mask = NDArray[np.bool_]


@dataclass(slots=True)
class Waits:
    """Parties by what the owner might do about them; each list is in the order in which it is shown.

    gone, quiet: (ordinal of the day on which to be in touch at the latest, id) of current customers: red and yellow.
    back: (ordinal of the latest sale, id) of lapsed and ex parties that bought since. worth: (−expected value in minor
    units, id) of the lapsed. by_model: whether that value comes from the model (purchases expected in 26 weeks × their
    own average sale), or is what they brought in their last half year.
    """

    gone: list[tuple[int, int]] = field(default_factory=list)
    quiet: list[tuple[int, int]] = field(default_factory=list)
    back: list[tuple[int, int]] = field(default_factory=list)
    worth: list[tuple[int, int]] = field(default_factory=list)
    by_model: bool = False
    _known: list[dict[int, tuple[int, int]]] = field(init=False, repr=False, compare=False)
    """Of each list, what it says of a party: one entry must not cost a walk through everybody."""

    def __post_init__(self) -> None:
        self._known = [{one[1]: one for one in listed} for listed in self.lists()]

    def lists(self) -> tuple[list[tuple[int, int]], ...]:
        """In the order in which they are described."""
        return self.gone, self.quiet, self.back, self.worth

    def replace(self, ids: Collection[int], fresh: "Waits") -> bool:
        """Bring these parties up to date; whether that changed anything."""
        changed = False
        for mine, known, new in zip(self.lists(), self._known, fresh.lists(), strict=True):
            old = sorted(known[id_] for id_ in ids if id_ in known)
            if old != new:
                for one in old:
                    del mine[bisect_left(mine, one)], known[one[1]]
                for one in new:
                    insort(mine, one)
                    known[one[1]] = one
                changed = True
        return changed


def who_waits(columns: Columns, fitted: BookModel, today: date) -> Waits:
    """Sort everybody out.

    A current customer is quiet or gone by the owner's cadence, which counts from the latest contact of any kind; else
    by the model; else, while there is too little for it, by its own gap (numbers §4). By sales alone, somebody who was
    called meanwhile has been seen to, and rests for one of their usual gaps. Lapsed people rest after a contact too.
    """
    chance, day = alive(columns, fitted, today), today.toordinal()
    standing, contact = column(columns, "standing"), np.minimum(column(columns, "contact"), day)
    last = np.minimum(column(columns, "last"), day)
    rest = _rest(columns)
    gone, quiet, due = _by_cadence(columns, contact, day)
    by_sales = ~_has_cadence(columns) & (day - contact > rest)
    sales_gone, sales_quiet = _by_sales(columns, chance, day - last)
    due = np.where(by_sales, np.minimum(np.maximum(last + column(columns, "gap"), contact + rest), day), due)
    current = standing == CURRENT
    returned = ((standing == LAPSED) | (standing == EX)) & (last > column(columns, "began"))
    lapsed = (standing == LAPSED) & ~returned & (day - contact > REST)
    return Waits(
        _listed(columns, due, current & (gone | by_sales & sales_gone)),
        _listed(columns, due, current & (quiet | by_sales & sales_quiet)),
        _listed(columns, last, returned),
        _listed(columns, -_worth(columns, fitted, today, lapsed), lapsed),
        fitted.model is not None,
    )


def limits(columns: Columns) -> tuple[Vector, Vector]:
    """Ideal and longest gap of each party in days, 0 where none is set: its own cadence, else its tags' strictest."""
    own, longest = column(columns, "ideal"), column(columns, "longest")
    is_own = (own > 0) | (longest > 0)
    longest = np.where(is_own, longest, column(columns, "tag_longest"))
    ideal = np.where(is_own, own, column(columns, "tag_ideal"))
    return np.where((longest > 0) & (ideal > longest), longest, ideal), longest


def _has_cadence(columns: Columns) -> Mask:
    ideal, longest = limits(columns)
    known = (column(columns, "contact") > 0) | (column(columns, "since") > 0)
    return np.asarray(((ideal > 0) | (longest > 0)) & known)


def _by_cadence(columns: Columns, contact: Vector, day: int) -> tuple[Mask, Mask, Vector]:
    """Gone, quiet, and since when. Without any contact the clock runs from customer since."""
    ideal, longest = limits(columns)
    met = np.where(contact > 0, contact, np.minimum(column(columns, "since"), day))
    silent, has = day - met, _has_cadence(columns)
    gone = has & (longest > 0) & (silent > longest)
    quiet = has & (ideal > 0) & (silent > ideal) & ~gone
    return gone, quiet, met + np.where(gone, longest, ideal)


def _by_sales(columns: Columns, chance: Vector, silent: Vector) -> tuple[Mask, Mask]:
    """Gone and quiet by the model, or by each party's own gap where that says nothing."""
    gap, gaps = column(columns, "gap"), column(columns, "days") - 1
    by_gap = np.isnan(chance) & (gaps >= LEAST_GAPS)
    gone = (chance < QUIET_FROM) | by_gap & (silent > GONE_AFTER * gap)
    quiet = (chance < CURRENT_FROM) | by_gap & (silent > QUIET_AFTER * gap)
    return gone, quiet & ~gone


def _rest(columns: Columns) -> Vector:
    gap = column(columns, "gap")
    return np.where(gap > 0, np.clip(gap, SHORTEST_REST, LONGEST_REST), REST)


def _worth(columns: Columns, fitted: BookModel, today: date, chosen: Mask) -> Vector:
    """Expected value of each chosen party, in minor units; refunds may have left less than nothing, which is none."""
    worth = np.zeros(len(columns))
    if fitted.model is None:
        worth[chosen] = column(columns, "half_year")[chosen]
        return np.maximum(worth, 0)
    known = bought(columns, fitted.begun, today)
    some = chosen[known.row]
    row = known.row[some]
    expected = expected_purchases(fitted.model, known.x[some], known.t_x[some], known.T[some], WEEKS_AHEAD)
    worth[row] = expected * column(columns, "income")[row] / column(columns, "days")[row]
    return np.maximum(worth, 0)


def _listed(columns: Columns, key: Vector, chosen: Mask) -> list[tuple[int, int]]:
    """(key, id) of the chosen in order of key, then id."""
    rows = np.flatnonzero(chosen)
    keys, ids = np.rint(key[rows]).astype(np.int64), column(columns, "id")[rows].astype(np.int64)
    order = np.lexsort((ids, keys))
    return list(zip(keys[order].tolist(), ids[order].tolist(), strict=True))
