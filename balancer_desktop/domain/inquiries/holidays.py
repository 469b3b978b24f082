"""Days on which nobody works: `2026-12-25 Christmas`, and longer ones as `2026-08-03 to 2026-08-14 away`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.text import storable

LONGEST = 366
_LIKE = "Write it like 2026-12-25 Christmas, or 2026-08-03 to 2026-08-14 away."
_DATE = r"(\d{4}-\d{2}-\d{2})"
_ONE = rf"{_DATE}(?:\s*(?:to|until|–|—|\.\.+|/|-)\s*{_DATE})?(?:\s*[:,]?\s+(\S.*))?"
_BETWEEN = r"[;\n]|,\s*(?=\d{4}-\d{2}-\d{2})"


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """Free from the first day to the last, both included."""

    first: date
    last: date
    name: str = ""


def read_holidays(text: str) -> tuple[Holiday, ...]:
    """Those of a text in order, parted by `;` or lines; BadInput for what is no date, with what would be right."""
    return tuple(sorted({_read(part) for part in map(str.strip, re.split(_BETWEEN, text)) if part}))


def holidays_text(holidays: tuple[Holiday, ...]) -> str:
    """As read_holidays reads them, in one line."""
    return "; ".join(holiday_text(holiday) for holiday in holidays)


def holiday_text(holiday: Holiday) -> str:
    days = dict.fromkeys((holiday.first.isoformat(), holiday.last.isoformat()))
    return f"{' to '.join(days)} {holiday.name}".strip()


def free_days(holidays: tuple[Holiday, ...]) -> frozenset[int]:
    """The ordinals of the days."""
    return frozenset(day for h in holidays for day in range(h.first.toordinal(), h.last.toordinal() + 1))


def _read(text: str) -> Holiday:
    found = re.fullmatch(_ONE, text)
    if found is None:
        raise BadInput(f"“{text[:40]}” is not a date.", _LIKE)
    first = _date(found[1])
    last = _date(found[2]) if found[2] else first
    if not first <= last < first + timedelta(LONGEST):
        raise BadInput(f"“{text[:40]}” does not last from one day to a year.", "Correct one of the days.")
    return Holiday(first, last, storable(" ".join((found[3] or "").split())))


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"There is no {text}.", _LIKE) from None
