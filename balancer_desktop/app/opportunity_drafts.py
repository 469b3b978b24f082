"""An opportunity as it is written down in one go: perhaps for somebody new, in a stage, with what comes next."""

from dataclasses import dataclass, replace
from datetime import date

from balancer_desktop.app import contacts, next_steps, opportunities, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.wording import name_of
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.board import serving
from balancer_desktop.domain.pipeline.opportunity import Opportunity, parked_on
from balancer_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Draft:
    """new_party: the name of a prospect to be added, for whom it is then. what, due: the next action, empty for none.

    stage_id: where it stands, 0 for the first stage. parked_until: None for not at all.
    """

    opportunity: Opportunity
    new_party: str = ""
    stage_id: int = 0
    what: str = ""
    due: date | None = None
    parked_until: date | None = None


def save(book: Book, draft: Draft) -> int:
    """Add it, or correct the one that has its id, as one step; its id. BadInput as the verbs it is made of have it."""
    _check(book, draft)
    title = " ".join(draft.opportunity.title.split())
    who = draft.new_party.strip() or name_of(book, draft.opportunity.party_id)
    verb = "Edit" if draft.opportunity.id else "Add"
    with book.change(f"{verb} “{title}” · {who}"):
        one = draft.opportunity
        if draft.new_party.strip():
            party = Party(draft.new_party.strip(), referred_by=one.referred_by)
            one = replace(one, party_id=people.add(book, party, Standing.PROSPECT))
        if one.id:
            opportunities.edit(book, one)
            _move(book, one.id, draft.stage_id)
        else:
            one = replace(one, id=opportunities.add(book, one, draft.stage_id))
        _plan(book, one, draft)
        _park(book, one.id, draft.parked_until)
    return one.id


def step_of(book: Book, opportunity: Opportunity) -> NextStep | None:
    """The next action that serves it, None when nothing is planned."""
    return serving(opportunity, book.contacts.steps_of(opportunity.party_id))


def origins(book: Book) -> list[str]:
    """Where opportunities have come from so far, as the owner wrote it."""
    return sorted({one.origin for one in book.pipeline.all() if one.origin}, key=str.casefold)


def _check(book: Book, draft: Draft) -> None:
    if bool(draft.what.strip()) != (draft.due is not None):
        missing = "When" if draft.what.strip() else "What"
        raise BadInput(f"{missing} is missing of the next action.", "Give both, or neither.")
    if draft.parked_until and draft.parked_until <= book.today():
        raise BadInput(f"{draft.parked_until} is not to come.", "Give a later day until which it waits.")


def _move(book: Book, opportunity_id: int, stage_id: int) -> None:
    one = opportunities.get(book, opportunity_id)
    if stage_id and one.outcome is None and one.stage_id != stage_id:
        opportunities.move(book, opportunity_id, stage_id)


def _plan(book: Book, opportunity: Opportunity, draft: Draft) -> None:
    """The step that is planned already becomes this one; without words it goes."""
    before = step_of(book, opportunity)
    if draft.due is None:
        if before and before.opportunity_id == opportunity.id:
            contacts.remove_step(book, before.id)
    elif before is None:
        contacts.plan(book, NextStep(draft.due, opportunity.party_id, draft.what, opportunity_id=opportunity.id))
    else:
        next_steps.edit(book, replace(before, due=draft.due, what=draft.what))


def _park(book: Book, opportunity_id: int, until: date | None) -> None:
    one = opportunities.get(book, opportunity_id)
    if one.outcome is None and until:
        opportunities.park(book, [opportunity_id], until)
    elif one.outcome is None and parked_on(one, book.today()):
        opportunities.resume(book, opportunity_id)
