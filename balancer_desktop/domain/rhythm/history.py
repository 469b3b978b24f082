"""One party's sale days as the model reads them: how often it bought again, when last, and for how long it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log

from balancer_desktop.domain.rhythm.sale_days import SaleDays

DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True)
class SaleHistory:
    """Sale days merged per day. x, t_x and T are the literature's names; T and t_x are in weeks from the start.

    start: the first sale, or the day the party became a customer, when that is earlier.
    x: sale days after the start. t_x: start → last of them (0 when none). T: start → today.
    repeats: sale days after the first; median_gap: days between one and the next, None without repeats.
    gaps: all of these, in order; None where only their median was kept.
    """

    x: int
    t_x: float
    T: float
    gaps: tuple[int, ...] | None
    repeats: int
    median_gap: float | None
    start: date
    first: date
    last: date

    @property
    def silent_days(self) -> int:
        """Days since the last sale."""
        return round((self.T - self.t_x) * DAYS_PER_WEEK)

    @property
    def log_gaps(self) -> float | None:
        """Σ log of the x gaps in weeks that make up t_x, the one from the start to the first sale included.

        None where they are not known. They tell how regularly the party buys.
        """
        if self.gaps is None and self.x > 1:
            return None
        days = (self.last - self.start).days
        if self.x <= 1:
            return log(days / DAYS_PER_WEEK) if self.x else 0.0
        found = sum(map(log, self.gaps or ())) - self.x * log(DAYS_PER_WEEK)
        return found if self.start == self.first else found + log((self.first - self.start).days)


def sale_history(days: Iterable[date], today: date, since: date | None = None) -> SaleHistory | None:
    """What the sale days up to today say; None when there is none. Days may repeat and come in any order.

    since: customer since. Whoever was a customer before its first recorded sale had bought before, so that sale
    counts as a repeat, and the clock starts at `since`. A `since` after the first sale is a slip and not used.
    """
    known = sorted({day for day in days if day <= today})
    if not known:
        return None
    gaps = tuple((later - earlier).days for earlier, later in pairwise(known))
    return _history(SaleDays(known[0], known[-1], len(known), _median(gaps)), gaps, today, since)


def history_of(days: SaleDays | None, today: date, since: date | None = None) -> SaleHistory | None:
    """The same from the four figures alone. They should tell of no sale after today; such a one counts as of today."""
    if days is None or days.first > today:
        return None
    return _history(days._replace(last=min(days.last, today)), None, today, since)


def _history(days: SaleDays, gaps: tuple[int, ...] | None, today: date, since: date | None) -> SaleHistory:
    start = days.first if since is None else min(since, days.first)
    return SaleHistory(
        x=days.days - (start == days.first),
        t_x=(days.last - start).days / DAYS_PER_WEEK,
        T=(today - start).days / DAYS_PER_WEEK,
        gaps=gaps,
        repeats=days.days - 1,
        median_gap=days.gap,
        start=start,
        first=days.first,
        last=days.last,
    )


def _median(gaps: tuple[int, ...]) -> float | None:
    if not gaps:
        return None
    ranked, middle = sorted(gaps), len(gaps) // 2
    return float(ranked[middle]) if len(ranked) % 2 else (ranked[middle - 1] + ranked[middle]) / 2
