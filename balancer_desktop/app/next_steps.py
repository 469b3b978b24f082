"""Correcting a next step as a whole."""

from dataclasses import replace

from balancer_desktop.app.book import Book
from balancer_desktop.app.contacts import check_served
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.text import storable


def edit(book: Book, step: NextStep) -> None:
    """Replace a step by this one; BadInput when nothing is said to be done."""
    check_served(book, step)
    step = replace(step, what=storable(" ".join(step.what.split())))
    if not step.what:
        raise BadInput("What to do is missing.", "Write a word or two, such as “call”.")
    if book.contacts.step(step.id) != step:
        name = book.people.names([step.party_id])[step.party_id]
        with book.change(f"Edit “{step.what}” · {name}"):
            book.contacts.update_step(step)
