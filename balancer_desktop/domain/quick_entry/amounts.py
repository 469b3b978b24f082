"""Finds the one amount of money in a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import Currency, parse_decimal, to_minor
from balancer_desktop.domain.quick_entry.line import Line, Token


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DOLLARS = _codes("USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU JMD TTD BBD BZD FJD NAD")
_POUNDS = _codes("GBP EGP LBP FKP GIP SHP SYP SDG")
_MEANS = {
    "€": frozenset({"EUR"}),
    "$": _DOLLARS,
    "£": _POUNDS,
    "¥": frozenset({"JPY", "CNY"}),
    "₹": frozenset({"INR"}),
    "₩": frozenset({"KRW"}),
    "₽": frozenset({"RUB"}),
    "₺": frozenset({"TRY"}),
    "₪": frozenset({"ILS"}),
    "₫": frozenset({"VND"}),
    "₴": frozenset({"UAH"}),
    "₦": frozenset({"NGN"}),
    "฿": frozenset({"THB"}),
    "¢": frozenset[str](),
    "euro": frozenset({"EUR"}),
    "euros": frozenset({"EUR"}),
    "dollar": _DOLLARS,
    "dollars": _DOLLARS,
    "pound": _POUNDS,
    "pounds": _POUNDS,
    "yen": frozenset({"JPY"}),
}
"""The currencies that a sign or a word beside an amount can mean."""
_CODES = _codes(
    "EUR USD GBP CHF JPY CNY CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN TRY INR KRW BRL MXN ZAR SGD HKD THB ILS "
    "AED SAR KWD BHD TND UAH RUB NGN KES ARS CLP COP PEN VND IDR MYR PHP"
)
_NUMBERED = frozenset({"invoice", "inv", "inv.", "order", "ref", "ref.", "no", "no.", "nr", "nr.", "number", "receipt"})
"""Words whose number is no amount."""


@dataclass(frozen=True, slots=True)
class Amount:
    """start and length in tokens; minor units; is_marked when the book's currency is written with it, is_numbering
    when it follows a word such as `invoice`."""

    start: int
    length: int
    minor: int
    is_marked: bool
    is_numbering: bool
    text: str


def take_amount(line: Line, shielded: set[int], unit: Currency, conventions: Conventions) -> int | None:
    """The minor units of the line's only amount, which is taken; None without one; BadInput for several.

    A number in a shielded place (a date's) is none. One written with the currency wins over plain numbers, of
    which those that number an invoice or an order are none.
    """
    found = list(_amounts(line, shielded, unit, conventions))
    wanted = [a for a in found if a.is_marked] or [a for a in found if not a.is_numbering]
    if not wanted:
        return None
    if len(wanted) > 1:
        count = "Two" if len(wanted) == 2 else str(len(wanted))
        texts = " and ".join(amount.text for amount in wanted)
        raise BadInput(f"{count} amounts: {texts}.", "Leave one, or put quotes around what belongs to the note.")
    line.take(wanted[0].start, wanted[0].length)
    return wanted[0].minor


def _amounts(line: Line, shielded: set[int], unit: Currency, conventions: Conventions) -> Iterator[Amount]:
    for place in line.places():
        text = "" if place in shielded else _number_text(line.tokens[place])
        value = _decimal(text, unit, conventions)
        if value is None:
            continue
        before, after = _is_currency(line, place - 1, unit), _is_currency(line, place + 1, unit)
        is_marked = _names_currency(re.sub(r"[0-9.,'’\s()+−-]", "", text), unit) or before or after
        start, length = (place - 1, 2) if before else (place, 2 if after else 1)
        is_numbering = place > 0 and place - 1 not in line.taken and line.tokens[place - 1].key in _NUMBERED
        yield Amount(start, length, to_minor(value, unit), is_marked, is_numbering, text)


def _number_text(token: Token) -> str:
    """The token without a sentence's punctuation, and `450.-` as `450`; empty when it holds no digit."""
    if token.quoted or not any(c in "0123456789" for c in token.text):
        return ""
    return re.sub(r"[.,][-–—]$", "", token.text).rstrip(".,;:!?")


def _decimal(text: str, unit: Currency, conventions: Conventions) -> Decimal | None:
    """None when the text is no number; most words of a line are none."""
    try:
        return parse_decimal(text, unit, conventions) if text else None
    except BadInput:
        return None


def _is_currency(line: Line, place: int, unit: Currency) -> bool:
    if not 0 <= place < len(line.tokens) or place in line.taken or line.tokens[place].quoted:
        return False
    return _names_currency(line.tokens[place].text.rstrip(".,;:!?"), unit)


def _names_currency(word: str, unit: Currency) -> bool:
    """Whether a word or sign means the book's currency; BadInput when it means another."""
    means = _MEANS.get(word.casefold())
    if word.upper() == unit.code or (means and unit.code in means):
        return True
    if means is None and word not in _CODES:
        return False
    raise BadInput(
        f"“{word}” is not the currency of this book, which is kept in {unit.code}.",
        f"Give the amount in {unit.code}, or put quotes around words of the note.",
    )
