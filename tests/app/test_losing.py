"""Losing asks why, closes what was planned for it, and may plan to ask again; the party stays what it is."""

from datetime import date

import pytest

from balancer_desktop.app import contacts, losing, opportunities, people, stages
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)
BEGUN = date(2026, 10, 1)
PRICE, OTHER = 1, 9


@pytest.fixture
def roof(book: Book) -> int:
    hilltop = people.add(book, Party("Hilltop"), on=BEGUN)
    return opportunities.add(book, Opportunity(hilltop, "Roof", BEGUN), step=NextStep(TODAY, 0, "call"))


def test_the_reason_is_kept_and_its_steps_are_closed(book: Book, roof: int) -> None:
    contacts.plan(book, NextStep(TODAY, 1, "birthday"))
    losing.lose(book, roof, PRICE, " 200 too dear ", date(2026, 11, 19), ask_again=date(2027, 5, 1))
    lost = book.pipeline.get(roof)
    assert lost
    assert (lost.closed, lost.outcome) == (date(2026, 11, 19), Outcome.LOST)
    assert (lost.reason_id, lost.note, lost.stage_id) == (PRICE, "200 too dear", 1)
    told = [
        (step.what, step.due, step.done_on, step.outcome, step.opportunity_id) for step in book.contacts.steps_of(1)
    ]
    assert told == [
        ("call", TODAY, date(2026, 11, 19), "Lost (Price)", roof),
        ("birthday", TODAY, None, "", 0),
        ("ask again: Roof", date(2027, 5, 1), None, "", 0),
    ]
    assert book.people.standing(1) is Standing.PROSPECT
    assert book.undo() == "Lost: “Roof” · Hilltop"
    assert book.pipeline.open()[0].id == roof


def test_other_needs_words(book: Book, roof: int) -> None:
    with pytest.raises(BadInput, match=r"“Other” says nothing by itself\. Add a few words"):
        losing.lose(book, roof, OTHER, " ")
    losing.lose(book, roof, OTHER, "they moved")
    assert [one.note for one in book.pipeline.all()] == ["they moved"]


@pytest.mark.parametrize(
    ("reason", "said", "words"),
    [
        (0, {}, "Why it was lost is missing"),
        (77, {}, "That reason is not in the book"),
        (2, {}, "The reason “No answer” is retired"),
        (PRICE, {"on": date(2026, 11, 21)}, "lies in the future"),
        (PRICE, {"on": date(2026, 9, 1)}, "was opened on 2026-10-01"),
        (PRICE, {"ask_again": date(2026, 11, 19)}, "2026-11-19 is past"),
    ],
)
def test_what_cannot_be_loses_nothing(book: Book, roof: int, reason: int, said: dict[str, object], words: str) -> None:
    stages.retire_loss_reason(book, 2)
    with pytest.raises(BadInput, match=words) as refused:
        losing.lose(book, roof, reason, **said)
    assert refused.value.remedy
    assert len(book.pipeline.open()) == 1


def test_what_was_lost_is_not_lost_again(book: Book, roof: int) -> None:
    losing.lose(book, roof, PRICE)
    with pytest.raises(BadInput, match="was lost on 2026-11-20"):
        losing.lose(book, roof, PRICE)
