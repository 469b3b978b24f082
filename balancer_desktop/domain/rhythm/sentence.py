"""A party's rhythm as a sentence without a full stop: its own gap, and how long it has been silent."""

from balancer_desktop.domain.rhythm.history import SaleHistory
from balancer_desktop.domain.rhythm.spans import ago, every, span, unit_of

_MOST = 24
"""A silence counted in the gap's own unit stays short: `silent 14` weeks, but `silent 3 years`."""


def sentence(history: SaleHistory | None, silent_days: int | None = None) -> str:
    """`usually every 5 weeks; silent 14`, or what fewer than three purchases allow to say.

    silent_days: since the last contact of any kind; it speaks only where no sale does.
    """
    if history is None:
        return "no sale yet" if silent_days is None else f"no sale yet; last contact {ago(silent_days)}"
    silent = history.silent_days
    gap = history.median_gap
    if gap is None:
        return f"bought once, {ago(silent)}"
    if history.repeats == 1:
        return f"bought twice, {span(gap)} apart; {_silence(gap, silent)}"
    return f"usually {every(gap)}; {_silence(gap, silent)}"


def _silence(gap: float, silent: int) -> str:
    """In the gap's unit, which then goes without saying, unless that would be less than one or too many."""
    if silent <= 1:
        return f"bought {ago(silent)}"
    unit = unit_of(gap)
    number = unit.count(silent)
    if silent >= unit.days and number <= _MOST:
        return f"silent {number}"
    return f"silent {span(silent)}"
