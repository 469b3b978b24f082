"""The board: every open opportunity in its stage, with a sign that says what it needs, and what the stages are worth.

A weighted value is value × chance, rounded to a minor unit once for every card, halves up; totals add up the cards.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import zip_longest

from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.pipeline.opportunity import Opportunity, parked_on
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.pipeline.worth import worth
from balancer_desktop.domain.standing import Standing


class Sign(StrEnum):
    """What an open opportunity needs. A parked one needs nothing yet; of the others the first that holds is told."""

    PARKED = "parked"
    OVERDUE = "overdue"
    NO_STEP = "no next action"
    STALE = "stale"
    FINE = "on its way"


_URGENCY = {sign: place for place, sign in enumerate((Sign.OVERDUE, Sign.NO_STEP, Sign.STALE, Sign.FINE, Sign.PARKED))}


@dataclass(frozen=True, slots=True)
class Card:
    """One opportunity as the board and the table show it.

    next_step: the earliest open step that serves it. sign: None for one that is closed. days: parked, until it comes
    back; overdue, since the step was due; without a step or stale, since the last logged event; on its way, until the
    step is due; closed, since that day. value: minor units, of one that was won what was agreed or sold. chance: of
    winning it, as its value is weighted with, 0 to 1. weighted: minor units, 0 for one that is closed. last_event: the
    latest day with anything logged, its own opening included.
    """

    opportunity: Opportunity
    who: str
    standing: Standing
    next_step: NextStep | None
    sign: Sign | None
    days: int
    value: int
    chance: Fraction
    weighted: int
    last_event: date


@dataclass(frozen=True, slots=True)
class Column:
    """One stage. value, weighted: minor units, totals of its cards. Parked ones are among them: they may yet be won."""

    stage: Stage
    cards: tuple[Card, ...]
    value: int
    weighted: int

    @property
    def count(self) -> int:
        return len(self.cards)

    @property
    def unvalued(self) -> int:
        """How many have no value, so that the totals say less than there is."""
        return sum(not card.value for card in self.cards)


@dataclass(frozen=True, slots=True)
class Known:
    """What the signs take besides the opportunities: by party, who it is and when anything was logged last, its open
    steps; by stage, the chance of winning what is there (0 to 1); by sale, what those brought that were won."""

    who: Mapping[int, tuple[str, Standing]]
    last_events: Mapping[int, date]
    steps: Mapping[int, Sequence[NextStep]]
    stages: Mapping[int, Stage]
    chances: Mapping[int, Fraction]
    sales: Mapping[int, int]


def board(opportunities: Iterable[Opportunity], known: Known, today: date) -> list[Column]:
    """The stages in their order, retired ones only with something in them; cards by urgency, then by days and name."""
    by_stage: dict[int, list[Card]] = {stage.id: [] for stage in known.stages.values() if not stage.retired}
    for opportunity in opportunities:
        by_stage.setdefault(opportunity.stage_id, []).append(card(opportunity, known, today))
    columns = (_column(known.stages[stage_id], cards) for stage_id, cards in by_stage.items())
    return sorted(columns, key=lambda column: (column.stage.place, column.stage.id))


def patched(
    columns: Iterable[Column],
    opportunities: Iterable[Opportunity],
    known: Known,
    parties: Collection[int],
    other_chances: Collection[int],
    today: date,
) -> list[Column]:
    """The same board with what is open with some parties told anew; columns in which nothing changed are the same ones.

    opportunities: all that are open with these parties now. known: the stages of the board, all chances, and of the
    rest what concerns these. other_chances: the stages with other chances than before.
    """
    fresh: dict[int, list[Card]] = {}
    for opportunity in opportunities:
        fresh.setdefault(opportunity.stage_id, []).append(card(opportunity, known, today))
    before, made = {column.stage.id: column for column in columns}, []
    for stage in known.stages.values():
        column, new = before.get(stage.id), fresh.get(stage.id, [])
        old = column.cards if column else ()
        kept = [one for one in old if one.opportunity.party_id not in parties]
        if column and not new and len(kept) == len(old) and stage.id not in other_chances:
            made.append(column)
            continue
        if stage.id in other_chances:
            kept = [reweighed(one, known.chances) for one in kept]
        if kept or new or not stage.retired:
            made.append(_column(stage, kept + new))
    return sorted(made, key=lambda column: (column.stage.place, column.stage.id))


def card(opportunity: Opportunity, known: Known, today: date) -> Card:
    """An opportunity with its sign as of today."""
    who, standing = known.who[opportunity.party_id]
    last = last_event(opportunity, known.last_events.get(opportunity.party_id), today)
    if opportunity.closed:
        days = (today - opportunity.closed).days
        return Card(opportunity, who, standing, None, None, days, worth(opportunity, known.sales), Fraction(0), 0, last)
    step = serving(opportunity, known.steps.get(opportunity.party_id, ()))
    chance = chance_of(opportunity, known.chances)
    sign, days = sign_of(opportunity, step, known.stages[opportunity.stage_id].stale_days, last, today)
    value = opportunity.value
    return Card(opportunity, who, standing, step, sign, days, value, chance, weighted(value, chance), last)


def reweighed(card: Card, chances: Mapping[int, Fraction]) -> Card:
    """The same card with other chances by stage; a closed one needs none."""
    if card.sign is None:
        return card
    chance = chance_of(card.opportunity, chances)
    return replace(card, chance=chance, weighted=weighted(card.value, chance))


def sign_of(
    opportunity: Opportunity, step: NextStep | None, stale_days: int, last: date, today: date
) -> tuple[Sign, int]:
    """The sign of an open one and its days (see Card)."""
    until = parked_on(opportunity, today)
    if until:
        return Sign.PARKED, (until - today).days
    silent = (today - last).days
    if step is None:
        return Sign.NO_STEP, silent
    if step.due < today:
        return Sign.OVERDUE, (today - step.due).days
    return (Sign.STALE, silent) if silent > stale_days else (Sign.FINE, (step.due - today).days)


def serving(opportunity: Opportunity, steps: Iterable[NextStep]) -> NextStep | None:
    """The earliest of a party's open steps that is this opportunity's, or the party's as a whole.

    The steps of a checklist, such as the onboarding after another sale, bring no opportunity on.
    """
    its = [
        step
        for step in steps
        if step.done_on is None and not step.checklist and step.opportunity_id in (0, opportunity.id)
    ]
    return min(its, key=lambda step: (step.due, step.id)) if len(its) > 1 else next(iter(its), None)


def last_event(opportunity: Opportunity, party_event: date | None, today: date) -> date:
    """The latest day up to today with anything logged: with the party, or of the opportunity's own history.

    Coming back from being parked is an event of its own: what rests by agreement is not stale on the day it returns.
    """
    days = [opportunity.opened, *(move.on for move in opportunity.moves)]
    if party_event:
        days.append(party_event)
    for parking, later in zip_longest(opportunity.parkings, opportunity.parkings[1:]):
        days += (parking.on, min(parking.until, later.on) if later else parking.until)
    latest = max(days)
    return latest if latest <= today else max((day for day in days if day <= today), default=opportunity.opened)


def chance_of(opportunity: Opportunity, chances: Mapping[int, Fraction]) -> Fraction:
    """The owner's own reckoning for this one, or else that of its stage."""
    if opportunity.probability is not None:
        return Fraction(opportunity.probability, 100)
    return chances[opportunity.stage_id]


def weighted(value: int, chance: Fraction) -> int:
    """value × chance in whole minor units, halves rounded up."""
    return (2 * value * chance.numerator + chance.denominator) // (2 * chance.denominator)


def _column(stage: Stage, cards: list[Card]) -> Column:
    ordered = tuple(sorted(cards, key=urgency))
    return Column(stage, ordered, sum(card.value for card in cards), sum(card.weighted for card in cards))


def urgency(card: Card) -> tuple[int, int, str, int]:
    """The most urgent first, by sign, then by days and name."""
    sign = card.sign or Sign.FINE
    longest_first = sign not in (Sign.FINE, Sign.PARKED)
    return _URGENCY[sign], -card.days if longest_first else card.days, card.who, card.opportunity.id
