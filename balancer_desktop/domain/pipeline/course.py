"""What became of an opportunity, day by day."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome


class Event(NamedTuple):
    """what: in a few words; note: more about it, perhaps nothing."""

    on: date
    what: str
    note: str = ""


def course(opportunity: Opportunity, stages: Mapping[int, str], reasons: Mapping[int, str]) -> list[Event]:
    """Its moves, its parkings and how it ended, the latest first. The day it was opened is no event of its own.

    stages, reasons: their names by id.
    """
    moved = [Event(move.on, f"Moved to {stages[move.stage_id]}") for move in opportunity.moves[1:]]
    parked = [
        Event(parking.on, f"Parked until {parking.until}" if parking.until > parking.on else "Taken up again")
        for parking in opportunity.parkings
    ]
    events = sorted([*moved, *parked], key=lambda event: event.on)
    if opportunity.closed:
        because = reasons.get(opportunity.reason_id, "")
        note = " · ".join(part for part in (because, opportunity.note) if part)
        events.append(Event(opportunity.closed, "Won" if opportunity.outcome is Outcome.WON else "Lost", note))
    return events[::-1]
