"""One party's sale days as the model reads them: how often it bought again, when last, and for how long it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log

DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True)
class SaleHistory:
    """Sale days merged per day. x, t_x and T are the literature's names; T and t_x are in weeks from the start.

    start: the first sale, or the day the party became a customer, when that is earlier.
    x: sale days after the start. t_x: start → last of them (0 when none). T: start → today.
    gaps: days between one recorded sale day and the next, in order.
    """

    x: int
    t_x: float
    T: float
    gaps: tuple[int, ...]
    start: date
    first: date
    last: date

    @property
    def silent_days(self) -> int:
        """Days since the last sale."""
        return round((self.T - self.t_x) * DAYS_PER_WEEK)

    @property
    def log_gaps(self) -> float:
        """Σ log of the x gaps in weeks that make up t_x, the one from the start to the first sale included."""
        days = self.gaps if self.start == self.first else ((self.first - self.start).days, *self.gaps)
        return sum(map(log, days)) - self.x * log(DAYS_PER_WEEK)

    @property
    def median_gap(self) -> float | None:
        """Days; None when it bought on one day only."""
        if not self.gaps:
            return None
        ranked, middle = sorted(self.gaps), len(self.gaps) // 2
        return float(ranked[middle]) if len(ranked) % 2 else (ranked[middle - 1] + ranked[middle]) / 2


def sale_history(days: Iterable[date], today: date, since: date | None = None) -> SaleHistory | None:
    """What the sale days up to today say; None when there is none. Days may repeat and come in any order.

    since: customer since. Whoever was a customer before its first recorded sale had bought before, so that sale
    counts as a repeat, and the clock starts at `since`. A `since` after the first sale is a slip and not used.
    """
    known = sorted({day for day in days if day <= today})
    if not known:
        return None
    first, last = known[0], known[-1]
    start = first if since is None or since > first else since
    return SaleHistory(
        x=len(known) - (start == first),
        t_x=(last - start).days / DAYS_PER_WEEK,
        T=(today - start).days / DAYS_PER_WEEK,
        gaps=tuple((later - earlier).days for earlier, later in pairwise(known)),
        start=start,
        first=first,
        last=last,
    )
