"""What the locale says is what is written, and what is written can be read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from balancer_desktop.domain.conventions import Conventions, DateOrder
from balancer_desktop.domain.money import currency, parse_amount
from balancer_desktop.domain.month import Month
from balancer_desktop.ui.format import Formats

LOCALES = ["de_DE", "en_US", "en_GB", "ja_JP", "fr_FR", "de_CH", "sv_SE", "en_IN", "ar_EG", "C"]


def formats(locale: str, code: str = "EUR") -> Formats:
    return Formats(currency(code), QLocale(locale))


@pytest.mark.parametrize(
    ("locale", "code", "minor", "plain", "with_symbol"),
    [
        ("de_DE", "EUR", 123456, "1.234,56", "1.234,56 €"),
        ("de_DE", "EUR", -123456, "-1.234,56", "-1.234,56 €"),
        ("en_US", "USD", 123456, "1,234.56", "$1,234.56"),
        ("en_US", "USD", -5, "-0.05", "-$0.05"),
        ("en_US", "EUR", 100, "1.00", "€1.00"),
        ("en_GB", "GBP", 99999999, "999,999.99", "£999,999.99"),
        ("ja_JP", "JPY", 1234567, "1,234,567", "￥1,234,567"),
        ("en_US", "JPY", 1234567, "1,234,567", "JPY 1,234,567"),
        ("fr_FR", "EUR", 123456789, "1\u202f234\u202f567,89", "1\u202f234\u202f567,89 €"),
        ("de_DE", "KWD", 1234567, "1.234,567", "1.234,567 KWD"),
        ("en_US", "KWD", 5, "0.005", "KWD 0.005"),
        ("de_CH", "CHF", 123456, "1'234.56", "CHF 1'234.56"),
        ("ar_EG", "EGP", 123456, "1,234.56", None),
    ],
)
def test_money_in_the_locales_marks(locale: str, code: str, minor: int, plain: str, with_symbol: str | None) -> None:
    shown = formats(locale, code)
    assert shown.money(minor) == plain
    if with_symbol is not None:
        assert shown.money(minor, symbol=True).replace("\u00a0", " ") == with_symbol


@given(
    st.sampled_from(LOCALES),
    st.sampled_from(["EUR", "USD", "JPY", "KWD"]),
    st.integers(-(10**14), 10**14),
    st.booleans(),
)
def test_what_is_written_reads_back(locale: str, code: str, minor: int, symbol: bool) -> None:
    shown = formats(locale, code)
    written = shown.money(minor, symbol=symbol)
    if symbol and locale == "ar_EG" and code not in written and "€" not in written:
        return  # an Arabic-script symbol is for the eye; the reader knows codes and signs
    assert parse_amount(written, shown.currency, shown.conventions()) == minor


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("de_DE", Conventions(",", ".", DateOrder.DAY_FIRST, "DE")),
        ("en_US", Conventions(".", ",", DateOrder.MONTH_FIRST, "US")),
        ("en_GB", Conventions(".", ",", DateOrder.DAY_FIRST, "GB")),
        ("ja_JP", Conventions(".", ",", DateOrder.YEAR_FIRST, "JP")),
        ("fr_FR", Conventions(",", "\u202f", DateOrder.DAY_FIRST, "FR")),
        ("sv_SE", Conventions(",", "\u00a0", DateOrder.YEAR_FIRST, "SE")),
        ("ar_EG", Conventions(".", ",", DateOrder.DAY_FIRST, "EG")),
    ],
)
def test_conventions_for_reading(locale: str, expected: Conventions) -> None:
    assert formats(locale).conventions() == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("de_DE", "03.11.2026"),
        ("en_US", "11/3/2026"),
        ("en_GB", "03/11/2026"),
        ("ja_JP", "2026/11/03"),
        ("fr_FR", "03/11/2026"),
        ("sv_SE", "2026-11-03"),
        ("C", "2026-11-03"),
    ],
)
def test_dates_have_four_digit_years_in_the_locales_order(locale: str, expected: str) -> None:
    assert formats(locale).date(date(2026, 11, 3)) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(0, "0 h"), (45, "45 min"), (60, "1 h"), (65, "1 h 05"), (150, "2 h 30"), (120_000, "2,000 h"), (-90, "-1 h 30")],
)
def test_hours(minutes: int, expected: str) -> None:
    assert formats("en_US").hours(minutes).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(("share", "expected"), [(0.0, "0 %"), (0.125, "13 %"), (0.124, "12 %"), (1.0, "100 %")])
def test_shares_round_half_up(share: float, expected: str) -> None:
    assert formats("en_US").percent(share).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(("locale", "short"), [("en_GB", "Oct"), ("de_DE", "Okt"), ("fr_FR", "oct"), ("ja_JP", "10月")])
def test_months_are_english_in_sentences_and_the_locales_in_columns(locale: str, short: str) -> None:
    assert formats(locale).month(Month(2026, 10)) == "October 2026"
    assert formats(locale).short_month(Month(2026, 10)) == short


def test_days_within_a_month_that_is_named_elsewhere() -> None:
    assert formats("en_GB").weekday(date(2026, 11, 3)) == "Tue 3"
    assert formats("de_DE").weekday(date(2026, 11, 3)) == "Di 3"


@pytest.mark.parametrize(
    ("locale", "code", "minor", "short", "whole"),
    [
        ("en_US", "USD", 240000, "$2,400", "$2,400"),
        ("en_US", "USD", 240050, "$2,400.50", "$2,401"),
        ("en_US", "USD", -240049, "-$2,400.49", "-$2,400"),
        ("de_DE", "EUR", 240000, "2.400 €", "2.400 €"),
        ("ja_JP", "JPY", 1234567, "￥1,234,567", "￥1,234,567"),
        ("de_DE", "KWD", 1234500, "1.234,500 KWD", "1.235 KWD"),
        ("en_US", "USD", 0, "$0", "$0"),
    ],
)
def test_money_where_there_is_little_room(locale: str, code: str, minor: int, short: str, whole: str) -> None:
    shown = formats(locale, code)
    assert shown.short_money(minor).replace("\u00a0", " ") == short
    assert shown.whole_money(minor).replace("\u00a0", " ") == whole
