"""A gap between contacts, as typed into its own field: `5 weeks`, `30`, `2 months`."""

import re

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.rhythm.spans import Unit

LONGEST = 3650
_UNITS = {"d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}
_WRITTEN = re.compile(r"(?:every\s+)?([0-9]{1,4})?\s*(d|days?|w|wks?|weeks?|m|months?|y|yrs?|years?)?")


def read_gap(text: str) -> int:
    """Whole days, 1 to 3,650; 0 for an empty text. A bare number is days. BadInput otherwise."""
    words = text.strip().casefold()
    if not words:
        return 0
    found = _WRITTEN.fullmatch(words)
    if found is None or not any(found.groups()):
        raise BadInput(f"“{text.strip()[:40]}” is no gap.", "Write it like 14, 5 weeks or 2 months.")
    unit = _UNITS[found[2][0]] if found[2] else Unit.DAY
    days = int(int(found[1] or 1) * unit.days + 0.5)
    if not 1 <= days <= LONGEST:
        raise BadInput("That is no gap between contacts.", f"Give between 1 and {LONGEST} days.")
    return days


def gap_words(days: int) -> str:
    """The same days in the largest unit that says them exactly: 35 → `5 weeks`, 61 → `2 months`; empty for 0."""
    if not days:
        return ""
    for unit, least in ((Unit.YEAR, 2), (Unit.MONTH, 2), (Unit.WEEK, 1)):
        number = unit.count(days)
        if number >= least and int(number * unit.days + 0.5) == days:
            return unit.counted(number)
    return Unit.DAY.counted(days)
