"""Shares and dates as JSON has them."""

from datetime import date

from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.intervals import Proportion


def proportion_document(proportion: Proportion) -> dict[str, object]:
    """share is null of no cases; low and high are the ends of the 95 % interval."""
    share = proportion.share
    return {
        "of": proportion.of,
        "share": None if share is None else float(share),
        "low": proportion.low,
        "high": proportion.high,
    }


def conversion_document(counted: Conversion) -> dict[str, object]:
    """Won of those that came to an end, or are open for too long; see domain.pipeline.conversion."""
    return {
        "won": counted.won,
        "lost": counted.lost,
        "long_open": counted.long_open,
        "open": counted.open,
        "parked": counted.parked,
        **proportion_document(counted.proportion),
    }


def iso(day: date | None) -> str | None:
    return str(day) if day else None
