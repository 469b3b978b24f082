"""How long an opportunity stayed in each stage, and what it left it for. Days while it is parked do not count."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, outcome_on


@dataclass(frozen=True, slots=True)
class Stay:
    """left: the day on which it went on to another stage (next_stage) or was won or lost there (outcome); None while it
    is there. days: spent there, up to that day or the day that is looked at, without those on which it was parked."""

    stage_id: int
    entered: date
    left: date | None
    next_stage: int
    outcome: Outcome | None
    days: int


def stays(opportunity: Opportunity, day: date) -> list[Stay]:
    """Its stays as of the end of a day, in order. Where it stood at a day's end counts, not where it passed through."""
    settled = _settled(opportunity, day)
    outcome = outcome_on(opportunity, day)
    closed = opportunity.closed if outcome else None
    return [
        Stay(
            stage_id,
            on,
            later[0] if later else closed,
            later[1] if later else 0,
            None if later else outcome,
            unparked_days(opportunity, on, (later[0] if later else closed) or day),
        )
        for (on, stage_id), later in zip_longest(settled, settled[1:])
    ]


def visited(opportunity: Opportunity, day: date) -> set[int]:
    """The stages it stayed in by the end of a day."""
    return {stage_id for _, stage_id in _settled(opportunity, day)}


def unparked_days(opportunity: Opportunity, first: date, last: date) -> int:
    """Days from one day to another, without those on which it was parked."""
    parked = 0
    for parking, later in zip_longest(opportunity.parkings, opportunity.parkings[1:]):
        until = min(parking.until, later.on) if later else parking.until
        parked += max(0, (min(until, last) - max(parking.on, first)).days)
    return (last - first).days - parked


def _settled(opportunity: Opportunity, day: date) -> list[tuple[date, int]]:
    """Day and stage of every arrival: the last move of each day up to this one, those that stay where it was left out.

    What is dated after it was closed is a slip of the pen, and no arrival.
    """
    last = min(day, opportunity.closed) if opportunity.closed else day
    at_night = {move.on: move.stage_id for move in opportunity.moves if move.on <= last}
    arrivals: list[tuple[date, int]] = []
    for on, stage_id in at_night.items():
        if not arrivals or arrivals[-1][1] != stage_id:
            arrivals.append((on, stage_id))
    return arrivals
