"""The sentence of a party's own rhythm, and spans of days in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.rhythm.history import sale_history
from balancer_desktop.domain.rhythm.sentence import sentence
from balancer_desktop.domain.rhythm.spans import ago, every, span

TODAY = date(2026, 11, 20)


def said(gaps: list[int], silent: int) -> str:
    """Of a party that bought after these gaps and has been silent since."""
    days = [TODAY - timedelta(silent + sum(gaps[number:])) for number in range(len(gaps) + 1)]
    return sentence(sale_history(days, TODAY))


@pytest.mark.parametrize(
    ("gaps", "silent", "words"),
    [
        ([35, 33, 36], 98, "usually every 5 weeks; silent 14"),
        ([35, 33, 36], 7, "usually every 5 weeks; silent 1"),
        ([35, 33, 36], 6, "usually every 5 weeks; silent 6 days"),
        ([35, 33, 36], 1, "usually every 5 weeks; bought yesterday"),
        ([35, 33, 36], 0, "usually every 5 weeks; bought today"),
        ([35, 33, 36], 168, "usually every 5 weeks; silent 24"),
        ([35, 33, 36], 175, "usually every 5 weeks; silent 6 months"),
        ([1, 1, 1], 9, "usually every day; silent 9"),
        ([7, 7], 100, "usually every 7 days; silent 3 months"),
        ([13, 13], 20, "usually every 13 days; silent 20"),
        ([14, 14], 20, "usually every 2 weeks; silent 3"),
        ([91, 91], 20, "usually every 13 weeks; silent 3"),
        ([92, 92], 20, "usually every 3 months; silent 3 weeks"),
        ([92, 92], 200, "usually every 3 months; silent 7"),
        ([365, 366], 2000, "usually every 12 months; silent 5 years"),
        ([800, 800], 2000, "usually every 2 years; silent 5"),
        ([35], 98, "bought twice, 5 weeks apart; silent 14"),
        ([1], 1, "bought twice, 1 day apart; bought yesterday"),
        ([], 21, "bought once, 3 weeks ago"),
        ([], 0, "bought once, today"),
        ([], 1, "bought once, yesterday"),
        ([], 200, "bought once, 7 months ago"),
    ],
)
def test_sentence(gaps: list[int], silent: int, words: str) -> None:
    assert said(gaps, silent) == words


def test_before_the_first_sale() -> None:
    assert sentence(None) == "no sale yet"
    assert sentence(None, 0) == "no sale yet; last contact today"
    assert sentence(None, 21) == "no sale yet; last contact 3 weeks ago"


@pytest.mark.parametrize(
    ("days", "words"),
    [(2, "2 days"), (13.4, "13 days"), (14, "2 weeks"), (91, "13 weeks"), (92, "3 months"), (731, "2 years")],
)
def test_spans(days: float, words: str) -> None:
    assert span(days) == words
    assert ago(int(days)) == f"{words} ago"
    assert every(days) == f"every {words}"


@given(st.lists(st.integers(1, 5000), max_size=8), st.integers(0, 5000))
def test_always_a_short_sentence_without_zeros(gaps: list[int], silent: int) -> None:
    words = said(gaps, silent)
    assert 0 < len(words) < 60
    assert " 0" not in words
