"""Money as whole minor units (cents, fils, yen) of one currency per book."""

from dataclasses import dataclass
from decimal import Decimal

from balancer_desktop.domain.conventions import PLAIN, Conventions
from balancer_desktop.domain.errors import BadInput

# ISO 4217 currencies whose minor unit is not a hundredth (list of 2024-06, "Ccy Mnr Unts").
_EXPONENTS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_EXPONENT_OF = {code: exponent for exponent, codes in _EXPONENTS.items() for code in codes.split()}
# Larger than any one-person business; far below SQLite's 64-bit integers, so that sums cannot overflow.
LARGEST = 10**15


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 code and how many decimals its minor unit has."""

    code: str
    exponent: int

    @property
    def unit(self) -> int:
        """Minor units in one whole unit: 100 for EUR, 1 for JPY, 1000 for KWD."""
        return int(10**self.exponent)


def currency(code: str) -> Currency:
    """The currency of an ISO 4217 code; BadInput when the code is not three letters."""
    wanted = code.strip().upper()
    if len(wanted) != 3 or not code.isascii() or not wanted.isalpha():
        raise BadInput(f"“{code[:40]}” is not a currency code.", "Give three letters, such as EUR, USD or JPY.")
    return Currency(wanted, _EXPONENT_OF.get(wanted, 2))


def to_minor(amount: Decimal, unit: Currency) -> int:
    """Exact minor units of a decimal amount; BadInput for more decimals than the currency has."""
    # The size comes first: multiplying 1E+999999 would overflow instead of comparing as larger.
    size = amount.adjusted() if amount.is_finite() and amount else 0
    if not amount.is_finite() or size > 20 or amount.copy_abs() * unit.unit > LARGEST:
        raise BadInput("The amount is too large or not a number.", "Check the digits.")
    # In whole numbers, because Decimal's own arithmetic silently rounds to 28 digits.
    numerator, denominator = amount.as_integer_ratio() if size > -20 else (1, 10**20)
    minor, rest = divmod(numerator * unit.unit, denominator)
    if rest:
        raise BadInput(
            f"{str(amount)[:40]} has more decimals than {unit.code} has ({unit.exponent}).",
            "Round it to what was paid.",
        )
    return minor


def parse_amount(text: str, unit: Currency, conventions: Conventions = PLAIN) -> int:
    """Minor units of an amount as people write it: `1,234.50`, `1.234,50 €`, `(80.00)`, `-5`, `$ 12`.

    The conventions decide what an ambiguous mark means (`1.234`); an unambiguous text is read either way
    round only when it contradicts nothing. BadInput otherwise.
    """
    return to_minor(parse_decimal(text, unit, conventions), unit)


def parse_decimal(text: str, unit: Currency, conventions: Conventions = PLAIN) -> Decimal:
    """The decimal number in a text that may carry a sign, a currency sign or code, and group marks."""
    negative, body = _signed("".join(map(_plain_character, text.strip())), unit.code)
    digits = _plain_digits(body, conventions)
    if digits is None:
        raise BadInput(f"“{text.strip()[:40]}” is not an amount.", f"Write it like {_example(unit, conventions)}.")
    value = Decimal(digits)
    return value.copy_negate() if negative else value


def format_amount(minor: int, unit: Currency, conventions: Conventions = PLAIN) -> str:
    """`123456` EUR → `1,234.56`: every decimal of the currency, groups of three, a plain minus sign."""
    whole, fraction = divmod(abs(minor), unit.unit)
    text = f"{whole:,}".replace(",", conventions.group)
    if unit.exponent:
        text += f"{conventions.decimal}{fraction:0{unit.exponent}d}"
    return f"-{text}" if minor < 0 else text


_SIGNS = "$€£¥￥₹₩₽₺₪₫₴₦฿"
# Marks that mean the same in every locale: minus signs, and the Arabic decimal and group marks.
_SAME = {"−": "-", "\ufe63": "-", "－": "-", "٫": ".", "٬": "'"}


def _plain_character(c: str) -> str:
    return str(int(c)) if c.isdecimal() else _SAME.get(c, c)


def _signed(body: str, code: str) -> tuple[bool, str]:
    """Whether it is negative, and the rest without currency. A second sign stays in the rest, to be refused."""
    body = _without_currency(body, code)
    if body.startswith("(") and body.endswith(")"):
        return True, _without_currency(body[1:-1], code)
    if body.startswith(("-", "+")):
        return body[0] == "-", _without_currency(body[1:], code)
    if body.endswith("-"):  # accountants' trailing minus
        return True, _without_currency(body[:-1], code)
    return False, body


def _without_currency(body: str, code: str) -> str:
    stripped = body.strip(_SIGNS + " \u00a0\u202f")
    upper = stripped.upper()
    if upper.startswith(code):
        stripped = stripped[3:]
    elif upper.endswith(code):
        stripped = stripped[:-3]
    return stripped.strip(_SIGNS + " \u00a0\u202f")


def _plain_digits(body: str, conventions: Conventions) -> str | None:
    """ASCII digits with at most one `.`; None when the marks cannot be told apart or misplaced."""
    if not body or len(body) > 40 or not any(c in "0123456789" for c in body):
        return None
    if any(c not in "0123456789.,'’ \u00a0\u202f" for c in body):
        return None
    decimal = _decimal_mark(body, conventions)
    whole, mark, fraction = body.rpartition(decimal) if decimal and decimal in body else (body, "", "")
    groups = _split_groups(whole)
    if groups is None or (mark and not fraction.isdigit()):
        return None
    return "".join(groups) + (f".{fraction}" if mark else "")


def _decimal_mark(body: str, conventions: Conventions) -> str:
    dots, commas = body.count("."), body.count(",")
    if dots and commas:  # the last one is the decimal mark: 1,234.50 or 1.234,50
        return "." if body.rindex(".") > body.rindex(",") else ","
    if dots > 1 or commas > 1:  # only a group mark repeats
        return ""
    mark = "." if dots else "," if commas else ""
    if not mark or mark == conventions.decimal:
        return mark
    # A foreign mark before exactly three digits is this locale's group mark; otherwise it can only be decimal.
    tail = body.rpartition(mark)[2]
    return "" if len(tail) == 3 and mark == conventions.group else mark


def _split_groups(whole: str) -> list[str] | None:
    for mark in ",.'’ \u00a0\u202f":
        if mark in whole:
            head, *rest = whole.split(mark)
            return [head, *rest] if _grouped(head, rest) else None
    return [whole] if whole.isdigit() else (["0"] if whole == "" else None)


def _grouped(head: str, rest: list[str]) -> bool:
    """Groups of three (1,234,567), or Indian ones, of two before the last three (12,34,567)."""
    if not all(group.isdigit() for group in (head, *rest)) or len(rest[-1]) != 3:
        return False
    return any(len(head) <= size and all(len(group) == size for group in rest[:-1]) for size in (2, 3))


def _example(unit: Currency, conventions: Conventions) -> str:
    return format_amount(1234 * unit.unit + unit.unit // 2, unit, conventions)
