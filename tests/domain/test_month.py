"""Months count, compare and read as calendar months do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.month import Month, trailing

months = st.builds(Month, st.integers(1, 9999), st.integers(1, 12))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-11", Month(2026, 11)),
        (" 2024-02 ", Month(2024, 2)),
        ("2026-3", Month(2026, 3)),
        ("0001-01", Month(1, 1)),
    ],
)
def test_reads_a_month(text: str, month: Month) -> None:
    """A year and a month, however the month is padded."""
    assert Month.parse(text) == month


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-", "2026-13", "2026-00", "0000-01", "26-11", "2026-11-01", "2026/11", "-2026-1", "2026-٣"],
)
def test_refuses_what_is_not_a_month(text: str) -> None:
    """Anything else is refused with the program's own error."""
    with pytest.raises(BadInput, match="is not a month"):
        Month.parse(text)


def test_refuses_endless_digits_briefly() -> None:
    """Five thousand digits are refused like any other text, and not repeated in full."""
    with pytest.raises(BadInput) as caught:
        Month.parse("2026-" + "1" * 5000)
    assert len(str(caught.value)) < 120


@given(months)
def test_what_is_written_is_read_back(month: Month) -> None:
    """str and parse are inverse for every month of the calendar."""
    assert Month.parse(str(month)) == month


@pytest.mark.parametrize(
    ("month", "last"),
    [(Month(2024, 2), 29), (Month(2023, 2), 28), (Month(1900, 2), 28), (Month(2026, 4), 30), (Month(2026, 12), 31)],
)
def test_first_and_last_day(month: Month, last: int) -> None:
    """Leap years included, and 1900 was none."""
    assert month.first == date(month.year, month.month, 1)
    assert month.last == date(month.year, month.month, last)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (Month(2026, 1), -1, Month(2025, 12)),
        (Month(2025, 12), 1, Month(2026, 1)),
        (Month(2026, 7), 0, Month(2026, 7)),
        (Month(2026, 7), -19, Month(2024, 12)),
        (Month(2026, 7), 30, Month(2029, 1)),
    ],
)
def test_counts_across_years(start: Month, months: int, end: Month) -> None:
    """Adding months carries into the years both ways."""
    assert start.plus(months) == end


@given(months, st.integers(-5000, 5000))
def test_there_and_back(month: Month, count: int) -> None:
    """Adding and taking away the same number of months ends where it began, and keeps the order."""
    there = month.plus(count)
    assert there.plus(-count) == month
    assert (there > month) is (count > 0)


def test_until_includes_both_ends() -> None:
    """A range over the turn of the year holds each month once; a backward range holds none."""
    assert list(Month(2025, 11).until(Month(2026, 1))) == [Month(2025, 11), Month(2025, 12), Month(2026, 1)]
    assert list(Month(2026, 1).until(Month(2026, 1))) == [Month(2026, 1)]
    assert list(Month(2026, 2).until(Month(2026, 1))) == []


def test_trailing_ends_with_todays_month() -> None:
    """Thirteen months that end on a leap day begin in the February before."""
    months = trailing(date(2024, 2, 29), 13)
    assert len(months) == 13
    assert (months[0], months[-1]) == (Month(2023, 2), Month(2024, 2))
    assert trailing(date(2024, 2, 29), 0) == []
