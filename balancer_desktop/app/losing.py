"""Losing: an opportunity is closed with a reason, and may be asked about again."""

from dataclasses import replace
from datetime import date

from balancer_desktop.app import contacts
from balancer_desktop.app.book import Book
from balancer_desktop.app.opportunities import get
from balancer_desktop.app.wording import name_of
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.pipeline.checked import check_day, checked_opportunity
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.pipeline.opportunity import Outcome


def lose(
    book: Book,
    opportunity_id: int,
    reason_id: int,
    note: str = "",
    on: date | None = None,
    ask_again: date | None = None,
) -> None:
    """Close an opportunity as lost on a day (today), and its open steps with it. The party stays what it is.

    ask_again: plans to come back to the party on that day. BadInput when it is closed, for a day to come or before its
    latest move, no reason, one that needs words and has none, or a day to ask again that is past.
    """
    opportunity, day = get(book, opportunity_id), on or book.today()
    check_day(opportunity, day, book.today())
    reason = _reason(book, reason_id)
    if reason.other and not note.strip():
        raise BadInput(f"“{reason.label}” says nothing by itself.", "Add a few words on why it was lost.")
    if ask_again and ask_again < book.today():
        raise BadInput(f"{ask_again} is past.", "Give a day to come on which to ask again.")
    lost = replace(opportunity, closed=day, outcome=Outcome.LOST, reason_id=reason_id, note=note)
    with book.change(f"Lost: “{opportunity.title}” · {name_of(book, opportunity.party_id)}"):
        book.pipeline.update(checked_opportunity(lost, book.today()))
        for step in book.contacts.steps_for(opportunity_id):
            if step.done_on is None:
                book.contacts.update_step(replace(step, done_on=day, outcome=f"Lost ({reason.label})"))
        if ask_again:
            contacts.plan(book, NextStep(ask_again, opportunity.party_id, f"ask again: {opportunity.title}"))


def _reason(book: Book, reason_id: int) -> LossReason:
    if not reason_id:
        raise BadInput("Why it was lost is missing.", "Choose a reason.")
    reason = next((reason for reason in book.stages.loss_reasons() if reason.id == reason_id), None)
    if reason is None:
        raise BadInput("That reason is not in the book.", "Choose one of the list.")
    if reason.retired:
        raise BadInput(f"The reason “{reason.label}” is retired.", "Choose another one, or bring it back first.")
    return reason
