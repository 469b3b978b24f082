"""How long winning takes, and time in stage, counted by hand."""

from balancer_desktop.domain.pipeline.cycle import Spans, TimeInStage, cycle, first_gaps, time_in_stages
from tests.domain.pipeline.lives import day, lived


def test_the_cycle_is_that_of_what_was_won_by_the_day() -> None:
    lives = [lived((0, 1), won=10), lived((0, 1), won=30), lived((5, 1), won=25), lived((0, 1), lost=3), lived((0, 1))]
    assert sorted(cycle(lives, day(40)).days) == [10, 20, 30]
    assert cycle(lives, day(40)).median == cycle(lives, day(40)).usual == 20
    assert cycle(lives, day(29)).median == 15
    assert cycle(lives, day(29)).usual is None
    assert cycle(lives, day(9)).median is None


def test_the_gap_begins_at_the_first_contact_before_the_first_sale() -> None:
    firsts = [(day(0), day(63)), (day(10), day(10)), (day(20), day(5)), (day(0), day(70)), (day(0), day(99))]
    assert sorted(first_gaps(firsts, day(98)).days) == [63, 70]
    assert first_gaps(firsts, day(99)).usual == 70


def test_time_in_stage_tells_what_ended_from_what_goes_on() -> None:
    lives = [lived((0, 1), (4, 2), won=10), lived((0, 1), (8, 2)), lived((15, 1), parked=((16, 18),))]
    assert time_in_stages(lives, day(20)) == {
        1: TimeInStage(Spans((4, 8)), Spans((3,))),
        2: TimeInStage(Spans((6,)), Spans((12,))),
    }
