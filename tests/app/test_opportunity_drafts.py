"""An opportunity written down in one go is one step of the owner's work, all of it or nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from balancer_desktop.app import contacts, opportunities, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.opportunity_drafts import Draft, origins, save, step_of
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, parked_on
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def hilltop(book: Book) -> int:
    return people.add(book, Party("Hilltop"), Standing.PROSPECT, TODAY - timedelta(days=60))


def test_somebody_new_comes_with_the_opportunity_and_goes_with_it(book: Book) -> None:
    made = save(book, Draft(Opportunity(0, "roof", TODAY), new_party=" Zoe Novak "))
    one = opportunities.get(book, made)
    assert book.people.names([one.party_id]) == {one.party_id: "Zoe Novak"}
    assert book.people.standing(one.party_id) is Standing.PROSPECT
    assert book.undo_label == "Add “roof” · Zoe Novak"
    book.undo()
    assert book.people.names() == {}


def test_what_cannot_be_added_leaves_nobody_behind(book: Book) -> None:
    with pytest.raises(BadInput):
        save(book, Draft(Opportunity(0, " ", TODAY), new_party="Zoe"))
    assert book.people.names() == {}


def test_everything_is_written_and_corrected_in_one_step(book: Book, hilltop: int) -> None:
    stages = [stage.id for stage in book.stages.stages()]
    made = save(book, Draft(Opportunity(hilltop, "roof", TODAY), "", stages[1], "call", TODAY, LATER))
    one = opportunities.get(book, made)
    assert (one.stage_id, parked_on(one, TODAY)) == (stages[1], LATER)
    step = step_of(book, one)
    assert step is not None
    assert (step.what, step.due, step.opportunity_id) == ("call", TODAY, made)
    save(book, Draft(replace(one, title="new roof", value=240000), "", stages[3], "visit", LATER))
    after = opportunities.get(book, made)
    assert (after.title, after.value, after.stage_id, parked_on(after, TODAY)) == ("new roof", 240000, stages[3], None)
    moved = step_of(book, after)
    assert moved is not None
    assert (moved.id, moved.what, moved.due) == (step.id, "visit", LATER)
    book.undo()
    before = opportunities.get(book, made)
    assert (before.title, before.stage_id, parked_on(before, TODAY)) == ("roof", stages[1], LATER)


def test_a_step_of_the_party_as_a_whole_is_not_taken_away(book: Book, hilltop: int) -> None:
    made = save(book, Draft(Opportunity(hilltop, "roof", TODAY)))
    contacts.plan(book, NextStep(TODAY, hilltop, "call"))
    save(book, Draft(replace(opportunities.get(book, made), title="shed")))
    step = step_of(book, opportunities.get(book, made))
    assert step is not None
    assert step.what == "call"


@pytest.mark.parametrize(
    ("what", "due", "parked", "told"),
    [
        ("call", None, None, "When is missing of the next action."),
        ("", TODAY, None, "What is missing of the next action."),
        ("", None, TODAY, "is not to come"),
    ],
)
def test_half_of_it_is_refused(
    book: Book, hilltop: int, what: str, due: date | None, parked: date | None, told: str
) -> None:
    with pytest.raises(BadInput, match=told):
        save(book, Draft(Opportunity(hilltop, "roof", TODAY), what=what, due=due, parked_until=parked))
    assert book.pipeline.all() == []


def test_origins_are_the_words_used_so_far(book: Book, hilltop: int) -> None:
    for origin in ("website", "Flyer", "", "website"):
        save(book, Draft(Opportunity(hilltop, "roof", TODAY, origin=origin)))
    assert origins(book) == ["Flyer", "website"]
