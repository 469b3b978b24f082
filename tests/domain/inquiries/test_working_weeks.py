"""A new working week holds from its day on, and leaves the days before to the one that held then."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.working_week import DEFAULT_WEEK, WorkingWeek, read_week
from balancer_desktop.domain.inquiries.working_weeks import WorkingWeeks, read_weeks, weeks_text

DAY = date(2026, 11, 24)
ONE, TWO, THREE = (read_week(f"mon-fri {hour:02d}:00-17:00") for hour in (9, 10, 11))


def test_the_first_week_chosen_holds_for_all_time() -> None:
    assert WorkingWeeks().changed(ONE, DAY) == WorkingWeeks(ONE)
    assert WorkingWeeks().changed(DEFAULT_WEEK, DAY) == WorkingWeeks()


def test_another_holds_from_its_day_on() -> None:
    weeks = WorkingWeeks(ONE).changed(TWO, DAY)
    assert weeks.latest == TWO
    assert [weeks.on(DAY + timedelta(days)) for days in (-9999, -1, 0, 9999)] == [ONE, ONE, TWO, TWO]


def test_a_second_thought_of_the_same_day_takes_the_place_of_the_first() -> None:
    weeks = WorkingWeeks(ONE).changed(TWO, DAY)
    assert weeks.changed(THREE, DAY) == WorkingWeeks(ONE, ((DAY, THREE),))
    assert weeks.changed(ONE, DAY) == WorkingWeeks(ONE)
    assert weeks.changed(TWO, DAY + timedelta(1)) == weeks


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from([ONE, TWO, THREE, DEFAULT_WEEK])), min_size=1))
def test_no_change_touches_a_day_before_it_and_text_tells_all(changes: list[tuple[int, WorkingWeek]]) -> None:
    weeks, today = WorkingWeeks(ONE), DAY
    for days, week in changes:
        today += timedelta(days)
        before, weeks = weeks, weeks.changed(week, today)
        assert weeks.latest == weeks.on(today) == week
        assert all(weeks.on(today - timedelta(back)) == before.on(today - timedelta(back)) for back in range(1, 30))
        assert read_weeks(weeks_text(weeks)) == weeks


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "leaves nobody"),
        ("mon 8-12 | tue 8-12", "“tue 8-12” does not say from when"),
        ("mon 8-12 | from 2026-02-30 tue 8-12", "does not say from when"),
        ("mon 8-12 | from 2026-11-24", "does not say from when"),
        ("mon 8-12 | from 2026-11-24 never", "“never” is not a day"),
        ("mon 8-12 | from 2026-11-24 tue 8-12 | from 2026-11-24 wed 8-12", "not in the order"),
    ],
)
def test_what_is_wrong_is_named(text: str, named: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_weeks(text)
    assert named in refused.value.what
    assert refused.value.remedy
