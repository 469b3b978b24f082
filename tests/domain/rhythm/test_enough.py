"""How much is needed for percentages, and the sentence that says so."""

from datetime import date

import pytest

from balancer_desktop.domain.rhythm.enough import Enough, months_between


@pytest.mark.parametrize(
    ("months", "repeats", "enough", "why"),
    [
        (4, 50, False, "needs 6 months of sales; you have 4"),
        (6, 19, False, "needs 20 repeat sales; you have 19"),
        (0, 0, False, "needs 6 months of sales and 20 repeat sales; you have 0 and 0"),
        (6, 20, True, "from 6 months of sales and 20 repeat sales"),
        (60, 12_345, True, "from 60 months of sales and 12,345 repeat sales"),
    ],
)
def test_why(months: int, repeats: int, enough: bool, why: str) -> None:
    assert bool(Enough(months, repeats)) is enough
    assert Enough(months, repeats).why == why


@pytest.mark.parametrize(
    ("first", "today", "months"),
    [
        (date(2026, 5, 20), date(2026, 11, 20), 6),
        (date(2026, 5, 21), date(2026, 11, 20), 5),
        (date(2026, 8, 31), date(2026, 9, 29), 0),
        (date(2026, 8, 31), date(2026, 9, 30), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2026, 11, 20), date(2026, 11, 20), 0),
        (date(2025, 12, 31), date(2026, 1, 1), 0),
        (date(1, 1, 1), date(9999, 12, 31), 119_987),
    ],
)
def test_whole_months(first: date, today: date, months: int) -> None:
    assert months_between(first, today) == months
