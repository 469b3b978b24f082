"""What the owner should hear before it hurts: an empty pipeline, no new prospects, and a large job with nothing after.

Usual lengths are the owner's own; while they are not known, four weeks stand for them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.pipeline.board import serving
from balancer_desktop.domain.pipeline.opportunity import Opportunity, open_on, parked_on

UNKNOWN_WEEKS = 4
SHORTEST_DROUGHT = 3
"""Weeks without a new prospect that are nothing yet, however fast the owner sells."""
LARGE = 4
"""A job is large from this fraction on: a quarter of a year's income, or of all work agreed."""


class AlarmKind(StrEnum):
    EMPTY = "empty pipeline"
    DROUGHT = "drought"
    TOO_BUSY = "too busy"


@dataclass(frozen=True, slots=True)
class Alarm:
    """words: a sentence. opportunity_id: the job that ends, 0 for the other kinds."""

    kind: AlarmKind
    words: str
    opportunity_id: int = 0


def empty_pipeline(open_ones: Sequence[Opportunity], day: date) -> Alarm | None:
    """Nothing is being sold: no opportunity is open, or all of them are parked."""
    here = [one for one in open_ones if open_on(one, day)]
    if any(not parked_on(one, day) for one in here):
        return None
    rest = f" but what is parked ({len(here)})" if here else ""
    return Alarm(AlarmKind.EMPTY, f"Nothing is in the pipeline{rest}.")


def drought(newest: date | None, usual_gap: float | None, day: date) -> Alarm | None:
    """No new prospect for longer than half the usual gap from first contact to first sale (days).

    newest: the day of the newest prospect, None while there never was one: of that the empty pipeline tells.
    """
    if newest is None:
        return None
    silent = (day - newest).days
    patience = 7 * UNKNOWN_WEEKS if usual_gap is None else max(usual_gap / 2, 7 * SHORTEST_DROUGHT)
    if silent <= patience:
        return None
    usual = (
        "; your usual gap from first contact to first sale is not known yet"
        if usual_gap is None
        else f"; your usual gap from first contact to first sale is {_gap_words(usual_gap)}"
    )
    return Alarm(AlarmKind.DROUGHT, f"No new prospect for {_weeks(silent)}{usual}.")


@dataclass(frozen=True, slots=True)
class Workload:
    """What the too-busy alarm goes by. running: won, with work that ends on the day or later; worth: of one of them, in
    minor units; open_ones with their parties' open steps; cycle: usual days from opening to won, None when unknown."""

    running: Sequence[Opportunity]
    worth: Callable[[Opportunity], int]
    open_ones: Iterable[Opportunity]
    steps: Callable[[int], Iterable[NextStep]]
    cycle: float | None


def ending_soon(workload: Workload, day: date) -> Opportunity | None:
    """The job that ends last, when that is within one sales cycle and nothing dated follows it; not yet whether it is
    large. Something dated is an open opportunity, not parked, with an expected close or a next step still to come."""
    running = [one for one in workload.running if one.ends and one.ends >= day]
    last = max(running, key=lambda one: (one.ends, workload.worth(one)), default=None)
    cycle = 7 * UNKNOWN_WEEKS if workload.cycle is None else workload.cycle
    if last is None or last.ends is None or last.ends > day + timedelta(days=cycle):
        return None
    return None if any(_is_dated(one, workload, day) for one in workload.open_ones) else last


def too_busy(workload: Workload, income_of_year: int, day: date) -> Alarm | None:
    """A large job ends within one sales cycle, and nothing dated follows. income_of_year: of the last 12 months."""
    last = ending_soon(workload, day)
    if last is None or last.ends is None:
        return None
    worth, agreed = workload.worth(last), sum(map(workload.worth, workload.running))
    if not worth or LARGE * worth < min(income_of_year if income_of_year > 0 else agreed, agreed):
        return None
    left = (last.ends - day).days
    ends = (
        "today" if left == 0 else "tomorrow" if left == 1 else f"in {left} days" if left < 14 else f"in {_weeks(left)}"
    )
    usual = "" if workload.cycle is None else f" A sale usually takes you {_gap_words(workload.cycle)}."
    return Alarm(AlarmKind.TOO_BUSY, f"“{last.title}” ends {ends}, and nothing dated follows.{usual}", last.id)


def _is_dated(one: Opportunity, workload: Workload, day: date) -> bool:
    if not open_on(one, day) or parked_on(one, day):
        return False
    if one.expected and one.expected >= day:
        return True
    coming = (step for step in workload.steps(one.party_id) if step.due >= day)
    return serving(one, coming) is not None


def _weeks(days: float) -> str:
    weeks = int(days // 7)
    return "1 week" if weeks == 1 else f"{weeks} weeks"


def _gap_words(days: float) -> str:
    """A length the owner compares with weeks; in days where a week is too coarse."""
    whole = round(days)
    if whole < 14:
        return "1 day" if whole == 1 else f"{whole} days"
    return f"{round(days / 7)} weeks"
