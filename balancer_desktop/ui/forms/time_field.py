"""A time of day; empty when only the day is known."""

import re
from datetime import time

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.ui.forms.reading_field import ReadingField

_DIGITS = re.compile(r"([0-9]{1,2})(?:[:.h ]?([0-9]{2}))?\s*(am|pm)?", re.IGNORECASE)


class TimeField(ReadingField[time | None]):
    """`14:05`, `1405`, `9`, `2 pm`; None for an empty line."""

    def __init__(self, at: time | None) -> None:
        super().__init__(read_time, lambda value: f"{value:%H:%M}" if value else "")
        self.setPlaceholderText("not known")
        self.setToolTip("The time of day, such as 14:05; empty when only the day is known")
        if at is not None:
            self.show_value(at)


def read_time(text: str) -> time | None:
    """The time meant, None for an empty text; BadInput for anything else."""
    if not text.strip():
        return None
    found = _DIGITS.fullmatch(text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    half = (found[3] or "").casefold() if found else ""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise BadInput(f"“{text.strip()[:20]}” is not a time of day.", "Write it like 14:05.")
    return time(hour, minute)
