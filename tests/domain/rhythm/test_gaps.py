"""A gap is read as people write it, and said so that it reads as the same again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.rhythm.gaps import LONGEST, gap_words, read_gap


@pytest.mark.parametrize(
    ("text", "days", "words"),
    [
        ("", 0, ""),
        ("14", 14, "2 weeks"),
        ("10 days", 10, "10 days"),
        ("5 weeks", 35, "5 weeks"),
        ("every 5w", 35, "5 weeks"),
        ("every week", 7, "1 week"),
        ("2 months", 61, "2 months"),
        ("30", 30, "30 days"),
        (" 1 Year ", 365, "12 months"),
        ("3y", 1096, "3 years"),
    ],
)
def test_read_and_said(text: str, days: int, words: str) -> None:
    assert read_gap(text) == days
    assert gap_words(days) == words


@pytest.mark.parametrize("text", ["0", "-5", "often", "5 hours", "every", "99 years", "1.5 weeks", "5 weeks 2"])
def test_what_is_no_gap_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_gap(text)


@given(st.integers(0, LONGEST))
def test_words_read_as_what_they_say(days: int) -> None:
    assert read_gap(gap_words(days)) == days
