"""Whoever was spoken to has been answered: a contact stops the clock of what the party had asked."""

from dataclasses import replace
from datetime import datetime, time

from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryState

_WRITTEN = frozenset((Channel.EMAIL, Channel.MESSAGE))
"""An answer, whether or not they wrote back."""


def respond(book: Book, contact: Contact) -> None:
    """Say that everything the party asked by the day of the contact and that waits still has its first answer."""
    if not _reaches(contact):
        return
    for inquiry in book.inquiries.of_party(contact.party_id):
        if inquiry.state is InquiryState.WAITING and inquiry.on <= contact.on:
            book.inquiries.update(_answered(book, inquiry, contact))


def _reaches(contact: Contact) -> bool:
    """A call in vain answers nobody, nor does a note."""
    if contact.channel is Channel.NOTE:
        return False
    return contact.answered or (contact.channel in _WRITTEN and not contact.incoming)


def _answered(book: Book, inquiry: Inquiry, contact: Contact) -> Inquiry:
    """Now, for what happened today; of another day no more is known than the day."""
    day = datetime.combine(contact.on, time.min).astimezone()
    responded = max(book.now(), inquiry.received) if contact.on == book.today() else day
    return replace(inquiry, state=InquiryState.ANSWERED, responded=responded)
