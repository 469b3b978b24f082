"""Conversion by hand, and that it adds up and stays as it was for any day of the past."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.pipeline.conversion import Conversion, by_stage, chances, conversion, is_long_open
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage
from tests.domain.pipeline.lives import LENGTH, any_life, as_known, day, lived

QUICK = [lived((0, 1), (2, 2), won=on) for on in (8, 10, 12)]
"""Three that were won, after 10 days in the middle."""


def test_open_and_parked_ones_are_no_failures() -> None:
    lives = [*QUICK, lived((0, 1), lost=20), lived((30, 1)), lived((0, 1), parked=((5, 99),))]
    told = conversion(lives, day(50))
    assert told == Conversion(won=3, lost=1, open=1, parked=1)
    assert told.proportion.share == Fraction(3, 4)
    assert told.proportion.interval == pytest.approx((0.300642, 0.954413), abs=1e-5)


@pytest.mark.parametrize(
    ("parked", "offset", "long_open"),
    [
        ((), 49, 0),
        ((), 50, 0),
        ((), 51, 1),
        (((35, 45),), 60, 0),
        (((35, 45),), 61, 1),
        (((35, 99),), 98, 0),
    ],
)
def test_longer_open_than_twice_the_median_cycle_is_not_won_unless_parked(
    parked: tuple[tuple[int, int], ...], offset: int, long_open: int
) -> None:
    told = conversion([*QUICK, lived((30, 1), parked=parked)], day(offset))
    assert (told.won, told.long_open, told.resolved) == (3, long_open, 3 + long_open)


def test_long_open_and_won_after_all_is_won() -> None:
    lives = [*QUICK, lived((0, 1), won=100)]
    assert [conversion(lives, day(on)).won for on in (99, 100)] == [3, 4]
    assert [conversion(lives, day(on)).long_open for on in (99, 100)] == [1, 0]


def test_while_little_was_won_nothing_is_long_open() -> None:
    lives = [*QUICK[:2], lived((0, 1))]
    assert conversion(lives, day(300)) == Conversion(won=2, open=1)
    assert not is_long_open(lives[2], day(300), None)


def test_a_stage_answers_for_all_that_ever_were_there() -> None:
    lives = [*QUICK, lived((0, 2), lost=5), lived((40, 2), (41, 1)), lived((0, 3), (0, 1), lost=9)]
    told = by_stage(lives, day(50))
    assert told == {1: Conversion(won=3, lost=1, open=1), 2: Conversion(won=3, lost=1, open=1)}


def test_what_ended_before_a_period_is_left_out() -> None:
    assert conversion([*QUICK, lived((0, 1), lost=20)], day(50), day(10)) == Conversion(won=2, lost=1)


@pytest.mark.parametrize(
    ("told", "chance"),
    [
        (Conversion(won=4, lost=5), None),
        (Conversion(won=4, lost=5, long_open=1), Fraction(2, 5)),
        (Conversion(won=4, lost=5, open=9), None),
        (Conversion(lost=30), None),
        (Conversion(won=30), None),
        (Conversion(won=1, lost=29), Fraction(1, 30)),
    ],
)
def test_the_own_history_counts_once_there_is_enough_of_it(told: Conversion, chance: Fraction | None) -> None:
    stages = [Stage("Proposal", 40, 7, id=1), Stage("Trial", 75, 7, id=2)]
    assert told.chance == chance
    assert chances(stages, {1: told}) == {1: chance or Fraction(2, 5), 2: Fraction(3, 4)}


@given(st.lists(any_life(), max_size=12), st.integers(0, LENGTH + 9))
def test_every_opportunity_is_in_one_place_and_the_past_stays(lives: list[Opportunity], offset: int) -> None:
    told = conversion(lives, day(offset))
    there = sum(it.opened <= day(offset) for it in lives)
    assert told.resolved + told.open + told.parked == there
    assert conversion(as_known(lives, day(offset)), day(offset)) == told
    assert by_stage(as_known(lives, day(offset)), day(offset)) == by_stage(lives, day(offset))
