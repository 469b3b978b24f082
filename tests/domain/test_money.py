"""Amounts are read and written exactly, in every currency's own decimals and the owner's own marks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.conventions import PLAIN, Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import (
    LARGEST,
    Currency,
    currency,
    format_amount,
    parse_amount,
    parse_decimal,
    to_minor,
)

EUR, JPY, KWD = currency("EUR"), currency("JPY"), currency("KWD")
GERMAN = Conventions(",", ".")
FRENCH = Conventions(",", "\u202f")
SWISS = Conventions(".", "’")
SPACED = Conventions(",", "\u00a0")
ARABIC = Conventions("٫", "٬")
UNGROUPED = Conventions(".", "")
EVERY = (PLAIN, GERMAN, FRENCH, SWISS, SPACED, ARABIC, UNGROUPED)


@pytest.mark.parametrize(
    ("code", "exponent", "unit"),
    [("EUR", 2, 100), (" usd ", 2, 100), ("jpy", 0, 1), ("KWD", 3, 1000), ("CLF", 4, 10_000), ("ISK", 0, 1)],
)
def test_a_currency_knows_its_decimals(code: str, exponent: int, unit: int) -> None:
    """ISO 4217's minor units: mostly two decimals, some none, some three or four."""
    found = currency(code)
    assert found == Currency(code.strip().upper(), exponent)
    assert found.unit == unit


@pytest.mark.parametrize("code", ["", "EU", "EURO", "E1R", "€", "ÄÖÜ", "ßa", "x" * 10_000])
def test_what_is_no_currency_code(code: str) -> None:
    """Three plain letters or nothing; the complaint stays short."""
    with pytest.raises(BadInput, match="not a currency code") as caught:
        currency(code)
    assert len(str(caught.value)) < 150


READINGS = [
    ("1,234.50", EUR, PLAIN, 123450),
    ("1.234,50", EUR, PLAIN, 123450),
    ("1.234,50 €", EUR, GERMAN, 123450),
    ("1,234.50", EUR, GERMAN, 123450),
    ("1,234", EUR, PLAIN, 123400),
    ("1.234", EUR, GERMAN, 123400),
    ("1,5", EUR, PLAIN, 150),
    ("1.5", EUR, GERMAN, 150),
    ("1,23", EUR, PLAIN, 123),
    ("12.345.678", EUR, PLAIN, 1234567800),
    ("12,345,678.9", EUR, PLAIN, 1234567890),
    ("12,34,567.89", EUR, PLAIN, 123456789),
    ("1 234,50", EUR, FRENCH, 123450),
    ("1\u202f234,50\u00a0€", EUR, FRENCH, 123450),
    ("1'234.50", EUR, SWISS, 123450),
    ("1’234.50", EUR, PLAIN, 123450),
    ("١٬٢٣٤٫٥٠", EUR, ARABIC, 123450),
    ("1234", JPY, PLAIN, 1234),
    ("￥１，２３４".replace("，", ","), JPY, PLAIN, 1234),
    ("1.234", JPY, GERMAN, 1234),
    ("1.234", KWD, PLAIN, 1234),
    ("1,234", KWD, PLAIN, 1234000),
    ("1,234", KWD, GERMAN, 1234),
    ("2.50", KWD, PLAIN, 2500),
    ("12.50000", EUR, PLAIN, 1250),
    ("12.000", JPY, PLAIN, 12),
    ("007.10", EUR, PLAIN, 710),
    (".5", EUR, PLAIN, 50),
    ("0", EUR, PLAIN, 0),
    ("-5", EUR, PLAIN, -500),
    ("+5", EUR, PLAIN, 500),
    ("−5,00", EUR, GERMAN, -500),
    ("- 5", EUR, PLAIN, -500),
    ("5-", EUR, PLAIN, -500),
    ("5,00- €", EUR, GERMAN, -500),
    ("(80.00)", EUR, PLAIN, -8000),
    ("$(80.00)", EUR, PLAIN, -8000),
    ("($80.00)", EUR, PLAIN, -8000),
    ("$ 12", EUR, PLAIN, 1200),
    ("-$12", EUR, PLAIN, -1200),
    ("$-12", EUR, PLAIN, -1200),
    ("EUR 12", EUR, PLAIN, 1200),
    ("12 eur", EUR, PLAIN, 1200),
    ("-EUR12", EUR, PLAIN, -1200),
    ("  12  ", EUR, PLAIN, 1200),
    ("10,000,000,000,000.00", EUR, PLAIN, LARGEST),
]


@pytest.mark.parametrize(("text", "unit", "conventions", "minor"), READINGS)
def test_readings(text: str, unit: Currency, conventions: Conventions, minor: int) -> None:
    """Amounts as people and banks write them, each worked out by hand."""
    assert parse_amount(text, unit, conventions) == minor


@pytest.mark.parametrize(
    ("text", "unit", "conventions"),
    [
        ("", EUR, PLAIN),
        ("   ", EUR, PLAIN),
        ("€", EUR, PLAIN),
        ("-", EUR, PLAIN),
        ("()", EUR, PLAIN),
        ("(", EUR, PLAIN),
        ("abc", EUR, PLAIN),
        ("12 USD", EUR, PLAIN),
        ("12a", EUR, PLAIN),
        ("1e5", EUR, PLAIN),
        ("NaN", EUR, PLAIN),
        ("Infinity", EUR, PLAIN),
        ("0x10", EUR, PLAIN),
        ("1_000", EUR, PLAIN),
        ("1.234", EUR, PLAIN),
        ("1,234", EUR, GERMAN),
        ("1.005", EUR, PLAIN),
        ("0.5", JPY, PLAIN),
        ("1.2345", KWD, PLAIN),
        ("1.0000000000000000000000000000000001", EUR, PLAIN),
        ("-1.000000000000000000000000000000001", EUR, PLAIN),
        ("1.2.3", EUR, PLAIN),
        ("1,23,4", EUR, PLAIN),
        ("12,34", JPY, PLAIN),
        ("1234,567", EUR, PLAIN),
        ("1,2345.00", EUR, PLAIN),
        (",123", EUR, PLAIN),
        ("1.234,567.89", EUR, PLAIN),
        ("5.", EUR, PLAIN),
        ("5..", EUR, PLAIN),
        ("1 2", EUR, PLAIN),
        ("12 34", EUR, PLAIN),
        ("--5", EUR, PLAIN),
        ("-5-", EUR, PLAIN),
        ("(-5)", EUR, PLAIN),
        ("-(5)", EUR, PLAIN),
        ("5²", EUR, PLAIN),
        ("50¢", EUR, PLAIN),
        ("½", EUR, PLAIN),
        ("12/03/2026", EUR, PLAIN),
        ("10,000,000,000,000.01", EUR, PLAIN),
        ("9" * 41, EUR, PLAIN),
        ("9" * 100_000, EUR, PLAIN),
    ],
)
def test_refusals(text: str, unit: Currency, conventions: Conventions) -> None:
    """What is no amount, or not exactly one, is refused in a short sentence with what to do; never rounded."""
    with pytest.raises(BadInput) as caught:
        parse_amount(text, unit, conventions)
    assert caught.value.remedy
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("minor", "unit", "conventions", "text"),
    [
        (123456, EUR, PLAIN, "1,234.56"),
        (-123456, EUR, GERMAN, "-1.234,56"),
        (5, EUR, PLAIN, "0.05"),
        (-5, EUR, PLAIN, "-0.05"),
        (0, EUR, PLAIN, "0.00"),
        (0, JPY, PLAIN, "0"),
        (1234567, JPY, GERMAN, "1.234.567"),
        (1234567, KWD, PLAIN, "1,234.567"),
        (123456, EUR, FRENCH, "1\u202f234,56"),
        (100_000_000, EUR, SWISS, "1’000’000.00"),
        (123456, EUR, UNGROUPED, "1234.56"),
        (99, EUR, PLAIN, "0.99"),
    ],
)
def test_writings(minor: int, unit: Currency, conventions: Conventions, text: str) -> None:
    """Every decimal of the currency, groups of three, the owner's marks, a plain minus."""
    assert format_amount(minor, unit, conventions) == text


@given(st.integers(-LARGEST, LARGEST), st.sampled_from([EUR, JPY, KWD, currency("CLF")]), st.sampled_from(EVERY))
def test_what_is_written_is_read_back(minor: int, unit: Currency, conventions: Conventions) -> None:
    """Formatting and reading are inverse for every amount the ledger takes, with a currency beside it or not."""
    text = format_amount(minor, unit, conventions)
    assert parse_amount(text, unit, conventions) == minor
    assert parse_amount(f"{text} {unit.code}", unit, conventions) == minor


@given(st.lists(st.integers(-(10**9), 10**9), max_size=20))
def test_sums_survive_the_writing(amounts: list[int]) -> None:
    """Amounts written, read as exact decimals and added make the sum of the amounts, to the cent."""
    decimals = [parse_decimal(format_amount(a, EUR), EUR) for a in amounts]
    assert to_minor(sum(decimals, Decimal(0)), EUR) == sum(amounts)


@given(st.decimals(allow_nan=True, allow_infinity=True), st.sampled_from([EUR, JPY, KWD]))
def test_minor_units_are_exact_or_refused(amount: Decimal, unit: Currency) -> None:
    """Any decimal at all becomes the whole number it exactly is, or is refused; none is rounded."""
    try:
        minor = to_minor(amount, unit)
    except BadInput:
        exact = amount.is_finite() and amount.adjusted() < 12
        assert not exact or (amount.as_integer_ratio()[0] * unit.unit) % amount.as_integer_ratio()[1]
    else:
        numerator, denominator = amount.as_integer_ratio()
        assert minor * denominator == numerator * unit.unit


@pytest.mark.parametrize("text", ["1E+999999", "-1E+999999", "1E-999999", "NaN", "sNaN", "Infinity", "1E+14"])
def test_monstrous_decimals_are_refused(text: str) -> None:
    """A cell of a spreadsheet can hold any exponent; it is refused at once, without overflow."""
    with pytest.raises(BadInput):
        to_minor(Decimal(text), EUR)


@given(st.text(), st.sampled_from(EVERY))
def test_any_text_is_read_or_refused(text: str, conventions: Conventions) -> None:
    """No text raises anything but the error meant for the owner."""
    try:
        minor = parse_amount(text, EUR, conventions)
    except BadInput:
        return
    assert abs(minor) <= LARGEST


@given(st.text("0123456789.,'’- ()€+EUR\u00a0", max_size=14))
def test_marks_in_any_order_keep_the_digits(text: str) -> None:
    """When it reads at all, the number holds exactly the digits that were written."""
    try:
        value = parse_decimal(text, EUR)
    except BadInput:
        return
    written = "".join(c for c in text if c.isdigit()).strip("0")
    assert "".join(map(str, value.as_tuple().digits)).strip("0") == written
