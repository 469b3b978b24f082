"""What is open now: a dozen quotes in all stages, some of which went quiet, and what is to be done next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from balancer_desktop.domain.demo.business import DemoOpportunity
from balancer_desktop.domain.demo.courting import (
    CUSTOMER,
    DECIDER,
    INQUIRY,
    PRESENTATION,
    PROPOSAL,
    RESEARCHED,
    TRIAL,
    moves,
    said,
)
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.life import Fate
from balancer_desktop.domain.demo.names import TOUR_CUSTOMERS
from balancer_desktop.domain.demo.selling import round_to
from balancer_desktop.domain.demo.winning import OPEN_AGE, Cast, opened
from balancer_desktop.domain.entries import Contact, NextStep
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Parking


@dataclass(frozen=True, slots=True)
class _Now:
    """Where a quote stands. reached: so many days ago. step, expected, parked (on, until): days from today, None for no
    such thing."""

    stages: tuple[int, ...]
    reached: int = 1
    step: tuple[int, str] | None = None
    expected: int | None = None
    parked: tuple[int, int] | None = None
    probability: int | None = None


_PROSPECTS = (
    _Now((INQUIRY, RESEARCHED), 1, (9, "visit and measure"), 30),
    _Now((INQUIRY, PROPOSAL), 4, (-5, "ask whether the quote arrived"), 12),
    _Now((INQUIRY, RESEARCHED, DECIDER), 3, (0, "call back"), 25),
    _Now((INQUIRY, PROPOSAL, PRESENTATION), 2, (12, "offer a date"), 14, probability=80),
    _Now((INQUIRY, PROPOSAL), 22, (20, "ask once more about the quote"), 10),
    _Now((INQUIRY, DECIDER, PROPOSAL, TRIAL), 8, None, 5),
    _Now((INQUIRY, PROPOSAL), 40, None, None, parked=(-20, 41)),
    _Now((INQUIRY, RESEARCHED), 60, None, -6, probability=5),
    _Now((INQUIRY, PROPOSAL), 70, (96, "ask again in spring"), 120, parked=(-62, 95)),
)
"""Of the prospects, who came last first."""
_CUSTOMERS = (
    ("Repaint the guest rooms", 2_400, _Now((INQUIRY, PROPOSAL), 3, (10, "ask about the quote"), 20)),
    ("Shelving for the back room", 1_150, _Now((INQUIRY,), 1, (8, "measure the back room"), 40)),
    ("Yearly gutter contract", 780, _Now((INQUIRY, DECIDER, PROPOSAL), 16, None, 9)),
)
_ASKED = 24
"""Days ago on which the customers' quotes were opened."""


def present(dice: Dice, cast: Cast) -> tuple[list[DemoOpportunity], list[tuple[int, NextStep]], list[Contact]]:
    """The open ones; the steps that serve them, each with the place of its opportunity; what was said."""
    asked, today = cast.asked(), cast.calendar.today
    waiting = [n for n, life in cast.numbered() if life.fate is Fate.PROSPECT and not life.is_unanswered(cast.calendar)]
    late = [n for n in reversed(waiting) if _is_open(cast, n)]
    deals = [
        (replace(opened(dice, cast, n, asked), value=round_to(dice.between(280, 1900), 10) * 100), now)
        for n, now in zip(late, _PROSPECTS, strict=False)
    ]
    for n, (title, value, now) in zip(_loyal(cast), _CUSTOMERS, strict=True):
        on = today - timedelta(_ASKED - dice.whole(0, 6) if now.reached > 1 else 2)
        deals.append((Opportunity(n, title, on, value * 100, origin=CUSTOMER), now))
    made = [_standing(deal, now, today) for deal, now in deals]
    steps = [
        (place, NextStep(today + timedelta(now.step[0]), deal.party_id, now.step[1]))
        for place, (deal, now) in enumerate(deals)
        if now.step
    ]
    spoken = [c for deal in made[: len(late)] for c in said(dice, deal, deal.moves[-1].on + timedelta(1))]
    return [DemoOpportunity(deal) for deal in made], steps, spoken


def _is_open(cast: Cast, number: int) -> bool:
    life = cast.lives[number - 1]
    return life.stops is None and (cast.calendar.today - life.known_on).days <= OPEN_AGE


def _loyal(cast: Cast) -> Sequence[int]:
    """The tour's two, the guest house first, and one more customer."""
    names = [party.name for party in cast.people]
    tour = [names.index(name) + 1 for name in reversed(TOUR_CUSTOMERS)]
    steady = [n for n, life in cast.numbered() if life.fate is Fate.CURRENT and not life.large and n not in tour]
    return [*tour, steady[0]]


def _standing(deal: Opportunity, now: _Now, today: date) -> Opportunity:
    end = max(deal.opened, today - timedelta(now.reached))
    reached = moves(now.stages, deal.opened, end + timedelta(1))
    if len(reached) > 1:
        reached = (*reached[:-1], replace(reached[-1], on=end))
    parkings = [Parking(today + timedelta(on), today + timedelta(until)) for on, until in [now.parked or (0, 0)]]
    return replace(
        deal, moves=reached, parkings=tuple(parkings if now.parked else ()), probability=now.probability,
        expected=None if now.expected is None else today + timedelta(now.expected),
    )  # fmt: skip
