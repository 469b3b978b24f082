"""The funnel of a period: what entered each stage, moved on, was lost there, and is there at its end.

Everything is as of the period's last day, from dated facts alone: a month of the past is told as it was told then.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from balancer_desktop.domain.pipeline.conversion import Conversion, conversion
from balancer_desktop.domain.pipeline.cycle import Spans, TimeInStage, time_in_stages
from balancer_desktop.domain.pipeline.intervals import Proportion
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.pipeline.sources import Arrivals, Referrer, Source, referrers, sources
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.pipeline.stays import Stay, stays
from balancer_desktop.domain.pipeline.worth import worth


@dataclass(frozen=True, slots=True)
class Flow:
    """Stays in one stage in a period: before + entered = moved_on + moved_back + won + lost + still.

    before: there as it began. moved_on: to a later stage; moved_back: to an earlier one, where they enter again.
    still: there at its end, parked ones included.
    """

    before: int = 0
    entered: int = 0
    moved_on: int = 0
    moved_back: int = 0
    won: int = 0
    lost: int = 0
    still: int = 0

    @property
    def conversion(self) -> Proportion:
        """Of those that left it for good or bad, the part that moved on or was won."""
        onward = self.moved_on + self.won
        return Proportion(onward, onward + self.lost)


@dataclass(frozen=True, slots=True)
class StageFlow:
    """time: days in the stage of the stays that ended in the period, and of those that go on at its end."""

    stage: Stage
    flow: Flow
    time: TimeInStage


@dataclass(frozen=True, slots=True)
class Funnel:
    """A period's figures.

    opened: so many new ones. conversion: of those that ended in it, with what is open at its end. cycle: days from
    opening to won, of those won in it. value: minor units of what was won in it.
    """

    first: date
    last: date
    stages: tuple[StageFlow, ...]
    opened: int
    conversion: Conversion
    cycle: Spans
    value: int
    sources: tuple[Source, ...]
    referrers: tuple[Referrer, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing happened, and nothing is open."""
        counted = self.conversion
        return not (self.opened or counted.resolved or counted.open or counted.parked or self.sources)


def funnel(arrivals: Arrivals, stages: Iterable[Stage], first: date, last: date) -> Funnel:
    """first, last: any two days, both of the period. Stages in their order, retired ones only where anything was."""
    lives = [one for one in arrivals.opportunities if one.opened <= last]
    ordered = sorted(stages, key=lambda stage: (stage.place, stage.id))
    flows = flow_by_stage(lives, {stage.id: place for place, stage in enumerate(ordered)}, first, last)
    times = time_in_stages(lives, last, first)
    won = [one for one in lives if one.outcome is Outcome.WON and one.closed and first <= one.closed <= last]
    return Funnel(
        first,
        last,
        tuple(
            StageFlow(stage, flows.get(stage.id, Flow()), times.get(stage.id, TimeInStage(Spans(), Spans())))
            for stage in ordered
            if not stage.retired or stage.id in flows
        ),
        sum(first <= one.opened for one in lives),
        conversion(lives, last, first),
        Spans(tuple((one.closed - one.opened).days for one in won if one.closed)),
        sum(worth(one, arrivals.sales) for one in won),
        tuple(sources(arrivals, first, last)),
        tuple(referrers(arrivals, first, last)),
    )


def flow_by_stage(
    opportunities: Sequence[Opportunity], places: Mapping[int, int], first: date, last: date
) -> dict[int, Flow]:
    """By stage, of those that anything was in; places: the order of the stages."""
    flows: dict[int, Flow] = {}
    for opportunity in opportunities:
        for stay in stays(opportunity, last):
            if stay.left is None or stay.left >= first:
                flows[stay.stage_id] = _with(flows.get(stay.stage_id, Flow()), stay, places, first)
    return flows


def _with(flow: Flow, stay: Stay, places: Mapping[int, int], first: date) -> Flow:
    ways = {Outcome.WON: "won", Outcome.LOST: "lost"}
    if stay.left is None:
        way = "still"
    elif stay.outcome:
        way = ways[stay.outcome]
    else:
        way = "moved_on" if places[stay.next_stage] > places[stay.stage_id] else "moved_back"
    came = "before" if stay.entered < first else "entered"
    return replace(flow, **{came: getattr(flow, came) + 1, way: getattr(flow, way) + 1})
