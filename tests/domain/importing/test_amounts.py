"""Amounts of a column: exact minor units, whatever the marks, and the mark a column proves."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.amounts import Amounts, detect_mark
from balancer_desktop.domain.importing.cells import Cell, cell_of
from balancer_desktop.domain.money import currency

EUR, JPY, KWD = currency("EUR"), currency("JPY"), currency("KWD")


@pytest.mark.parametrize(
    ("text", "mark", "cents"),
    [
        ("1.98", ".", 198),
        ("1,98", ",", 198),
        ("1,98", ".", 198),
        ("1.98", ",", 198),
        ("-7.49", ".", -749),
        ("+120,00", ",", 12000),
        ("(80.00)", ".", -8000),
        ("$1,750.06", ".", 175006),
        ("1.234,50 €", ",", 123450),
        ("1,234", ".", 123400),
        ("1.234", ",", 123400),
        ("1 234,50", ",", 123450),
        ("12", ".", 1200),
        (" 12.5 ", ".", 1250),
        (".50", ".", 50),
        ("-.50", ".", -50),
        ("1.9800000001", ".", 198),
        ("1.9800000000000002", ".", 198),
        ("0.30000000000000004", ".", 30),
        ("EUR 5.00", ".", 500),
        (Decimal("1.98"), ",", 198),
        (Decimal("1234.5"), ",", 123450),
        (cell_of(0.1 + 0.2), ",", 30),
        (cell_of(1.9800000001), ".", 198),
        (cell_of(1234), ".", 123400),
    ],
)
def test_cents(text: Cell, mark: str, cents: int) -> None:
    assert Amounts(EUR, mark)[text] == cents


@pytest.mark.parametrize(
    "text",
    ["", "-", "abc", "0", "0.00", "1.985", "1.234", "12.3.4", "1e5", "NaN", "Infinity", "9" * 30, "1,23,4", "1\0",
     "--5",      Decimal(0), Decimal("1.985"), Decimal("1E+25"), "99999999999999999.00"],
)  # fmt: skip
def test_refused(text: Cell) -> None:
    with pytest.raises(BadInput):
        Amounts(EUR, ".")[text]


def test_currencies_without_and_with_three_decimals() -> None:
    assert Amounts(JPY, ".")["1,234"] == 1234
    assert Amounts(JPY, ".")[Decimal(1234)] == 1234
    assert Amounts(KWD, ".")["1.234"] == 1234
    assert Amounts(KWD, ",")["1,234"] == 1234
    with pytest.raises(BadInput):
        Amounts(JPY, ".")["12.5"]


@pytest.mark.parametrize(
    ("texts", "otherwise", "mark", "certain"),
    [
        (["1.98", "2.50"], ",", ".", True),
        (["1,98"], ".", ",", True),
        (["1.234", "12,50"], ".", ",", True),
        (["1,234.50"], ",", ".", True),
        (["1.234.567"], ".", ",", True),
        (["1.234", "2.500"], ",", ",", False),
        (["1.234", "2.500"], ".", ".", False),
        (["0.125"], ",", ".", True),
        (["$1,750.06", "+$327.49"], ",", ".", True),
        (["12", "40"], ",", ",", True),
        (["rubbish", ""], ".", ".", True),
        ([], ",", ",", True),
        (["1,5", "1.5"], ".", ".", False),
    ],
)
def test_the_column_shows_its_mark(texts: list[str], otherwise: str, mark: str, certain: bool) -> None:
    found = detect_mark(texts, otherwise)
    assert (found.decimal, found.certain) == (mark, certain)


def test_both_marks_shown_are_told_from_none_shown() -> None:
    assert detect_mark(["120.50", "1.200,00"], ".").mixed
    assert not detect_mark(["1.234"], ".").mixed


@given(st.integers(-(10**13), 10**13).filter(bool), st.sampled_from([EUR, JPY, KWD]))
def test_what_is_written_plainly_comes_back(minor: int, unit: object) -> None:
    assert unit in (EUR, JPY, KWD)
    exponent = unit.exponent  # type: ignore[attr-defined] # hypothesis gives it back untyped
    text = str(Decimal(minor).scaleb(-exponent))
    assert Amounts(unit, ".")[text] == minor  # type: ignore[arg-type] # as above
    assert Amounts(unit, ",")[text.replace(".", ",")] == minor  # type: ignore[arg-type] # as above
    assert Amounts(unit, ",")[Decimal(text)] == minor  # type: ignore[arg-type] # as above


@given(st.text(alphabet="0123456789.,- €()'eE\0٣") | st.text(), st.sampled_from([".", ","]))
def test_any_text_is_an_amount_or_bad_input(text: str, mark: str) -> None:
    with suppress(BadInput):
        assert Amounts(EUR, mark)[text] != 0
