"""The sentence over the chart says what the last complete month was like, or why there is nothing to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.mix import Measure, Mix, MixMonth
from balancer_desktop.domain.mix_finding import Place, finding, is_empty, percent, place, target
from balancer_desktop.domain.month import Month

NOVEMBER = Month(2026, 11)


def mix(*sides: tuple[int, int, int], measure: Measure = Measure.HOURS, unfinished: bool = True) -> Mix:
    """Months that end with November 2026, each (keep, gain, win back)."""
    first = NOVEMBER.plus(1 - len(sides))
    months = tuple(MixMonth(first.plus(i), *parts) for i, parts in enumerate(sides))
    return Mix(measure, months, (0.2, 0.4), NOVEMBER if unfinished else None)


def said(of: Mix) -> str:
    return finding(of).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("measure", "october", "expected"),
    [
        (Measure.HOURS, (88, 12, 0), "Gaining took 12 % of your hours in October, below your target of 20–40 %"),
        (Measure.HOURS, (70, 30, 0), "Gaining took 30 % of your hours in October, within your target of 20–40 %"),
        (
            Measure.HOURS,
            (40, 30, 30),
            "Gaining and winning back took 60 % of your hours in October, above your target of 20–40 %",
        ),
        (Measure.HOURS, (90, 0, 10), "Winning back took 10 % of your hours in October, below your target of 20–40 %"),
        (Measure.HOURS, (90, 0, 0), "None of your hours in October went to gaining, below your target of 20–40 %"),
        (
            Measure.HOURS,
            (999, 1, 0),
            "Gaining took less than 1 % of your hours in October, below your target of 20–40 %",
        ),
        (Measure.HOURS, (0, 5, 0), "Gaining took 100 % of your hours in October, above your target of 20–40 %"),
        (Measure.MONEY, (88, 12, 0), "Gaining took 12 % of your spending in October, below your target of 20–40 %"),
        (
            Measure.INCOME,
            (88, 12, 0),
            "New customers brought 12 % of your income in October, below your target of 20–40 %",
        ),
        (
            Measure.INCOME,
            (60, 20, 20),
            "New and won-back customers brought 40 % of your income in October, within your target of 20–40 %",
        ),
        (
            Measure.INCOME,
            (60, 0, 0),
            "None of your income in October came from new customers, below your target of 20–40 %",
        ),
        (
            Measure.HEADS,
            (8, 1, 1),
            "20 % of your customers in October were new or won back, within your target of 20–40 %",
        ),
        (
            Measure.HEADS,
            (999, 1, 0),
            "Less than 1 % of your customers in October were new, below your target of 20–40 %",
        ),
        (Measure.HEADS, (8, 0, 0), "None of your customers in October were new, below your target of 20–40 %"),
        (Measure.INCOME, (-50, 20, 0), "Refunds outweighed sales in October, so it has no share"),
    ],
)
def test_the_last_complete_month(measure: Measure, october: tuple[int, int, int], expected: str) -> None:
    assert said(mix((1, 1, 1), october, (7, 7, 7), measure=measure)) == expected


def test_a_finished_last_month_counts() -> None:
    assert "in November" in said(mix((1, 1, 1), (1, 1, 1), unfinished=False))


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure.HOURS, "No hours yet"),
        (Measure.INCOME, "No sales yet"),
        (Measure.MONEY, "No spending yet"),
        (Measure.HEADS, "No customers with a sale yet"),
    ],
)
def test_an_empty_book(measure: Measure, expected: str) -> None:
    assert said(mix((0, 0, 0), (0, 0, 0), measure=measure)) == expected
    assert said(mix(measure=measure)) == expected


def test_the_first_month_is_too_early_to_judge() -> None:
    assert said(mix((0, 0, 0), (70, 30, 0))) == (
        "Gaining took 30 % of your hours in November so far; the first full month will tell"
    )
    assert said(mix((70, 30, 0))) == said(mix((0, 0, 0), (70, 30, 0)))
    assert said(mix((-70, 30, 0), measure=Measure.INCOME)) == "Refunds outweigh sales in November so far"


def test_a_silent_last_month_looks_back_to_the_latest_share() -> None:
    assert said(mix((88, 12, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0))) == (
        "No hours in October; gaining took 12 % of your hours in August"
    )
    year_ago = mix((88, 12, 0), *[(0, 0, 0)] * 12)
    assert said(year_ago) == "No hours in October; gaining took 12 % of your hours in November 2025"


def test_a_silent_last_month_without_any_share_before_it() -> None:
    assert said(mix((-5, 0, 0), (0, 0, 0), (0, 0, 0), measure=Measure.INCOME)) == "No sales in October"


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.194, Place.BELOW), (0.196, Place.WITHIN), (0.2, Place.WITHIN), (0.404, Place.WITHIN), (0.406, Place.ABOVE)],
)
def test_the_verdict_agrees_with_the_rounded_words(share: float, expected: Place) -> None:
    assert place(share, (0.2, 0.4)) is expected


def test_the_target_in_words() -> None:
    assert target((0.2, 0.4)) == "20–40\u00a0%"


parts = st.integers(-1000, 100_000)


@given(st.lists(st.tuples(parts, parts, parts), max_size=13), st.sampled_from(Measure), st.booleans())
def test_any_mix_gives_one_short_sentence(
    sides: list[tuple[int, int, int]], measure: Measure, unfinished: bool
) -> None:
    given_mix = mix(*sides, measure=measure, unfinished=unfinished)
    text = finding(given_mix)
    assert 0 < len(text) <= 120
    assert text[0].isupper() or text[0].isdigit()
    assert not text.endswith(".")
    assert is_empty(given_mix) == text.endswith(" yet")


@given(st.floats(0, 1))
def test_per_cents_stay_in_range(share: float) -> None:
    assert 0 <= percent(share) <= 100
