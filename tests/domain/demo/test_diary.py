"""Hours go where there is room, and only on days that are worked."""

from datetime import date

import pytest

from balancer_desktop.domain.demo.diary import Diary, quarters
from balancer_desktop.domain.demo.seasons import is_working, next_working
from balancer_desktop.domain.entries import Work
from balancer_desktop.domain.side import Side

MONDAY = date(2026, 10, 12)
FRIDAY = date(2026, 10, 16)
SUNDAY = date(2026, 10, 18)


def test_the_emptiest_day_is_taken_latest_first() -> None:
    """Five equal jobs of one week fall on five days; the sixth on the last again; the weekend stays free."""
    diary = Diary()
    days = [diary.place(60, MONDAY, SUNDAY, Side.KEEP, "job", 3) for _ in range(6)]
    assert days == [date(2026, 10, d) for d in (16, 15, 14, 13, 12, 16)]
    assert diary.entries[0] == Work(FRIDAY, 60, Side.KEEP, 3, "job")


def test_without_a_working_day_the_latest_will_do() -> None:
    """A visit between Saturday and Sunday is made on Sunday."""
    assert Diary().place(30, date(2026, 10, 17), SUNDAY, Side.GAIN, "visit") == SUNDAY


@pytest.mark.parametrize(("hours", "minutes"), [(0, 15), (0.1, 15), (0.3, 15), (0.375, 30), (1, 60), (2.6, 150)])
def test_quarters(hours: float, minutes: int) -> None:
    """To the nearest quarter of an hour, halves up, never nothing."""
    assert quarters(hours) == minutes


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (MONDAY, MONDAY),
        (date(2026, 10, 17), date(2026, 10, 19)),
        (date(2026, 12, 24), date(2027, 1, 4)),
        (date(2025, 12, 31), date(2026, 1, 2)),
        (date(2026, 8, 5), date(2026, 8, 19)),
    ],
)
def test_days_off(day: date, following: date) -> None:
    """Weekends, two weeks in August and the turn of the year are not worked."""
    assert next_working(day) == following
    assert is_working(following)
