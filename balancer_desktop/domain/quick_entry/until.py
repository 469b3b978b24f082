"""Reads until when something rests: `until march`, `2 weeks`, `for a month`, `until 3 mar`, `next mon`."""

from collections.abc import Sequence
from datetime import date

from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.dates import Spoken, date_at, day_words, month_at, span_at
from balancer_desktop.domain.quick_entry.line import Line

_BEFORE = frozenset({"until", "till", "til", "by", "to", "for"})


def take_until(line: Line, today: date, conventions: Conventions) -> date | None:
    """The first such day, which is taken; None without one. BadInput for one that is not to come."""
    for place in line.places():
        keys = line.keys(place)
        before = 1 if len(keys) > 1 and keys[0] in _BEFORE else 0
        spoken = _spoken(keys[before:], conventions)
        if spoken:
            line.take(place, before + spoken.length)
            return _to_come(_ahead(spoken, today), today)
    return None


def _spoken(keys: Sequence[str], conventions: Conventions) -> Spoken | None:
    return date_at(keys, conventions) or month_at(keys) or span_at(keys)


def _ahead(spoken: Spoken, today: date) -> date:
    ahead = True
    return spoken.on(today, ahead)


def _to_come(day: date, today: date) -> date:
    if day <= today:
        raise BadInput(f"{day_words(day)} is not to come.", "Give the day on which it comes back.")
    return day
