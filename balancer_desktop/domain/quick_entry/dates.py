"""Reads `fri`, `next mon`, `3 nov`, `on 3/11`, `3.11.`, `in 2 weeks`, `end of month` as a day."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.conventions import Conventions, DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.shifting import shift

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FIRST_MONTHS = ("january", "february", "march", "april", "may", "june")
_LONG_MONTHS = (*_FIRST_MONTHS, "july", "august", "september", "october", "november", "december")

_WEEKDAYS = {name: n for n, long in enumerate(_LONG_DAYS) for name in (long, long[:3])}
_WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTHS = {name: n for n, long in enumerate(_LONG_MONTHS, 1) for name in (long, long[:3])} | {"sept": 9}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
INTRODUCERS = frozenset({"on", "by", "due", "until"})
_UNITS = {"day": "d", "days": "d", "week": "w", "weeks": "w", "month": "m", "months": "m", "year": "y", "years": "y"}
_PHRASES = {
    ("today",): (0, "d"),
    ("yesterday",): (-1, "d"),
    ("tomorrow",): (1, "d"),
    ("day", "after", "tomorrow"): (2, "d"),
    ("day", "before", "yesterday"): (-2, "d"),
    ("next", "week"): (1, "w"),
    ("last", "week"): (-1, "w"),
    ("next", "month"): (1, "m"),
    ("last", "month"): (-1, "m"),
    ("next", "year"): (1, "y"),
}
_MONTH_ENDS = (("end", "of", "the", "month"), ("end", "of", "month"), ("eom",))
_SLIP = 31
"""Days by which a date without a year may miss today and be taken for a slip, not for another year."""

Resolver = Callable[[date, bool], date]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that mean a day. length: in tokens. is_loose: digits such as `3/4` that may be something else.

    on(today, ahead) gives the day, ahead for a next step; BadInput when there is no such day.
    """

    length: int
    on: Resolver
    is_loose: bool = False


def date_at(keys: Sequence[str], conventions: Conventions) -> Spoken | None:
    """The date that the folded tokens begin with, if any; `on`, `by` and `due` belong to it."""
    if len(keys) > 1 and keys[0] in INTRODUCERS:
        spoken = _after_introducer(keys[1:], conventions)
        return Spoken(spoken.length + 1, spoken.on) if spoken else None
    return _day_name(keys, conventions) or _calendar(keys, conventions)


def _after_introducer(keys: Sequence[str], conventions: Conventions) -> Spoken | None:
    """After `on`, `3.11` cannot be an amount."""
    dotted = re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}", keys[0])
    return date_at([f"{keys[0]}.", *keys[1:]] if dotted else keys, conventions)


def _day_name(keys: Sequence[str], conventions: Conventions) -> Spoken | None:
    """`fri`, `next fri`, `Fri 27 Nov 2026`."""
    how = keys[0] if keys and keys[0] in {"this", "next", "last"} else ""
    named = keys[1:] if how else keys
    weekday = _WEEKDAYS.get(named[0].rstrip(".")) if named else None
    if weekday is None:
        return None
    calendar = None if how else _calendar(keys[1:], conventions)
    if calendar and not calendar.is_loose:
        return Spoken(1 + calendar.length, _checked_weekday(weekday, calendar.on))
    return Spoken(2 if how else 1, lambda today, ahead: _weekday(today, weekday, how, ahead=ahead))


def _weekday(today: date, weekday: int, how: str, *, ahead: bool) -> date:
    behind = (today.weekday() - weekday) % 7
    if how == "next":
        return shift(today, 7 - today.weekday() + weekday, "d")
    if how == "last":
        return shift(today, -(behind or 7), "d")
    return shift(today, 7 - behind if ahead else -behind, "d")


def _checked_weekday(weekday: int, resolve: Resolver) -> Resolver:
    def on(today: date, ahead: bool) -> date:  # noqa: FBT001 - the shape of a Resolver
        day = resolve(today, ahead)
        if day.weekday() != weekday:
            raise BadInput(f"{day_words(day)} is not a {_LONG_DAYS[weekday].title()}.", "Correct the day or the date.")
        return day

    return on


def _calendar(keys: Sequence[str], conventions: Conventions) -> Spoken | None:
    if not keys:
        return None
    return _relative(keys) or _named_month(keys) or _numeric(keys[0], conventions)


def _relative(keys: Sequence[str]) -> Spoken | None:
    """`tomorrow`, `in 2 weeks`, `3 days ago`, `end of month`."""
    for length in (4, 3, 2, 1):
        phrase = tuple(key.rstrip(".") for key in keys[:length])
        if phrase in _PHRASES:
            return Spoken(len(phrase), _moved(*_PHRASES[phrase]))
        if phrase in _MONTH_ENDS:
            return Spoken(len(phrase), lambda today, _: Month.of(today).last)
    return _counted(keys) if len(keys) > 2 else None


def _counted(keys: Sequence[str]) -> Spoken | None:
    """`in 2 weeks`, `a month ago`."""
    count, unit = (keys[1], keys[2]) if keys[0] == "in" else (keys[0], keys[1])
    number, sign = _number(count), 1 if keys[0] == "in" else -1
    letter = _UNITS.get(unit.rstrip("."))
    if letter is None or number is None or (sign < 0 and keys[2].rstrip(".") != "ago"):
        return None
    return Spoken(3, _moved(sign * number, letter))


def month_at(keys: Sequence[str]) -> Spoken | None:
    """`march`, `mar 2027`: the first of the next such month."""
    month = _MONTHS.get(keys[0].rstrip(".")) if keys else None
    if month is None:
        return None
    if len(keys) > 1 and re.fullmatch(r"(19|20|21)[0-9]{2}", keys[1]):
        first = date(int(keys[1]), month, 1)
        return Spoken(2, lambda _today, _ahead: first)
    return Spoken(1, lambda today, _: date(today.year + (month <= today.month), month, 1))


def span_at(keys: Sequence[str]) -> Spoken | None:
    """`2 weeks`, `a month`: so long from today."""
    number, letter = (_number(keys[0]), _UNITS.get(keys[1].rstrip("."))) if len(keys) > 1 else (None, None)
    return Spoken(2, _moved(number, letter)) if number is not None and letter else None


def _moved(count: int, unit: str) -> Resolver:
    return lambda today, _: shift(today, count, unit)


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else _NUMBERS.get(text)


def _named_month(keys: Sequence[str]) -> Spoken | None:
    """`3 nov`, `3. November 2025`, `nov 3rd`."""
    if len(keys) < 2:
        return None
    first, second = keys[0].rstrip("."), keys[1].rstrip(".")
    day = _ordinal(keys[0]) if second in _MONTHS else _ordinal(keys[1]) if first in _MONTHS else None
    if day is None:
        return None
    month = _MONTHS.get(second) or _MONTHS[first]
    year = int(keys[2]) if len(keys) > 2 and re.fullmatch(r"(19|20|21)[0-9]{2}", keys[2].rstrip(".")) else None
    return Spoken(3 if year else 2, _resolver(f"{keys[0]} {keys[1]}", year, month, day))


def _ordinal(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]{1,2})(?:\.|st|nd|rd|th)?", text)
    return int(found[1]) if found else None


_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})\.?")
_WITH_YEAR = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|(?<!-)[0-9]{2})\.?")
_NO_YEAR = re.compile(r"([0-9]{1,2})(?:/([0-9]{1,2})|\.([0-9]{1,2})\.)")


def _numeric(text: str, conventions: Conventions) -> Spoken | None:
    """`2026-11-03`, `3/11/26`, `3.11.2026`, `3.11.`, `3/11`, in the order that the locale writes."""
    if found := _YEAR_FIRST.fullmatch(text):
        return Spoken(1, _resolver(text, int(found[1]), int(found[3]), int(found[4])))
    if found := _WITH_YEAR.fullmatch(text):
        a, b, c = int(found[1]), int(found[3]), int(found[4])
        short_year_first = conventions.date_order is DateOrder.YEAR_FIRST and len(found[4]) == 2
        year, one, two = (a, b, c) if short_year_first else (c, a, b)
        return Spoken(1, _ordered(text, year + 2000 if year < 100 else year, one, two, conventions))
    if found := _NO_YEAR.fullmatch(text):
        return Spoken(1, _ordered(text, None, int(found[1]), int(found[2] or found[3]), conventions), "/" in text)
    return None


def _ordered(text: str, year: int | None, one: int, two: int, conventions: Conventions) -> Resolver:
    day_first = conventions.date_order is DateOrder.DAY_FIRST
    month, day = (two, one) if day_first else (one, two)
    hint = "" if day_first else " Here the month comes first."
    return _resolver(text, year, month, day, hint)


def _resolver(text: str, year: int | None, month: int, day: int, hint: str = "") -> Resolver:
    def on(today: date, ahead: bool) -> date:  # noqa: FBT001 - the shape of a Resolver
        if not 1 <= month <= 12:
            raise _no_such_day(text, f"there is no month {month}.{hint}")
        chosen = year or _nearest_year(today, month, day, ahead=ahead)
        if not 1 <= chosen <= 9999:
            raise _no_such_day(text, f"there is no year {chosen}.")
        last = Month(chosen, month).last.day
        if not 1 <= day <= last:
            raise _no_such_day(text, f"{MONTHS[month - 1]} {chosen} has {last} days.{hint}")
        return date(chosen, month, day)

    return on


def _no_such_day(text: str, because: str) -> BadInput:
    return BadInput(f"“{text}” is not a date: {because}", "Correct it, or put quotes around words of the note.")


def _nearest_year(today: date, month: int, day: int, *, ahead: bool) -> int:
    """The year that puts the day on the right side of today, unless it misses by a mere month: then this year."""
    distance = (month - today.month) * 31 + day - today.day
    if ahead and distance < -_SLIP:
        return today.year + 1
    if not ahead and distance > _SLIP:
        return today.year - 1
    return today.year


def day_words(day: date) -> str:
    """`Fri 27 Nov 2026`."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
