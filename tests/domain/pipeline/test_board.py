"""The signs on the board and the worth of its columns, against cases reckoned by hand."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.pipeline.board import Card, Known, Sign, board, card, last_event, weighted
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)
PROPOSAL, TRIAL, OLD = (
    Stage("Proposal", 40, 7, 1, id=1),
    Stage("Trial", 75, 14, 0, id=2),
    Stage("Old", 5, 9, 2, True, 3),
)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def opportunity(
    *, opened: int = 3, id_: int = 1, stage: int = 1, parkings: tuple[Parking, ...] = (), **rest: object
) -> Opportunity:
    moves = (StageMove(ago(opened), stage),)
    return Opportunity(7, "Roof", ago(opened), moves=moves, parkings=parkings, id=id_, **rest)


def known(steps: tuple[NextStep, ...] = (), event: date | None = None) -> Known:
    stages = {stage.id: stage for stage in (PROPOSAL, TRIAL, OLD)}
    chances = {stage.id: Fraction(stage.probability, 100) for stage in stages.values()}
    return Known(
        {7: ("Hilltop", Standing.PROSPECT)}, {7: event} if event else {}, {7: steps}, stages, chances, {5: 430}
    )


def step(due: int, opportunity_id: int = 0, id_: int = 1) -> NextStep:
    return NextStep(TODAY + timedelta(days=due), 7, "Call", id=id_, opportunity_id=opportunity_id)


def shown(it: Opportunity, steps: tuple[NextStep, ...] = (), event: date | None = None) -> Card:
    return card(it, known(steps, event), TODAY)


@pytest.mark.parametrize(
    ("it", "steps", "event", "sign", "days"),
    [
        (opportunity(), (), None, Sign.NO_STEP, 3),
        (opportunity(opened=30), (), ago(2), Sign.NO_STEP, 2),
        (opportunity(), (step(0),), None, Sign.FINE, 0),
        (opportunity(), (step(5), step(2, id_=2)), None, Sign.FINE, 2),
        (opportunity(), (step(-1),), None, Sign.OVERDUE, 1),
        (opportunity(opened=30), (step(-4),), None, Sign.OVERDUE, 4),
        (opportunity(opened=7), (step(1),), None, Sign.FINE, 1),
        (opportunity(opened=8), (step(1),), None, Sign.STALE, 8),
        (opportunity(opened=30), (step(1),), ago(7), Sign.FINE, 1),
        (opportunity(opened=14, stage=2), (step(1),), None, Sign.FINE, 1),
        (opportunity(opened=15, stage=2), (step(1),), None, Sign.STALE, 15),
        (opportunity(), (step(1, opportunity_id=2),), None, Sign.NO_STEP, 3),
        (opportunity(), (replace(step(-2), checklist="Onboarding"), step(1, id_=2)), None, Sign.FINE, 1),
        (opportunity(opened=30, parkings=(Parking(ago(9), TODAY + timedelta(5)),)), (step(-3),), None, Sign.PARKED, 5),
        (opportunity(opened=30, parkings=(Parking(ago(29), TODAY),)), (step(1),), None, Sign.FINE, 1),
        (opportunity(opened=30, parkings=(Parking(ago(29), ago(8)),)), (step(1),), None, Sign.STALE, 8),
        (opportunity(opened=30, parkings=(Parking(ago(29), TODAY + timedelta(9)), Parking(ago(10), ago(10)))),
         (step(1),), None, Sign.STALE, 10),
    ],
)  # fmt: skip
def test_the_first_sign_that_holds_is_told(
    it: Opportunity, steps: tuple[NextStep, ...], event: date | None, sign: Sign, days: int
) -> None:
    told = shown(it, steps, event)
    assert (told.sign, told.days) == (sign, days)


def test_a_parking_that_was_ended_early_is_no_event_on_the_day_it_would_have_ended() -> None:
    it = opportunity(opened=30, parkings=(Parking(ago(20), ago(5)), Parking(ago(15), ago(15))))
    assert last_event(it, None, TODAY) == ago(15)


def test_what_is_dated_later_has_not_happened_yet() -> None:
    it = opportunity(opened=30, parkings=(Parking(ago(9), ago(2)),))
    assert [last_event(it, None, ago(day)) for day in (10, 9, 3, 2, 0)] == [ago(30), ago(9), ago(9), ago(2), ago(2)]


def test_a_column_adds_up_its_cards_and_each_is_rounded_once() -> None:
    several = [opportunity(id_=id_, value=value) for id_, value in ((1, 101), (2, 104), (3, 0))]
    own = opportunity(id_=4, value=1000, probability=5)
    retired = opportunity(id_=5, value=300, stage=3)
    trial, proposal, old = board([*several, own, retired], known(), TODAY)
    assert [column.stage.name for column in (trial, proposal, old)] == ["Trial", "Proposal", "Old"]
    assert (trial.count, trial.value, trial.weighted) == (0, 0, 0)
    # 40 % of 101 is 40.4, of 104 it is 41.6; 5 % of 1000 is 50.
    assert sorted(card.weighted for card in proposal.cards) == [0, 40, 42, 50]
    assert (proposal.count, proposal.unvalued, proposal.value, proposal.weighted) == (4, 1, 1205, 132)
    assert (old.count, old.value, old.weighted) == (1, 300, 15)
    assert [column.stage.name for column in board(several, known(), TODAY)] == ["Trial", "Proposal"]


def test_halves_are_rounded_up() -> None:
    assert [weighted(value, Fraction(1, 2)) for value in (0, 1, 2, 3)] == [0, 1, 1, 2]
    assert weighted(10**15, Fraction(2, 3)) == 666_666_666_666_667


def test_the_most_urgent_stand_first() -> None:
    parked = opportunity(id_=1, parkings=(Parking(ago(1), TODAY + timedelta(9)),))
    steps = (step(-1, 2, 1), step(-9, 3, 2), step(4, 4, 3), step(2, 5, 4), step(3, 6, 5))
    others = [opportunity(id_=id_) for id_ in (2, 3, 4, 5, 7)]
    stale = opportunity(id_=6, opened=40)
    column = board([parked, *others, stale], known(steps), TODAY)[1]
    assert [card.opportunity.id for card in column.cards] == [3, 2, 7, 6, 5, 4, 1]


def test_a_closed_one_has_no_sign_and_the_value_that_was_agreed_or_sold() -> None:
    won = opportunity(opened=9, value=500, closed=ago(4), outcome=Outcome.WON, agreed=450)
    told = shown(won, (step(-3),))
    assert (told.sign, told.days, told.value, told.weighted, told.next_step) == (None, 4, 450, 0, None)
    sold = opportunity(opened=9, value=500, closed=ago(4), outcome=Outcome.WON, sale_id=5)
    assert shown(sold).value == 430
