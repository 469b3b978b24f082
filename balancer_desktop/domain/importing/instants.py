"""Times of day as other programs write them after a date: `9:30`, `09:30:15`, `9:30 PM`, `T09:30+01:00`."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

_TIME = re.compile(
    r"(?:^|[T ,])\s*(\d{1,2}):(\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m\.?)?\s*(Z|[+-]\d\d:?\d\d)?\s*$",
    re.IGNORECASE,
)


def read_time(text: str) -> time:
    """The time of day at the end of a text, to the minute, with its zone if it has one; midnight where it has none."""
    found = _TIME.search(text.strip())
    if not found:
        return time.min
    hours, minutes, half, zone = int(found[1]), int(found[2]), (found[3] or "").lower(), found[4]
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return time(hours, minutes, tzinfo=_zone(zone)) if hours < 24 and minutes < 60 else time.min


def at_time(on: date, at: time) -> datetime:
    """The instant; without a zone where the time has none."""
    return datetime.combine(on, at)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    digits = text[1:].replace(":", "")
    if not digits:
        return UTC
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if text[0] == "-" else away) if away < timedelta(hours=24) else None
