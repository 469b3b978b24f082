"""What the owner does with inquiries: receive, promise, answer, make a prospect of them, or give them up.

The first response by anybody stops the clock. What was settled on an earlier day stays so, for the figures of that day
count it: whoever turns to the business again has made a new inquiry.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from balancer_desktop.app import people
from balancer_desktop.app.book import Book
from balancer_desktop.app.opportunities import add as add_opportunity
from balancer_desktop.app.wording import gone, name_of
from balancer_desktop.domain.entries import Channel, Contact, NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.checked import checked_inquiry
from balancer_desktop.domain.inquiries.inquiry import SETTLED, Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.text import storable

TITLE = 60
"""Characters of what was asked that become the title of an opportunity."""
TOLERANCE = timedelta(minutes=5)
"""Clocks differ: what was received so much later than now is taken as it is."""


def receive(book: Book, inquiry: Inquiry) -> int:
    """The new inquiry's id; BadInput for nobody, a day or a time to come, or parts that contradict."""
    inquiry = _checked(book, inquiry)
    _not_to_come(book, inquiry)
    with book.change(f"Inquiry of {_who(book, inquiry)}"):
        return book.inquiries.add(inquiry)


def edit(book: Book, inquiry: Inquiry) -> None:
    """Replace an inquiry by this one; BadInput as for receive, or where its opportunity is another party's."""
    inquiry = _checked(book, inquiry)
    before = _inquiry(book, inquiry.id)
    if inquiry.received != before.received:
        _not_to_come(book, inquiry)
    _check_opportunities(book, before, inquiry)
    if before != inquiry:
        with book.change(f"Edit the inquiry of {_who(book, inquiry)}"):
            book.inquiries.update(inquiry)


def remove(book: Book, inquiry_id: int) -> None:
    """Take out an inquiry that was noted by mistake; an opportunity that came of it stays."""
    inquiry = book.inquiries.get(inquiry_id)
    if inquiry is None:
        return
    with book.change(f"Remove the inquiry of {_who(book, inquiry)}"):
        for opportunity in book.pipeline.of_inquiry(inquiry_id):
            book.pipeline.update(replace(opportunity, inquiry_id=0))
        book.inquiries.remove(inquiry_id)


def promise(
    book: Book,
    inquiry_id: int,
    what: str,
    by: date | None = None,
    answered_by: str = "",
    also: Iterable[int] = (),
) -> None:
    """Note what was promised, and until when: the first response now, unless there was one.

    also: other inquiries of the same person, which are answered with it.

    BadInput for no words, a day before the inquiry, or an inquiry that is settled.
    """
    inquiry = _unsettled(book, inquiry_id)
    promised = replace(_answered(book, inquiry, answered_by), state=InquiryState.PROMISED, promised=what)
    promised = checked_inquiry(replace(promised, promised_by=by), book.today())
    if promised != inquiry:
        with book.change(f"Promise {_who(book, inquiry)} “{_short(promised.promised)}”"):
            book.inquiries.update(promised)
            for other in also:
                hear(book, other)


def answer(book: Book, inquiry_id: int, note: str = "", answered_by: str = "") -> None:
    """Say that they have their answer, and log it as a contact with the party when it is known.

    BadInput for an inquiry that is settled.
    """
    inquiry = _unsettled(book, inquiry_id)
    if inquiry.state is InquiryState.ANSWERED and not note.strip():
        return
    by = " ".join(answered_by.split())
    answered = checked_inquiry(replace(_answered(book, inquiry, by), state=InquiryState.ANSWERED), book.today())
    with book.change(f"Answer {_who(book, inquiry)}"):
        book.inquiries.update(answered)
        if inquiry.party_id:
            said = " · ".join(part for part in (note.strip(), f"by {by}" if by else "") if part)
            channel = _CONTACT[inquiry.channel]
            book.contacts.add(Contact(book.today(), inquiry.party_id, channel, storable(said)))


def hear(book: Book, inquiry_id: int) -> None:
    """Say that they have their answer already, in what was said about another inquiry of theirs."""
    inquiry = _unsettled(book, inquiry_id)
    with book.change(f"Answer {_who(book, inquiry)}"):
        book.inquiries.update(replace(_answered(book, inquiry, ""), state=InquiryState.ANSWERED))


def make_prospect(
    book: Book,
    inquiry_id: int,
    title: str = "",
    value: int = 0,
    step_what: str = "",
    step_due: date | None = None,
    *,
    answered: bool = False,
    also: Iterable[int] = (),
) -> int:
    """Make an opportunity of an inquiry, and a party of whoever asked when there is none; the opportunity's id.

    It begins in the first stage, with how the inquiry came, its referrer, and the next step (due today when no day is
    given). A customer's inquiry becomes an opportunity to grow. answered: they were spoken to, which is logged and is
    the first response unless there was one; otherwise that is the next contact with them. also: other inquiries of the
    same person, which are settled with it; one that somebody else referred stays, for that one is to be told as well.
    BadInput for an inquiry that is settled already.
    """
    inquiry = _unsettled(book, inquiry_id)
    others = [_unsettled(book, other) for other in also]
    referrer = next((one.referred_by for one in (inquiry, *others) if one.referred_by), 0)
    with book.change(f"Make a prospect of {_who(book, inquiry)}"):
        party_id = inquiry.party_id or _add_party(book, inquiry)
        spoken = _answered(book, inquiry, "") if answered else inquiry
        settled = replace(spoken, party_id=party_id, state=InquiryState.PROSPECT, settled_on=book.today())
        book.inquiries.update(settled)
        for again in (other for other in others if other.referred_by in {0, referrer}):
            spoken = _answered(book, again, "") if answered else again
            became = replace(spoken, party_id=party_id, state=InquiryState.PROSPECT, settled_on=book.today())
            book.inquiries.update(became)
        if answered:
            book.contacts.add(Contact(book.today(), party_id, _CONTACT[inquiry.channel]))
        opportunity = Opportunity(
            party_id,
            title or title_of(book, settled),
            book.today(),
            value,
            origin="referral" if referrer else inquiry.channel.value,
            referred_by=referrer,
            inquiry_id=inquiry_id,
        )
        step = NextStep(step_due or book.today(), party_id, step_what) if step_what.strip() else None
        return add_opportunity(book, opportunity, step=step)


def not_for_us(book: Book, inquiry_id: int, note: str = "") -> None:
    """Decline: not what the business does. note: added to what was asked. BadInput when it is settled already."""
    inquiry = _unsettled(book, inquiry_id)
    asked = "\n".join(part for part in (inquiry.asked, note.strip()) if part)
    declined = _settled(book, replace(inquiry, state=InquiryState.NOT_FOR_US, asked=asked))
    with book.change(f"Not for us: {_who(book, inquiry)}"):
        book.inquiries.update(declined)


def lose_to_silence(book: Book, inquiry_id: int) -> None:
    """Give it up: nobody answered in time, or they did not. BadInput when it is settled already."""
    inquiry = _unsettled(book, inquiry_id)
    lost = _settled(book, replace(inquiry, state=InquiryState.SILENCE))
    with book.change(f"Lost to silence: {_who(book, inquiry)}"):
        book.inquiries.update(lost)


def match(book: Book, inquiry_id: int, party_id: int) -> None:
    """Say that it came from this party; the name and number that were noted stay with it.

    BadInput where an opportunity came of it for another party.
    """
    inquiry = _inquiry(book, inquiry_id)
    matched = _checked(book, replace(inquiry, party_id=party_id))
    _check_opportunities(book, inquiry, matched)
    if matched.party_id != inquiry.party_id:
        with book.change(f"The inquiry of {_who(book, inquiry)} is from {name_of(book, party_id)}"):
            book.inquiries.update(matched)


def title_of(book: Book, inquiry: Inquiry) -> str:
    """What an opportunity is called that comes of it."""
    first = next(iter(inquiry.asked.splitlines()), "")
    return _short(first) if first else f"Inquiry of {_who(book, inquiry)}"


_CONTACT = {
    InquiryChannel.CALL: Channel.CALL,
    InquiryChannel.MISSED_CALL: Channel.CALL,
    InquiryChannel.EMAIL: Channel.EMAIL,
    InquiryChannel.MESSAGE: Channel.MESSAGE,
    InquiryChannel.WEBSITE: Channel.EMAIL,
    InquiryChannel.VISIT: Channel.VISIT,
    InquiryChannel.OTHER: Channel.NOTE,
}
"""By what it is answered, as far as nobody says otherwise."""


def _checked(book: Book, inquiry: Inquiry) -> Inquiry:
    for party_id in (inquiry.party_id, inquiry.referred_by):
        if party_id:
            name_of(book, party_id)
    return checked_inquiry(inquiry, book.today())


def _not_to_come(book: Book, inquiry: Inquiry) -> None:
    if inquiry.received > book.now() + TOLERANCE:
        raise BadInput(f"{inquiry.received:%H:%M} is still to come today.", "Give when it was received.")


def _inquiry(book: Book, inquiry_id: int) -> Inquiry:
    inquiry = book.inquiries.get(inquiry_id)
    if inquiry is None:
        raise gone("inquiry")
    return inquiry


def _unsettled(book: Book, inquiry_id: int) -> Inquiry:
    inquiry = _inquiry(book, inquiry_id)
    if inquiry.state in SETTLED:
        said = f"This inquiry {_BECAME[inquiry.state]} on {inquiry.settled_on}."
        raise BadInput(said, "Undo that if it was today, or note what came since as a new inquiry.")
    return inquiry


_BECAME = {
    InquiryState.PROSPECT: "became a prospect",
    InquiryState.NOT_FOR_US: "was declined",
    InquiryState.SILENCE: "was given up",
}


def _answered(book: Book, inquiry: Inquiry, answered_by: str) -> Inquiry:
    """With its first response: now, or when it was received, should that be said to be later today."""
    responded = inquiry.responded or max(book.now(), inquiry.received)
    return replace(inquiry, responded=responded, answered_by=answered_by or inquiry.answered_by)


def _settled(book: Book, inquiry: Inquiry) -> Inquiry:
    return checked_inquiry(replace(inquiry, settled_on=book.today()), book.today())


def _add_party(book: Book, inquiry: Inquiry) -> int:
    points = ((ContactKind.PHONE, inquiry.phone), (ContactKind.EMAIL, inquiry.email))
    contacts = tuple(ContactPoint(kind, value) for kind, value in points if value)
    return people.add(book, Party(inquiry.who, contacts=contacts, referred_by=inquiry.referred_by))


def _check_opportunities(book: Book, before: Inquiry, after: Inquiry) -> None:
    """An opportunity and the inquiry it came of are one party's, and that inquiry waits no more."""
    found = book.pipeline.of_inquiry(before.id)
    if found and (after.state not in SETTLED or before.party_id != after.party_id):
        raise BadInput(f"“{found[0].title}” came of this inquiry.", "Remove that opportunity first.")


def _short(text: str) -> str:
    return text if len(text) <= TITLE else f"{text[: TITLE - 1].rstrip()}…"


def _who(book: Book, inquiry: Inquiry) -> str:
    return name_of(book, inquiry.party_id) if inquiry.party_id else inquiry.who
