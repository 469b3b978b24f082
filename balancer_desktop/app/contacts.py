"""What the owner does about people: log what was said, plan what comes next, and finish it."""

from dataclasses import replace
from datetime import date

from balancer_desktop.app.book import Book
from balancer_desktop.app.responding import respond
from balancer_desktop.app.wording import gone, name_of
from balancer_desktop.app.work import not_future
from balancer_desktop.domain.entries import Contact, NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.text import storable


def log(book: Book, contact: Contact) -> int:
    """The new contact's id; BadInput for a future date. It answers what the party had asked and waits for."""
    not_future(book, contact.on)
    contact = replace(contact, note=storable(contact.note.strip()))
    with book.change(f"Log {contact.channel.value} · {name_of(book, contact.party_id)}"):
        respond(book, contact)
        return book.contacts.add(contact)


def edit(book: Book, contact: Contact) -> None:
    not_future(book, contact.on)
    contact = replace(contact, note=storable(contact.note.strip()))
    before = book.contacts.get(contact.id)
    if before is None:
        raise gone("contact")
    if before != contact:
        with book.change(f"Edit {contact.channel.value} · {name_of(book, contact.party_id)}"):
            book.contacts.update(contact)


def remove(book: Book, contact_id: int) -> None:
    contact = book.contacts.get(contact_id)
    if contact:
        with book.change(f"Remove {contact.channel.value} · {name_of(book, contact.party_id)}"):
            book.contacts.remove(contact_id)


def plan(book: Book, step: NextStep) -> int:
    """The new next step's id; BadInput when nothing is said to be done, or it serves another party's opportunity."""
    check_served(book, step)
    what = storable(" ".join(step.what.split()))
    if not what:
        raise BadInput("What to do is missing.", "Write a word or two, such as “call”.")
    with book.change(f"Plan “{what}” · {name_of(book, step.party_id)}"):
        return book.contacts.add_step(replace(step, what=what))


def check_served(book: Book, step: NextStep) -> None:
    """BadInput when the opportunity a step is for is not in the book, or another party's."""
    if step.opportunity_id:
        opportunity = book.pipeline.get(step.opportunity_id)
        if opportunity is None:
            raise gone("opportunity")
        if opportunity.party_id != step.party_id:
            raise BadInput(f"“{opportunity.title}” is another one's.", "Plan the step for whose it is.")


def finish(book: Book, step_id: int) -> None:
    """Mark a step as done today."""
    step = book.contacts.step(step_id)
    if step and step.done_on is None:
        with book.change(f"Done: “{step.what}” · {name_of(book, step.party_id)}"):
            book.contacts.update_step(replace(step, done_on=book.today()))


def unfinish(book: Book, step_id: int) -> None:
    """Have a step open again that was marked as done too early; one that somebody's leaving closed stays closed.

    What served an opportunity that was won or lost since serves its party: nothing is left to do about the other.
    """
    step = book.contacts.step(step_id)
    if step and step.done_on and not step.closed_by:
        with book.change(f"Not done yet: “{step.what}” · {name_of(book, step.party_id)}"):
            served = still_open(book, step.opportunity_id)
            book.contacts.update_step(replace(step, done_on=None, outcome="", opportunity_id=served))


def still_open(book: Book, opportunity_id: int) -> int:
    """The opportunity that a step is to serve from now on: 0, the party itself, when it was won or lost since."""
    opportunity = book.pipeline.get(opportunity_id) if opportunity_id else None
    return opportunity.id if opportunity and opportunity.closed is None else 0


def postpone(book: Book, step_id: int, due: date) -> None:
    step = book.contacts.step(step_id)
    if step and step.due != due:
        with book.change(f"Postpone “{step.what}” · {name_of(book, step.party_id)}"):
            book.contacts.update_step(replace(step, due=due))


def remove_step(book: Book, step_id: int) -> None:
    step = book.contacts.step(step_id)
    if step:
        with book.change(f"Remove “{step.what}” · {name_of(book, step.party_id)}"):
            book.contacts.remove_step(step_id)
