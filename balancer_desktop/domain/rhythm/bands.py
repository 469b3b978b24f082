"""Current, quiet, probably gone: three words for how things stand, and the two rules that choose one."""

from enum import StrEnum

CURRENT_FROM = 0.6
QUIET_FROM = 0.2
LEAST_GAPS = 3
QUIET_AFTER = 3
GONE_AFTER = 6


class Band(StrEnum):
    """The value is the word shown."""

    CURRENT = "current"
    QUIET = "quiet"
    GONE = "probably gone"


def band_by_model(p_alive: float) -> Band:
    """By the model's probability: 0.6 and more current, 0.2 and more quiet."""
    if p_alive >= CURRENT_FROM:
        return Band.CURRENT
    return Band.QUIET if p_alive >= QUIET_FROM else Band.GONE


def band_by_gap(median_gap: float | None, gaps: int, silent_days: int) -> Band | None:
    """By the party's own gap, while there is too little for the model; None below three gaps.

    median_gap and silent_days (since the last sale) in days. Silent more than 3 × the median gap is quiet. More than
    6 × is probably gone: one who buys at random is then still there once in 400 times, where 3 × it is once in 20.
    """
    if median_gap is None or gaps < LEAST_GAPS:
        return None
    if silent_days > GONE_AFTER * median_gap:
        return Band.GONE
    return Band.QUIET if silent_days > QUIET_AFTER * median_gap else Band.CURRENT
