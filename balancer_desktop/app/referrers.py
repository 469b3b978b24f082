"""Whoever sent somebody is told what became of it, and thanked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from balancer_desktop.app import contacts
from balancer_desktop.app.book import Book
from balancer_desktop.app.standings import past_day
from balancer_desktop.app.wording import gone, name_of
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.errors import BadInput


@dataclass(frozen=True, slots=True)
class ToTell:
    """referrer_id is to hear what became of whom they sent: about (a name), party_id 0 when not in the book.

    became: in a word or two, such as “won”. since: the day it was settled. One of opportunity_id and inquiry_id is set.
    """

    since: date
    referrer_id: int
    referrer: str
    about: str
    became: str
    title: str = ""
    party_id: int = 0
    opportunity_id: int = 0
    inquiry_id: int = 0


def to_tell(book: Book) -> list[ToTell]:
    """What the owner owes to those who sent somebody, the longest due first.

    Each opportunity that was won or lost, and each inquiry that was given up. Where an opportunity names no referrer,
    the one of the inquiry it came of counts, and else the one of the party's record until the party was won, for that
    is what came of it.
    """
    found = [*_opportunities(book), *_inquiries(book)]
    names = book.people.names({id_ for one in found for id_ in (one.referrer_id, one.party_id) if id_})
    named = [replace(one, referrer=names[one.referrer_id], about=names.get(one.party_id, one.about)) for one in found]
    return sorted(named, key=lambda one: (one.since, one.opportunity_id, one.inquiry_id))


def told(book: Book, item: ToTell, on: date | None = None, channel: Channel | None = None, note: str = "") -> None:
    """Note that the referrer heard of it on a day (today), and log a contact with them when a channel is given.

    BadInput for a day to come or before it was settled, or when it is gone.
    """
    day = past_day(book, on)
    if day < item.since:
        raise BadInput(f"It was settled on {item.since}, after {day}.", "Give a later day.")
    with book.change(f"Told {name_of(book, item.referrer_id)} of {item.about}"):
        _mark(book, item, day)
        if channel:
            said = note or f"told of {item.about}: {item.became}"
            contacts.log(book, Contact(day, item.referrer_id, channel, said))


def _opportunities(book: Book) -> Iterator[ToTell]:
    for opportunity, referrer in book.pipeline.to_tell():
        if opportunity.closed and opportunity.outcome:
            yield ToTell(
                opportunity.closed, referrer, "", "", opportunity.outcome.value, opportunity.title,
                opportunity.party_id, opportunity_id=opportunity.id,
            )  # fmt: skip


def _inquiries(book: Book) -> Iterator[ToTell]:
    for inquiry in book.inquiries.to_tell():
        if inquiry.settled_on:
            yield ToTell(
                inquiry.settled_on, inquiry.referred_by, "", inquiry.who, inquiry.state.value, inquiry.asked,
                inquiry.party_id, inquiry_id=inquiry.id,
            )  # fmt: skip


def _mark(book: Book, item: ToTell, day: date) -> None:
    if item.opportunity_id:
        opportunity = book.pipeline.get(item.opportunity_id)
        if opportunity is None:
            raise gone("opportunity")
        book.pipeline.update(replace(opportunity, referrer_told=day))
    else:
        inquiry = book.inquiries.get(item.inquiry_id)
        if inquiry is None:
            raise gone("inquiry")
        book.inquiries.update(replace(inquiry, referrer_told=day))
