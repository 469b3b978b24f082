"""A small book of names, and the day its lines are read on: Friday 20 November 2026."""

from dataclasses import replace
from datetime import date

import pytest

from balancer_desktop.domain.conventions import PLAIN
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, StageMove
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.quick_entry.deals import Pipeline
from balancer_desktop.domain.quick_entry.names import KnownParty, NameIndex
from balancer_desktop.domain.quick_entry.parse import Context
from balancer_desktop.domain.standing import Standing

PEOPLE = (
    KnownParty(1, "Acme Roofing Ltd", Standing.CURRENT, ("555-0199",)),
    KnownParty(2, "Hilltop Farm", Standing.PROSPECT),
    KnownParty(3, "Jane Doe", Standing.LAPSED, ("+1 212 555 2222",), "Acme Roofing Ltd"),
    KnownParty(4, "Old Mill", Standing.EX),
    KnownParty(5, "John Smith", Standing.CURRENT),
    KnownParty(6, "Smith & Sons", Standing.EX),
    KnownParty(7, "Müller Bau", Standing.CURRENT),
    KnownParty(8, "Studio 54", Standing.CURRENT),
    KnownParty(9, "Sun Bakery", Standing.CURRENT),
    KnownParty(10, "Maria Lopez", Standing.CURRENT),
    KnownParty(11, "Flyers Unlimited", Standing.PROSPECT),
)


_NAMES = ("Inquiry", "Researched", "Decision-maker found", "Proposal", "Presentation", "Trial or introductory offer")
STAGES = (
    *(Stage(name, 10, 7, place, id=place + 1) for place, name in enumerate(_NAMES)),
    Stage("Old way", 5, 5, 9, True, 7),
)
_LABELS = ("Price", "No answer", "We answered too late", "Went to a rival", "Not needed any more", "No money for it")
REASONS = (
    *(LossReason(label, id=id_) for id_, label in enumerate(_LABELS, 1)),
    LossReason("Weather", retired=True, id=7),
    LossReason("Other", other=True, id=8),
)


def _opportunity(id_: int, party_id: int, title: str, stage_id: int) -> Opportunity:
    moves = (StageMove(date(2026, 10, 1), stage_id),)
    return Opportunity(party_id, title, date(2026, 10, 1), moves=moves, id=id_)


_WON = replace(_opportunity(4, 5, "Stairs", 4), closed=date(2026, 11, 1), outcome=Outcome.WON)
OPPORTUNITIES = {
    2: (_opportunity(1, 2, "New roof", 1),),
    1: (_opportunity(2, 1, "Fence", 2), _opportunity(3, 1, "Gutter guards", 4)),
    5: (_WON,),
}
"""Hilltop has one open, Acme two, John Smith only one that was won."""


@pytest.fixture
def context() -> Context:
    pipeline = Pipeline(STAGES, REASONS, lambda party_id: OPPORTUNITIES.get(party_id, ()))
    return Context(date(2026, 11, 20), currency("EUR"), PLAIN, NameIndex.of(PEOPLE), pipeline)
