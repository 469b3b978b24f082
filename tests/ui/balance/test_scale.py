"""Axes have round numbers, a name with its unit, and room for every bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from balancer_desktop.domain.mix import Measure, Mix, MixMonth
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.month import Month
from balancer_desktop.ui.balance.month_ticks import month_ticks
from balancer_desktop.ui.balance.scale import bar_scale, share_scale
from balancer_desktop.ui.format import Formats

MAY = Month(2026, 5)


def one(measure: Measure, keep: int, gain: int = 0) -> Mix:
    return Mix(measure, (MixMonth(MAY, keep, gain),), (0.2, 0.4), None)


def labels(mix: Mix, code: str = "EUR", locale: str = "en_GB") -> tuple[str, list[str]]:
    made = bar_scale(mix, Formats(currency(code), QLocale(locale)))
    return made.name.replace("\u00a0", " "), [label for _, label in made.ticks]


@pytest.mark.parametrize(
    ("mix", "code", "locale", "name", "ticks"),
    [
        (one(Measure.HOURS, 9000), "EUR", "en_GB", "Hours per month", ["0", "50", "100", "150"]),
        (one(Measure.HOURS, 600, 240), "EUR", "en_GB", "Hours per month", ["0", "5", "10", "15"]),
        (one(Measure.HOURS, 50), "EUR", "en_GB", "Hours per month", ["0.00", "0.25", "0.50", "0.75", "1.00"]),
        (one(Measure.HOURS, 110), "EUR", "de_DE", "Hours per month", ["0,0", "0,5", "1,0", "1,5", "2,0"]),
        (one(Measure.HEADS, 3), "EUR", "en_GB", "Customers with a sale, per month", ["0", "1", "2", "3"]),
        (one(Measure.HEADS, 11), "EUR", "en_GB", "Customers with a sale, per month", ["0", "5", "10", "15"]),
        (one(Measure.INCOME, 180_000), "EUR", "en_GB", "Income per month, €", ["0", "500", "1,000", "1,500", "2,000"]),
        (one(Measure.INCOME, 1_800_000), "EUR", "de_DE", "Income per month, thousand €", ["0", "5", "10", "15", "20"]),
        (one(Measure.MONEY, 35), "EUR", "de_DE", "Money spent per month, €", ["0,00", "0,10", "0,20", "0,30", "0,40"]),
        (
            one(Measure.INCOME, 31_000_000),
            "JPY",
            "ja_JP",
            "Income per month, million ￥",
            ["0", "10", "20", "30", "40"],
        ),
        (
            one(Measure.INCOME, 2_000_000),
            "KWD",
            "en_US",
            "Income per month, KWD",
            ["0", "500", "1,000", "1,500", "2,000"],
        ),
        (
            one(Measure.INCOME, -180_000, 90_000),
            "EUR",
            "en_GB",
            "Income per month, €",
            ["-2,000", "-1,000", "0", "1,000"],
        ),
    ],
)
def test_round_numbers_with_their_unit(mix: Mix, code: str, locale: str, name: str, ticks: list[str]) -> None:
    assert labels(mix, code, locale) == (name, ticks)


@given(
    st.sampled_from(Measure),
    st.integers(-(10**14), 10**14),
    st.integers(-(10**14), 10**14),
    st.integers(2, 6),
    st.sampled_from(["EUR", "JPY", "KWD"]),
)
def test_every_bar_fits_and_labels_differ(measure: Measure, keep: int, gain: int, rows: int, code: str) -> None:
    given_mix = one(measure, keep, gain)
    made = bar_scale(given_mix, Formats(currency(code), QLocale("en_US")), rows)
    assert made.low <= min(0, keep, gain)
    assert made.high >= max(0, keep, gain)
    assert 2 <= len(made.ticks) <= rows + 1
    assert 0 in [value for value, _ in made.ticks]
    assert len({label for _, label in made.ticks}) == len(made.ticks)


def test_an_empty_mix_still_has_an_axis() -> None:
    assert labels(Mix(Measure.HOURS, (), (0.2, 0.4), None))[1] == ["0", "1"]


def test_shares_run_over_the_target_and_every_month() -> None:
    low = share_scale(one(Measure.HOURS, 90, 10))
    assert [label for _, label in low.ticks] == ["0", "20", "40"]
    high = share_scale(one(Measure.HOURS, 10, 90))
    assert [label for _, label in high.ticks] == ["0", "50", "100"]


def thirteen() -> Mix:
    last = Month(2026, 11)
    return Mix(Measure.HOURS, tuple(MixMonth(last.plus(i - 12), 1) for i in range(13)), (0.2, 0.4), last)


def test_every_month_is_named_where_there_is_room() -> None:
    shown = month_ticks(thirteen(), Formats(currency("EUR"), QLocale("en_US")), 60, lambda text: 7.0 * len(text))
    assert [label for _, label in shown] == [
        "Nov\n2025", "Dec", "Jan\n2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
    ]  # fmt: skip


def test_where_there_is_less_room_the_last_month_keeps_its_name() -> None:
    shown = month_ticks(thirteen(), Formats(currency("EUR"), QLocale("en_US")), 20, lambda text: 7.0 * len(text))
    assert [label for _, label in shown] == ["Nov\n2025", "Jan\n2026", "Mar", "May", "Jul", "Sep", "Nov"]
    assert shown[-1][0] == 12


def test_no_months_no_names() -> None:
    empty = Mix(Measure.HOURS, (), (0.2, 0.4), None)
    assert month_ticks(empty, Formats(currency("EUR"), QLocale("en_US")), 20, len) == []
