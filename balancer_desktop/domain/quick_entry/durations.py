"""Reads `2h`, `1h30`, `1:30`, `1,5 h`, `90m`, `1½h`, `2 hours 30 min` as minutes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"(?P<n>[0-9]{1,3}(?:[.,][0-9]{1,2})?|[0-9]{0,2}[½¼¾⅓⅔])"
_HOURS = r"(?:h|hr|hrs|hour|hours|std)"
_MINUTES = r"(?:m|min|mins|minute|minutes)"
_HOURS_TOKEN = re.compile(rf"{_NUMBER}{_HOURS}\.?")
_MINUTES_TOKEN = re.compile(rf"(?P<n>[0-9]{{1,4}}){_MINUTES}\.?")
_BOTH_TOKEN = re.compile(rf"(?P<h>[0-9]{{1,3}})h(?P<m>[0-9]{{1,2}}){_MINUTES}?")
_CLOCK_TOKEN = re.compile(r"(?P<h>[0-9]{1,2}):(?P<m>[0-5][0-9])h?")
_SIXTIETHS = {"½": 30, "¼": 15, "¾": 45, "⅓": 20, "⅔": 40}


@dataclass(frozen=True, slots=True)
class Duration:
    """length: how many tokens it takes. by_clock: written `1:30`, which elsewhere is a time of day."""

    length: int
    minutes: int
    by_clock: bool = False


def duration_at(keys: Sequence[str]) -> Duration | None:
    """The duration that the folded tokens begin with, if any."""
    if not keys:
        return None
    if both := _BOTH_TOKEN.fullmatch(keys[0]):
        return Duration(1, int(both["h"]) * 60 + int(both["m"]))
    if clock := _CLOCK_TOKEN.fullmatch(keys[0]):
        return Duration(1, int(clock["h"]) * 60 + int(clock["m"]), by_clock=True)
    hours = _counted(keys, _HOURS_TOKEN)
    if hours is None:
        minutes = _counted(keys, _MINUTES_TOKEN)
        return Duration(minutes[0], int(minutes[1])) if minutes else None
    length, count = hours
    more = _counted(keys[length:], _MINUTES_TOKEN)
    return Duration(length + more[0], _minutes(count) + int(more[1])) if more else Duration(length, _minutes(count))


def is_negative(keys: Sequence[str]) -> bool:
    """Whether the folded tokens begin with a duration below zero, as `-5h`."""
    return bool(keys) and keys[0][:1] in ("-", "−", "–") and duration_at([keys[0][1:], *keys[1:]]) is not None


def _counted(keys: Sequence[str], pattern: re.Pattern[str]) -> tuple[int, str] | None:
    """How many tokens (`2h` one, `2 h` two) and the number in them."""
    for length in (1, 2):
        parted = length == 2 and len(keys) > 1 and keys[1][:1].isalpha()
        found = pattern.fullmatch("".join(keys[:length])) if keys and (length == 1 or parted) else None
        if found:
            return length, found["n"]
    return None


def _minutes(hours: str) -> int:
    """Whole minutes, rounded half up, of `2`, `1.25`, `1,5`, `1½`."""
    if hours[-1] in _SIXTIETHS:
        return int(hours[:-1] or "0") * 60 + _SIXTIETHS[hours[-1]]
    whole, _, fraction = hours.replace(",", ".").partition(".")
    hundredths = int(whole) * 100 + int(fraction.ljust(2, "0") or "0")
    return (hundredths * 60 + 50) // 100
