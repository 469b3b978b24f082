"""The checklist that began with each first sale, done but for the latest; and the discounts that won somebody."""

from collections.abc import Sequence
from datetime import date, timedelta

from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.demo.business import DemoOpportunity
from balancer_desktop.domain.demo.courting import TRIAL
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.selling import round_to
from balancer_desktop.domain.entries import Expense, NextStep
from balancer_desktop.domain.side import Side

STEPS = ((1, "Check their credit"), (2, "Enter the account data"), (3, "Explain how billing works"),
         (7, "Introduce who to call for support"))  # fmt: skip
"""What a new book's template holds: days after the sale, and what."""
SINCE = 250
"""Days; before that nobody kept a list."""


def checklists(deals: Sequence[DemoOpportunity], today: date) -> list[NextStep]:
    """The steps of every list that was begun. The latest one is running: its last step is still to do."""
    won = [deal.opportunity for deal in deals if _is_first(deal)]
    steps = []
    for deal in won:
        on = deal.closed or today
        steps += [
            NextStep(on + timedelta(days), deal.party_id, what, on + timedelta(days), checklist=ONBOARDING)
            for days, what in STEPS
            if (today - on).days <= SINCE
        ]  # fmt: skip
    running = max(won, key=lambda deal: deal.closed or date.min).party_id
    return [_still(step, today) if _is_open(step, today, running) else step for step in steps]


def given(dice: Dice, deals: Sequence[DemoOpportunity]) -> list[Expense]:
    """Off the first invoice of those who had a first hour on trial, and of a few others."""
    won = [deal.opportunity for deal in deals if _is_first(deal)]
    return [
        Expense(deal.closed, round_to((deal.agreed or 0) * dice.between(0.08, 0.15), 5_00), Side.GAIN, deal.party_id,
                "introductory discount", introductory=True)
        for deal in won
        if deal.closed and (deal.stage_id == TRIAL or dice.chance(0.1))
    ]  # fmt: skip


def _is_first(deal: DemoOpportunity) -> bool:
    return bool(deal.opportunity.inquiry_id and deal.opportunity.sale_id)


def _is_open(step: NextStep, today: date, running: int) -> bool:
    return step.due > today or (step.party_id == running and step.what == STEPS[-1][1])


def _still(step: NextStep, today: date) -> NextStep:
    return NextStep(max(step.due, today + timedelta(1)), step.party_id, step.what, checklist=step.checklist)
