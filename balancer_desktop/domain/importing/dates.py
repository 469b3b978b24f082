"""Dates as other programs write them: ISO, with a time of day, two-digit years, month names, either order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell
from balancer_desktop.domain.party import folded

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_CACHED = 50_000

# A time of day after the date is passed over, and so is its zone: the day is the one the other program wrote.
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_NUMERIC = re.compile(r"(\d{1,4})\s?[-/.\s]\s?(\d{1,2})\s?[-/.\s]\s?(\d{1,4})\.?(?:,?[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d.*)?")
_TIME = re.compile(r"[T ,]*\b\d{1,2}:\d\d\b.*", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+|\d+")

_MONTHS = (
    "january januar janvier enero",
    "february februar fevrier febrero",
    "march marz maerz mars marzo",
    "april avril abril",
    "may mai mayo",
    "june juni juin junio",
    "july juli juillet julio",
    "august aout agosto",
    "september septembre septiembre setiembre",
    "october oktober octobre octubre",
    "november novembre noviembre",
    "december dezember decembre diciembre",
)


class Dates(dict[Cell, date]):
    """Cell → date in one order, each text read once; BadInput for a text that is no date, or one after `latest`."""

    def __init__(self, order: DateOrder, latest: date = LATEST) -> None:
        super().__init__()
        self._order = order
        self._latest = latest

    def __missing__(self, cell: Cell) -> date:
        on = read_date(str(cell), self._order)
        if on > self._latest:
            raise BadInput(f"“{str(cell).strip()[:40]}” lies in the future.", "Only what has happened can be imported.")
        if len(self) < _CACHED:
            self[cell] = on
        return on


def read_date(text: str, order: DateOrder) -> date:
    """The day a text names; the order decides only what the text leaves open (3/4/2026).

    BadInput for what is no date, for a day the calendar does not have, and outside 1900..2199.
    """
    body = text.strip()
    parts = _parts(body, order)
    if parts is None:
        raise BadInput(f"“{body[:40]}” is not a date.", "Write it like 2026-11-30.")
    try:
        on = date(*parts)
    except ValueError:
        raise BadInput(f"“{body[:40]}” is not a day of the calendar.", _remedy(order)) from None
    if not EARLIEST <= on <= LATEST:
        raise BadInput(f"“{body[:40]}” is outside the years 1900 to 2199.", "Check the year.")
    return on


@dataclass(frozen=True, slots=True)
class OrderFound:
    """The order of a column's dates; certain is False when every date can be read in either order."""

    order: DateOrder
    certain: bool


def detect_order(texts: Iterable[str], otherwise: DateOrder) -> OrderFound:
    """The order that fits a column: a part above 12 is no month. Texts may be cut after 10 characters.

    Dates with dots (3.4.2026) are written day first everywhere; that decides where no part above 12 does. Where
    nothing decides, or the column contradicts itself, `otherwise` is the order and it is not certain.
    """
    day_first = month_first = open_ = dotted = 0
    for text in texts:
        numbers = _NUMERIC.fullmatch(text.strip())
        if numbers is None or len(numbers[1]) > 2:
            continue
        first, second = int(numbers[1]), int(numbers[2])
        day_first += first > 12 >= second
        month_first += second > 12 >= first
        open_ += first <= 12 and second <= 12 and first != second
        dotted += "." in text
    if bool(day_first) != bool(month_first):
        return OrderFound(DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST, certain=True)
    if dotted and not month_first:
        return OrderFound(DateOrder.DAY_FIRST, certain=True)
    return OrderFound(otherwise, certain=not (day_first or open_))


def _parts(body: str, order: DateOrder) -> tuple[int, int, int] | None:
    """Year, month, day as numbers, not yet checked against the calendar."""
    if not body.isascii() or len(body) > 60:
        return _with_month_name(body)
    if found := _ISO.fullmatch(body) or _COMPACT.fullmatch(body):
        return int(found[1]), int(found[2]), int(found[3])
    found = _NUMERIC.fullmatch(body)
    if found is None:
        return _with_month_name(body)
    return _ordered(found[1], found[2], found[3], order)


def _ordered(first: str, second: str, third: str, order: DateOrder) -> tuple[int, int, int] | None:
    if len(first) > 2:
        return int(first), int(second), int(third)
    if order is DateOrder.YEAR_FIRST and len(third) <= 2:
        return _year(first), int(second), int(third)
    if len(third) == 3:
        return None
    day, month = (second, first) if order is DateOrder.MONTH_FIRST else (first, second)
    return _year(third), int(month), int(day)


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def _with_month_name(body: str) -> tuple[int, int, int] | None:
    """`4 Jan 2021`, `January 4th, 2021`, `04-Mär-21`, `Mon, 4. Januar 2021 10:00`, `4 de enero de 2021`."""
    if len(body) > 60:
        return None
    month, numbers = 0, []
    for word in _WORDS.findall(folded(_TIME.sub("", body))):
        if word.isdigit():
            numbers.append(word)
        elif not month:
            month = _month(word)
    if not month or len(numbers) != 2 or not all(n.isascii() for n in numbers):
        return None
    first, second = numbers
    return (int(first), month, int(second)) if len(first) == 4 else (_year(second), month, int(first))


def _month(word: str) -> int:
    if len(word) < 3:
        return 0
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(word) for name in names.split()) or (number == 9 and word == "sept"):
            return number
    return 0


def _remedy(order: DateOrder) -> str:
    shown = {"DMY": "day, month, year", "MDY": "month, day, year", "YMD": "year, month, day"}[order.value]
    return f"Dates are read as {shown}; choose another order or correct the date."
