"""Stays in stages, counted out by hand, and what holds of any life."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, open_on, outcome_on, parked_on, stage_on
from balancer_desktop.domain.pipeline.stays import Stay, stays, unparked_days
from tests.domain.pipeline.lives import LENGTH, any_life, day, lived, until


def test_a_life_has_its_stays() -> None:
    it = lived((0, 1), (5, 2), (9, 1), (9, 3), (12, 3), won=20)
    assert stays(it, day(30)) == [
        Stay(1, day(0), day(5), 2, None, 5),
        Stay(2, day(5), day(9), 3, None, 4),
        Stay(3, day(9), day(20), 0, Outcome.WON, 11),
    ]
    assert stays(it, day(7)) == [Stay(1, day(0), day(5), 2, None, 5), Stay(2, day(5), None, 0, None, 2)]
    assert stays(it, day(19))[-1] == Stay(3, day(9), None, 0, None, 10)


def test_what_was_moved_on_the_day_it_was_lost_was_lost_there() -> None:
    it = lived((0, 1), (4, 2), lost=4)
    assert stays(it, day(4)) == [Stay(1, day(0), day(4), 2, None, 4), Stay(2, day(4), day(4), 0, Outcome.LOST, 0)]


def test_parked_days_do_not_count() -> None:
    it = lived((0, 1), (10, 2), won=20, parked=((2, 6), (8, 90), (13, 13)))
    # In stage 1 it is parked on days 2–5 and 8–9, in stage 2 on 10–12.
    assert [stay.days for stay in stays(it, day(50))] == [4, 7]
    assert unparked_days(it, day(0), day(3)) == 2


def test_a_move_dated_after_the_end_is_no_stay() -> None:
    assert len(stays(lived((0, 1), (9, 2), lost=5), day(30))) == 1


@given(any_life(), st.integers(-1, LENGTH + 1))
def test_stays_follow_each_other_and_are_the_stages_of_their_days(it: Opportunity, offset: int) -> None:
    last = day(offset)
    told = stays(it, last)
    assert [later.entered for later in told[1:]] == [stay.left for stay in told[:-1]]
    assert [later.stage_id for later in told[1:]] == [stay.next_stage for stay in told[:-1]]
    assert [stay.outcome for stay in told[:-1]] == [None] * (len(told) - 1 if told else 0)
    if told:
        assert told[-1].outcome is outcome_on(it, last)
        assert (told[-1].left is None) == open_on(it, last)
        assert told[-1].stage_id == stage_on(it, min(last, it.closed or last))
    unparked = [
        on
        for on in (it.opened + timedelta(n) for n in range((min(last, it.closed or last) - it.opened).days))
        if not parked_on(it, on)
    ]
    assert sum(stay.days for stay in told) == len(unparked)


@given(any_life(), st.integers(0, LENGTH))
def test_what_comes_later_changes_no_stay_of_the_past(it: Opportunity, offset: int) -> None:
    known = until(it, day(offset))
    assert stays(it, day(offset)) == (stays(known, day(offset)) if known else [])
