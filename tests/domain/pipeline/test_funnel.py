"""A period's funnel counted by hand, and that it adds up, for any lives and any two days."""

from dataclasses import asdict
from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.cycle import Spans, TimeInStage
from balancer_desktop.domain.pipeline.funnel import Flow, Funnel, flow_by_stage, funnel
from balancer_desktop.domain.pipeline.opportunity import Opportunity, open_on, stage_on
from balancer_desktop.domain.pipeline.sources import Arrivals
from balancer_desktop.domain.pipeline.stage import Stage
from tests.domain.pipeline.lives import LENGTH, STAGES, any_life, as_known, day, lived

STAGE_LIST = [Stage("Last", 60, 7, 2, id=3), Stage("First", 10, 7, 0, id=1), Stage("Middle", 30, 7, 1, id=2)]
RETIRED = Stage("Gone", 30, 7, 3, retired=True, id=4)
PLACES = {1: 0, 2: 1, 3: 2}


def told(lives: list[Opportunity], first: int, last: int) -> Funnel:
    return funnel(Arrivals((), lives, {}), [*STAGE_LIST, RETIRED], day(first), day(last))


def test_a_period_is_counted_by_hand() -> None:
    lives = [
        lived((0, 1), (12, 2), (20, 3), won=28, value=700),  # through, within the period 10–30
        lived((11, 1), (15, 3), (16, 1), lost=18),  # back, and lost at the first
        lived((2, 2), lost=10),  # there before, lost on the first day
        lived((14, 1)),  # still there
        lived((1, 2), (9, 3), lost=9),  # over before it begins
        lived((30, 2), parked=((30, 60),)),  # entered on the last day, parked
        lived((31, 1)),  # later
    ]
    funnel = told(lives, 10, 30)
    assert [flow.stage.name for flow in funnel.stages] == ["First", "Middle", "Last"]
    first, middle, last = (flow.flow for flow in funnel.stages)
    assert first == Flow(before=1, entered=3, moved_on=2, lost=1, still=1)
    assert middle == Flow(before=1, entered=2, moved_on=1, lost=1, still=1)
    assert last == Flow(entered=2, moved_back=1, won=1)
    assert first.conversion.share == Fraction(2, 3)
    assert (funnel.opened, funnel.value, funnel.cycle) == (3, 700, Spans((28,)))
    assert funnel.conversion == Conversion(won=1, lost=2, open=1, parked=1)
    assert funnel.stages[1].time == TimeInStage(Spans((8, 8)), Spans((0,)))


def test_a_retired_stage_is_told_only_where_something_was_in_it() -> None:
    assert [flow.stage.name for flow in told([lived((0, 4), (5, 1))], 3, 9).stages][-1] == "Gone"
    assert [flow.stage.name for flow in told([lived((0, 4), (5, 1))], 6, 9).stages][-1] == "Last"


def test_an_empty_period_says_so() -> None:
    assert told([lived((50, 1))], 0, 9).empty
    assert not told([lived((5, 1))], 0, 9).empty


@given(st.lists(any_life(), max_size=12), st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_what_came_is_what_went_and_what_is_there(lives: list[Opportunity], one: int, other: int) -> None:
    first, last = day(min(one, other)), day(max(one, other))
    flows = flow_by_stage([it for it in lives if it.opened <= last], PLACES, first, last)
    for stage in STAGES:
        flow = flows.get(stage, Flow())
        gone = flow.moved_on + flow.moved_back + flow.won + flow.lost
        assert flow.before + flow.entered == gone + flow.still
        at_night = first - timedelta(days=1)
        assert flow.before == sum(open_on(it, at_night) and stage_on(it, at_night) == stage for it in lives)
        assert flow.still == sum(open_on(it, last) and stage_on(it, last) == stage for it in lives)
    closed = [it for it in lives if it.closed and first <= it.closed <= last]
    assert sum(flow.won + flow.lost for flow in flows.values()) == len(closed)
    assert sum(flow.won for flow in flows.values()) == sum(it.outcome == "won" for it in closed)


@given(st.lists(any_life(), max_size=12), st.integers(0, LENGTH), st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_two_periods_that_follow_each_other_add_up(lives: list[Opportunity], a: int, b: int, c: int) -> None:
    start, middle, end = sorted((a, b, c))
    whole = told(lives, start, end)
    parts = [told(lives, start, middle), told(lives, middle + 1, max(end, middle + 1))]
    if end <= middle:
        return
    assert whole.opened == sum(part.opened for part in parts)
    assert whole.value == sum(part.value for part in parts)
    assert sorted(whole.cycle.days) == sorted(days for part in parts for days in part.cycle.days)
    for of_whole, before, after in zip(whole.stages, parts[0].stages, parts[1].stages, strict=True):
        both = {name: count + asdict(after.flow)[name] for name, count in asdict(before.flow).items()}
        assert of_whole.flow == Flow(**both | {"before": before.flow.before, "still": after.flow.still})
        assert before.flow.still == after.flow.before


@given(st.lists(any_life(), max_size=12), st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_a_past_period_is_told_as_it_was_told_then(lives: list[Opportunity], one: int, other: int) -> None:
    first, last = min(one, other), max(one, other)
    assert told(as_known(lives, day(last)), first, last) == told(lives, first, last)
