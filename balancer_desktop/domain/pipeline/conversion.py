"""How much of what is tried is won: won ÷ (won + lost + long open), overall and by stage, as of a day.

An open or parked opportunity is no failure. One that is open for more than twice the median cycle counts as not won,
until it is (numbers.md §6 of the design); it is parked no longer then, and days on which it was parked do not count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from balancer_desktop.domain.pipeline.cycle import cycle
from balancer_desktop.domain.pipeline.intervals import Proportion
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, open_on, outcome_on, parked_on
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.pipeline.stays import unparked_days, visited

ENOUGH = 10
"""So many must have come to an end before a stage's own history takes the place of what the owner reckons."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """Counts of opportunities. long_open: for longer than twice the median cycle; open: the others, no failures."""

    won: int = 0
    lost: int = 0
    long_open: int = 0
    open: int = 0
    parked: int = 0

    @property
    def resolved(self) -> int:
        return self.won + self.lost + self.long_open

    @property
    def proportion(self) -> Proportion:
        return Proportion(self.won, self.resolved)

    @property
    def chance(self) -> Fraction | None:
        """The share won, once enough have come to an end, and not all of them the same way: no forecast is 0 or 1."""
        told = self.resolved >= ENOUGH and 0 < self.won < self.resolved
        return self.proportion.share if told else None

    def __add__(self, other: "Conversion") -> "Conversion":
        return Conversion(
            self.won + other.won,
            self.lost + other.lost,
            self.long_open + other.long_open,
            self.open + other.open,
            self.parked + other.parked,
        )


def conversion(opportunities: Sequence[Opportunity], day: date, since: date = date.min) -> Conversion:
    """Of everything that was open, or ended on or after `since`, by the end of the day."""
    limit = long_after(cycle(opportunities, day).usual)
    return sum((_one(it, day, limit) for it in opportunities if not it.closed or it.closed >= since), Conversion())


def by_stage(opportunities: Sequence[Opportunity], day: date) -> dict[int, Conversion]:
    """By stage, of those that ever were there by the end of the day: what became of them in the end."""
    return of_stages(opportunities, day, cycle(opportunities, day).usual)


def of_stages(opportunities: Iterable[Opportunity], day: date, usual_cycle: float | None) -> dict[int, Conversion]:
    """As by_stage, of some of the opportunities only; usual_cycle: days, of all of them."""
    limit = long_after(usual_cycle)
    found: dict[int, Conversion] = {}
    for opportunity in opportunities:
        one = _one(opportunity, day, limit)
        for stage_id in visited(opportunity, day):
            found[stage_id] = found.get(stage_id, Conversion()) + one
    return found


def failing(opportunities: Iterable[Opportunity], day: date, usual_cycle: float | None) -> dict[int, Conversion]:
    """As of_stages, but of the long open ones alone: all that a chance takes of what is not closed."""
    limit = long_after(usual_cycle)
    counts = Counter(
        stage_id for one in opportunities if is_long_open(one, day, limit) for stage_id in visited(one, day)
    )
    return {stage_id: Conversion(long_open=count) for stage_id, count in counts.items()}


def chances(stages: Iterable[Stage], history: Mapping[int, Conversion]) -> dict[int, Fraction]:
    """By stage, 0 to 1: the owner's own history, or while there is too little of it what the owner reckons."""
    found = {}
    for stage in stages:
        own = history.get(stage.id, Conversion()).chance
        found[stage.id] = Fraction(stage.probability, 100) if own is None else own
    return found


def long_after(usual_cycle: float | None) -> float | None:
    """Days open after which an opportunity counts as not won; None while too few were won to know what is usual."""
    return None if usual_cycle is None else 2 * usual_cycle


def is_long_open(opportunity: Opportunity, day: date, limit: float | None) -> bool:
    """Whether an open one counts as not won at the end of the day."""
    # The age comes first: few are that old, and the board asks it of every one.
    if limit is None or (day - opportunity.opened).days <= limit:
        return False
    if not open_on(opportunity, day) or parked_on(opportunity, day):
        return False
    return unparked_days(opportunity, opportunity.opened, day) > limit


def _one(opportunity: Opportunity, day: date, limit: float | None) -> Conversion:
    match outcome_on(opportunity, day):
        case Outcome.WON:
            return Conversion(won=1)
        case Outcome.LOST:
            return Conversion(lost=1)
    if not open_on(opportunity, day):
        return Conversion()
    if parked_on(opportunity, day):
        return Conversion(parked=1)
    return Conversion(long_open=1) if is_long_open(opportunity, day, limit) else Conversion(open=1)
