"""Whoever was spoken to has been answered: a contact stops the clock of what the party had asked.

That of a prospect whom nobody is known to have answered runs on until then, as long as what came of it is open; later
nobody can tell any more what the first answer was.
"""

from dataclasses import replace
from datetime import datetime, time

from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryState

_WRITTEN = frozenset((Channel.EMAIL, Channel.MESSAGE))
"""An answer, whether or not they wrote back."""


def respond(book: Book, contact: Contact) -> None:
    """Say that everything the party asked by the day of the contact and that waits still has its first answer."""
    for inquiry in answered_by(book, contact):
        book.inquiries.update(_answered(book, inquiry, contact))


def answered_by(book: Book, contact: Contact) -> list[Inquiry]:
    """What a contact would be the first answer to."""
    if not _reaches(contact):
        return []
    asked = book.inquiries.of_party(contact.party_id)
    return [inquiry for inquiry in asked if inquiry.on <= contact.on and _waits(book, inquiry)]


def _waits(book: Book, inquiry: Inquiry) -> bool:
    if inquiry.state is InquiryState.PROSPECT and inquiry.responded is None:
        return any(one.closed is None for one in book.pipeline.of_inquiry(inquiry.id))
    return inquiry.state is InquiryState.WAITING


def _reaches(contact: Contact) -> bool:
    """A call in vain answers nobody, nor does a note."""
    if contact.channel is Channel.NOTE:
        return False
    return contact.answered or (contact.channel in _WRITTEN and not contact.incoming)


def _answered(book: Book, inquiry: Inquiry, contact: Contact) -> Inquiry:
    """Now, for what happened today; of another day no more is known than the day."""
    day = datetime.combine(contact.on, time.min).astimezone()
    responded = max(book.now(), inquiry.received) if contact.on == book.today() else day
    state = InquiryState.ANSWERED if inquiry.state is InquiryState.WAITING else inquiry.state
    return replace(inquiry, state=state, responded=responded)
