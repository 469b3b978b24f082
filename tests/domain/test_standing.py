"""The dated history of a party says where it stood on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.side import MIX_SIDES, Side, side_for
from balancer_desktop.domain.standing import FIRST_REASONS, ReasonClass, Standing, StandingChange, standing_on

DAY = date(2026, 3, 10)
HISTORY = [
    StandingChange(1, date(2024, 1, 5), Standing.PROSPECT, id=1),
    StandingChange(1, date(2024, 2, 1), Standing.CURRENT, id=2),
    StandingChange(1, date(2025, 6, 1), Standing.LAPSED, id=3),
    StandingChange(1, date(2025, 9, 1), Standing.EX, reason_id=2, id=4),
    StandingChange(1, date(2026, 3, 10), Standing.CURRENT, id=5),
]


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2023, 12, 31), Standing.PROSPECT),
        (date(2024, 1, 31), Standing.PROSPECT),
        (date(2024, 2, 1), Standing.CURRENT),
        (date(2025, 5, 31), Standing.CURRENT),
        (date(2025, 6, 1), Standing.LAPSED),
        (date(2026, 3, 9), Standing.EX),
        (date(2026, 3, 10), Standing.CURRENT),
        (date(2030, 1, 1), Standing.CURRENT),
    ],
)
def test_the_latest_change_decides(day: date, standing: Standing) -> None:
    """A change counts from its own day on; the order in which rows arrive does not matter."""
    assert standing_on(HISTORY, day) is standing
    assert standing_on(HISTORY[::-1], day) is standing


def test_nobody_known_is_a_prospect() -> None:
    """Without any history a party is a prospect."""
    assert standing_on([], DAY) is Standing.PROSPECT


def test_two_changes_on_one_day() -> None:
    """The later row of one day wins: by id when saved, by order when not."""
    prospect, current = StandingChange(1, DAY, Standing.PROSPECT), StandingChange(1, DAY, Standing.CURRENT)
    assert standing_on([prospect, current], DAY) is Standing.CURRENT
    assert standing_on([current, prospect], DAY) is Standing.PROSPECT
    saved = [StandingChange(1, DAY, Standing.CURRENT, id=8), StandingChange(1, DAY, Standing.PROSPECT, id=7)]
    assert standing_on(saved, DAY) is Standing.CURRENT


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(Standing)), max_size=12), st.integers(-5, 45))
def test_replaying_the_days_agrees(rows: list[tuple[int, Standing]], offset: int) -> None:
    """Walking the rows in order of day and id, and stopping after the day asked for, gives the same standing."""
    history = [StandingChange(1, DAY + timedelta(n), s, id=i + 1) for i, (n, s) in enumerate(rows)]
    expected = Standing.PROSPECT
    for n in range(offset + 1):
        for change in history:
            if change.on == DAY + timedelta(n):
                expected = change.standing
    assert standing_on(history, DAY + timedelta(offset)) is expected


def test_the_first_reasons_cover_every_class() -> None:
    """Labels are distinct, none is retired, and benign, performance and unknown exits can all be named."""
    labels = [reason.label for reason in FIRST_REASONS]
    assert len(set(labels)) == len(labels) == 13
    assert {reason.kind for reason in FIRST_REASONS} == set(ReasonClass)
    assert not any(reason.retired for reason in FIRST_REASONS)


@pytest.mark.parametrize(
    ("standing", "side"),
    [
        (Standing.PROSPECT, Side.GAIN),
        (Standing.CURRENT, Side.KEEP),
        (Standing.LAPSED, Side.WIN_BACK),
        (Standing.EX, Side.WIN_BACK),
    ],
)
def test_the_side_proposed(standing: Standing, side: Side) -> None:
    """Work for a prospect gains, for a customer keeps, for a lapsed or ex one wins back."""
    assert side_for(standing) is side


def test_running_the_business_is_outside_the_mix() -> None:
    """The mix has three sides, and every side has its own words."""
    assert set(MIX_SIDES) == set(Side) - {Side.RUN}
    assert len({side.label for side in Side}) == 4
