"""By what a demo book tells for which day it was made, and by which story."""

from datetime import date

STORY = 5
"""Counts up whenever another business is told, or it is written otherwise: one made before is made anew."""
MADE = "demo_made_on"
"""Setting: the day the demo was made for, and by which story."""


def mark(today: date) -> str:
    """What MADE holds in a demo that need not be made again on this day."""
    return f"{today.isoformat()} {STORY}"
