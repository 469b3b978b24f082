"""Bars stack from zero, and a cursor walks over what is there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.mix import Mix, MixMonth
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance.stack import Cursor, Segment, amount, beside, climbed, hit, reach, segments, sides

MAY = Month(2026, 5)


def month(keep: int, gain: int, win_back: int) -> MixMonth:
    return MixMonth(MAY, keep, gain, win_back)


def test_keep_stands_on_zero_then_win_back_then_gain() -> None:
    assert segments(month(50, 20, 10)) == (
        Segment(Side.KEEP, 0, 50),
        Segment(Side.WIN_BACK, 50, 60),
        Segment(Side.GAIN, 60, 80),
    )


def test_what_refunds_outweigh_hangs_below_zero() -> None:
    assert segments(month(-30, 20, -10)) == (
        Segment(Side.KEEP, -30, 0),
        Segment(Side.WIN_BACK, -40, -30),
        Segment(Side.GAIN, 0, 20),
    )
    assert sides(month(-30, 20, -10)) == [Side.WIN_BACK, Side.KEEP, Side.GAIN]


def test_a_side_with_nothing_has_no_piece() -> None:
    assert segments(month(0, 0, 0)) == ()
    assert [piece.side for piece in segments(month(0, 5, 0))] == [Side.GAIN]


totals = st.integers(-(10**12), 10**12)


@given(totals, totals, totals)
def test_pieces_add_up_and_do_not_overlap(keep: int, gain: int, win_back: int) -> None:
    made = segments(month(keep, gain, win_back))
    assert sum((p.high - p.low) * (1 if p.low >= 0 else -1) for p in made) == keep + gain + win_back
    ordered = sorted(made, key=lambda piece: piece.low)
    assert all(below.high <= above.low for below, above in pairwise(ordered))
    for piece in made:
        assert abs(amount(month(keep, gain, win_back), piece.side)) == piece.high - piece.low
        assert hit(month(keep, gain, win_back), (piece.low + piece.high) / 2) is piece.side


def test_reach_always_holds_zero(mix: Mix) -> None:
    assert reach(mix) == (0, 9000)
    assert reach(Mix(mix.measure, (), mix.band, None)) == (0, 0)
    assert reach(Mix(mix.measure, (month(-5, 2, 0),), mix.band, None)) == (-5, 2)


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        (Cursor(3), 1, Cursor(4)),
        (Cursor(3), -1, Cursor(2)),
        (Cursor(0), -1, Cursor(0)),
        (Cursor(10), 1, Cursor(10)),
        (Cursor(5), -10_000, Cursor(0)),
        (Cursor(0, Side.GAIN), 1, Cursor(1, Side.GAIN)),
        (Cursor(1, Side.GAIN), 1, Cursor(2)),  # an empty month
        (Cursor(0, Side.WIN_BACK), 1, Cursor(1)),  # nobody was won back there
    ],
)
def test_walking_the_months(mix: Mix, start: Cursor, steps: int, end: Cursor) -> None:
    assert beside(start, mix, steps) == end


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        (Cursor(0), 1, Cursor(0, Side.KEEP)),
        (Cursor(0), -1, Cursor(0, Side.GAIN)),
        (Cursor(0, Side.KEEP), 1, Cursor(0, Side.WIN_BACK)),
        (Cursor(0, Side.GAIN), 1, Cursor(0, Side.GAIN)),
        (Cursor(0, Side.KEEP), -1, Cursor(0, Side.KEEP)),
        (Cursor(1, Side.KEEP), 1, Cursor(1, Side.GAIN)),
        (Cursor(2), 1, Cursor(2)),
    ],
)
def test_climbing_a_bar(mix: Mix, start: Cursor, steps: int, end: Cursor) -> None:
    assert climbed(start, mix, steps) == end
