"""Weeks against their goals, and streaks of them."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from balancer_desktop.domain.pipeline.discipline import Goals, Week, streak, week_start

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "first_weekday", "start"),
    [
        (FRIDAY, 1, date(2026, 11, 16)),
        (date(2026, 11, 16), 1, date(2026, 11, 16)),
        (date(2026, 11, 22), 1, date(2026, 11, 16)),
        (FRIDAY, 7, date(2026, 11, 15)),
        (FRIDAY, 6, date(2026, 11, 14)),
        (date(2027, 1, 1), 1, date(2026, 12, 28)),
    ],
)
def test_a_week_begins_where_the_owner_is_used_to(day: date, first_weekday: int, start: date) -> None:
    assert week_start(day, first_weekday) == start


GOALS = Goals(180, 5)


def week(minutes: int, touches: int, goals: Goals = GOALS, back: int = 0) -> Week:
    return Week(date(2026, 11, 16) - timedelta(weeks=back), minutes, touches, goals)


@pytest.mark.parametrize(
    ("minutes", "touches", "left", "kept"),
    [(0, 0, (180, 5), False), (180, 4, (0, 1), False), (179, 9, (1, 0), False), (180, 5, (0, 0), True)],
)
def test_a_week_is_kept_when_both_goals_are_reached(
    minutes: int, touches: int, left: tuple[int, int], kept: bool
) -> None:
    one = week(minutes, touches)
    assert (one.minutes_left, one.touches_left) == left
    assert one.kept is kept
    assert one.last == date(2026, 11, 22)


def test_one_goal_is_enough_and_none_is_kept_by_nobody() -> None:
    assert week(60, 0, Goals(60, 0)).kept
    assert not week(600, 60, Goals(0, 0)).kept


@pytest.mark.parametrize(
    ("kept", "weeks"),
    [("", 0), ("-", 0), ("x", 1), ("-xx", 2), ("xxx", 3), ("xx-xx", 2), ("--xxx", 0), ("-x-", 1)],
)
def test_a_streak_goes_back_from_this_week_which_is_not_over_yet(kept: str, weeks: int) -> None:
    assert streak(week(180 if one == "x" else 0, 5, back=back) for back, one in enumerate(kept)) == weeks


def test_no_more_weeks_are_read_than_needed() -> None:
    read = []

    def weeks() -> Iterator[Week]:
        for back, minutes in enumerate((0, 180, 0, 180)):
            read.append(back)
            yield week(minutes, 5, back=back)

    assert streak(weeks()) == 1
    assert read == [0, 1, 2]
