"""Everything about winning customers: inquiries, opportunities, and what was said, done and given for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from balancer_desktop.domain.demo.business import DemoOpportunity, DemoStanding
from balancer_desktop.domain.demo.courting import said
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.inquiring import inquiries
from balancer_desktop.domain.demo.life import Life
from balancer_desktop.domain.demo.old_quotes import calls
from balancer_desktop.domain.demo.onboarding import checklists, given
from balancer_desktop.domain.demo.prospecting import present
from balancer_desktop.domain.demo.seasons import Calendar
from balancer_desktop.domain.demo.strangers import lost_callers, passers_by, visits
from balancer_desktop.domain.demo.winning import Cast, past
from balancer_desktop.domain.entries import Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Gained:
    """people: those whom only this is about, with their histories. answered: by id, when somebody's inquiry was."""

    people: list[Party]
    histories: list[tuple[DemoStanding, ...]]
    inquiries: list[Inquiry]
    opportunities: list[DemoOpportunity]
    steps: list[NextStep]
    contacts: list[Contact]
    work: list[Work]
    expenses: list[Expense]
    answered: dict[int, date]

    def serving(self, steps: Iterable[NextStep]) -> list[NextStep]:
        """The steps, those that were done on the way to a first sale with its opportunity."""
        first = {
            deal.opportunity.party_id: (number, deal.opportunity)
            for number, deal in enumerate(self.opportunities, 1)
            if deal.opportunity.inquiry_id
        }
        made = []
        for step in steps:
            number, deal = first.get(step.party_id, (0, None))
            serves = deal and step.done_on and deal.closed and deal.opened <= step.done_on <= deal.closed
            made.append(replace(step, opportunity_id=number) if serves else step)
        return made


def gain(
    dice: Dice,
    calendar: Calendar,
    lives: Sequence[Life],
    people: Sequence[Party],
    histories: Sequence[tuple[DemoStanding, ...]],
    sales: Sequence[Sale],
    work: Sequence[Work],
) -> Gained:
    """What brought the people of the book in, and what did not bring in others, up to today."""
    callers = lost_callers(dice, calendar, lives, people)
    in_vain = visits(dice, callers)
    everybody, all_lives = [*people, *(p for _, p in callers)], [*lives, *(life for life, _ in callers)]
    strange: list[tuple[DemoStanding, ...]] = [(DemoStanding(life.known_on, Standing.PROSPECT),) for life, _ in callers]
    asked = inquiries(dice, calendar, all_lives, everybody, _begun([*in_vain, *work]))
    asked += passers_by(dice, calendar, [party.name for party in people])
    asked.sort(key=lambda inquiry: inquiry.received)
    known = Cast(calendar, all_lives, everybody, [*histories, *strange], sales, asked)
    closed = past(dice, known)
    now, steps, spoken = present(dice, known)
    for deal in closed:
        if deal.opportunity.inquiry_id:
            spoken += said(dice, deal.opportunity, deal.opportunity.closed or calendar.today)
    strangers = {deal.opportunity.party_id for deal in closed if deal.reason and deal.opportunity.inquiry_id}
    spoken += calls(dice, calendar, [deal.opportunity for deal in closed if deal.opportunity.party_id in strangers])
    return Gained(
        [party for _, party in callers],
        strange,
        asked,
        [*closed, *now],
        [replace(step, opportunity_id=len(closed) + place + 1) for place, step in steps]
        + checklists(closed, calendar.today),
        spoken,
        in_vain,
        given(dice, closed),
        {inquiry.party_id: inquiry.responded.date() for inquiry in asked if inquiry.party_id and inquiry.responded},
    )


def _begun(work: Iterable[Work]) -> dict[int, date]:
    """By id, the first day worked for somebody."""
    found: dict[int, date] = {}
    for one in work:
        found[one.party_id] = min(one.on, found.get(one.party_id, one.on))
    return found
