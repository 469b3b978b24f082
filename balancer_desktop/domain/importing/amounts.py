"""Amounts of a column: which mark is the decimal one, and the exact minor units of each cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.entries import checked_amount
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell
from balancer_desktop.domain.money import Currency, parse_decimal, to_minor

_CACHED = 50_000
_DUST = Decimal("0.000001")
_MARKED = re.compile(r"[^\d.,]*(\d[\d.,'’\s]*)[^\d.,]*")


class Amounts(dict[Cell, int]):
    """Cell → minor units, never zero, each text read once; BadInput for what is no amount of the currency."""

    def __init__(self, unit: Currency, decimal: str) -> None:
        super().__init__()
        self._unit = unit
        self._places = unit.exponent
        self._mark = decimal
        self._conventions = Conventions(decimal=decimal, group="." if decimal == "," else ",")

    def __missing__(self, cell: Cell) -> int:
        amount = checked_amount(self._plain(cell) or self._read(cell))
        if len(self) < _CACHED:
            self[cell] = amount
        return amount

    def _plain(self, cell: Cell) -> int:
        """The minor units of digits with a full fraction, as nearly every amount of a file is; else 0."""
        places = self._places
        if not places or not isinstance(cell, str) or cell[-places - 1 : -places] != self._mark:
            return 0
        digits = cell[: -places - 1] + cell[-places:]
        return int(digits) if digits.isdecimal() and digits.isascii() and places < len(digits) < 15 else 0

    def _read(self, cell: Cell) -> int:
        amount = parse_decimal(cell, self._unit, self._conventions) if isinstance(cell, str) else cell
        return to_minor(_without_dust(amount, self._unit), self._unit)


class Values(Amounts):
    """Cell → what something is worth in minor units, which may be nothing, but not less."""

    def __missing__(self, cell: Cell) -> int:
        value = self._plain(cell) or self._read(cell)
        if value < 0:
            raise BadInput(
                f"“{str(cell).strip()[:40]}” is less than nothing.", "Give what it is worth, or leave it empty."
            )
        if value:
            checked_amount(value)
        if len(self) < _CACHED:
            self[cell] = value
        return value


@dataclass(frozen=True, slots=True)
class MarkFound:
    """The decimal mark of a column, `.` or `,`; certain is False when no amount shows which it is, or both are shown
    as often: then mixed is True.
    """

    decimal: str
    certain: bool
    mixed: bool = False


def detect_mark(texts: Iterable[str], otherwise: str) -> MarkFound:
    """The decimal mark that most amounts of a column show; `otherwise` where they leave it open.

    1,234.50 and 12,5 show it; 1,234 does not: it may be more than a thousand, or a little more than one.
    """
    votes = {".": 0, ",": 0}
    open_ = False
    for text in texts:
        mark = _shown_mark(text)
        if mark:
            votes[mark] += 1
        elif mark is None:
            open_ = True
    if votes["."] == votes[","]:
        mixed = votes["."] > 0
        return MarkFound(otherwise, certain=not open_ and not mixed, mixed=mixed)
    return MarkFound(max(votes, key=lambda mark: votes[mark]), certain=True)


def _shown_mark(text: str) -> str | None:
    """The decimal mark a text proves, None when it holds a mark that can be either, empty when it holds none."""
    found = _MARKED.fullmatch(text.strip())
    body = found[1].strip() if found else ""
    dots, commas = body.count("."), body.count(",")
    if dots and commas:
        return "." if body.rindex(".") > body.rindex(",") else ","
    if dots > 1 or commas > 1:  # only the group mark repeats
        return "," if dots else "."
    if not dots and not commas:
        return ""
    mark = "." if dots else ","
    whole, _, fraction = body.partition(mark)
    can_be_group = len(fraction) == 3 and 0 < len(whole) <= 3 and not whole.startswith("0")
    return None if can_be_group else mark


def _without_dust(amount: Decimal, unit: Currency) -> Decimal:
    """The amount without what binary arithmetic left behind: 1.9800000001 EUR is 1.98, but 1.985 stays 1.985."""
    if not amount.is_finite() or abs(amount) > 10**18:
        raise BadInput("The amount is too large or not a number.", "Check the digits.")
    minor = amount.scaleb(unit.exponent)
    nearest = minor.to_integral_value()
    return nearest.scaleb(-unit.exponent) if 0 < abs(minor - nearest) <= _DUST else amount
