"""How long winning takes: from opening to won, and from the first contact to the first sale."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, outcome_on
from balancer_desktop.domain.pipeline.stays import stays

FEWEST = 3
"""Fewer cases than these are told apart, but nothing is called usual by them."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Lengths in days of what was completed, in no order."""

    days: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        return len(self.days)

    @property
    def median(self) -> float | None:
        """None of nothing. Python's own module of statistics takes longer to load than today's list may."""
        ordered, middle = sorted(self.days), len(self.days) // 2
        if len(ordered) % 2:
            return ordered[middle]
        return (ordered[middle - 1] + ordered[middle]) / 2 if ordered else None

    @property
    def usual(self) -> float | None:
        """The median, once there are enough to call it usual."""
        return self.median if self.count >= FEWEST else None


@dataclass(frozen=True, slots=True)
class TimeInStage:
    """completed: the stays that ended; current: those that go on, so far. Parked days are in neither."""

    completed: Spans
    current: Spans


def cycle(opportunities: Iterable[Opportunity], day: date) -> Spans:
    """Days from opening to won, of all that were won by the end of the day. They are the calendar's days."""
    return Spans(
        tuple(
            (opportunity.closed - opportunity.opened).days
            for opportunity in opportunities
            if opportunity.closed and outcome_on(opportunity, day) is Outcome.WON
        )
    )


def first_gaps(firsts: Iterable[tuple[date, date]], day: date) -> Spans:
    """Days from the first contact to the first sale, of each (contact, sale) by the end of the day.

    Whoever bought on the day they were first heard of tells nothing of how long winning takes; as a rule the record
    only begins there.
    """
    return Spans(tuple((sale - contact).days for contact, sale in firsts if contact < sale <= day))


def time_in_stages(opportunities: Iterable[Opportunity], day: date, since: date = date.min) -> dict[int, TimeInStage]:
    """By stage, of the stays that ended on or after `since` or go on, by the end of the day."""
    completed: dict[int, list[int]] = {}
    current: dict[int, list[int]] = {}
    for opportunity in opportunities:
        for stay in stays(opportunity, day):
            if stay.left is None or stay.left >= since:
                (completed if stay.left else current).setdefault(stay.stage_id, []).append(stay.days)
    return {
        stage_id: TimeInStage(Spans(tuple(completed.get(stage_id, ()))), Spans(tuple(current.get(stage_id, ()))))
        for stage_id in completed.keys() | current.keys()
    }
