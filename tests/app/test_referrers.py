"""Whoever sent somebody is listed until told: of what was won, lost or given up, and of nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from balancer_desktop.app import inquiries, losing, money, opportunities, people, referrers, winning
from balancer_desktop.app.book import Book
from balancer_desktop.app.referrers import ToTell
from balancer_desktop.domain.entries import Channel, Contact, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)
BEGUN = date(2026, 10, 1)
ZOE, HILLTOP = 1, 2


@pytest.fixture(autouse=True)
def _people(book: Book) -> None:
    people.add(book, Party("Zoë"), Standing.CURRENT, date(2025, 1, 1))
    people.add(book, Party("Hilltop", referred_by=ZOE), on=BEGUN)


def opened(book: Book, title: str, referrer: int = 0, on: date = BEGUN) -> int:
    return opportunities.add(book, Opportunity(HILLTOP, title, on, referred_by=referrer))


def listed(book: Book) -> list[tuple[str, str, str, str]]:
    return [(one.referrer, one.about, one.title, one.became) for one in referrers.to_tell(book)]


def test_the_referrer_of_what_was_won_is_told_and_thanked(book: Book) -> None:
    roof = opened(book, "Roof", ZOE)
    assert listed(book) == []
    winning.win(book, roof)
    item = ToTell(TODAY, ZOE, "Zoë", "Hilltop", "won", "Roof", HILLTOP, opportunity_id=roof)
    assert referrers.to_tell(book) == [item]
    referrers.told(book, item, channel=Channel.CALL)
    assert referrers.to_tell(book) == []
    assert book.contacts.of_party(ZOE) == [Contact(TODAY, ZOE, Channel.CALL, "told of Hilltop: won", 1)]
    assert book.undo() == "Told Zoë of Hilltop"
    assert (referrers.to_tell(book), book.contacts.all()) == ([item], [])
    referrers.told(book, item)
    assert book.contacts.all() == []


def test_the_partys_own_referrer_counts_until_the_party_was_won(book: Book) -> None:
    losing.lose(book, opened(book, "Fence"), 1, on=date(2026, 10, 5))
    winning.win(book, opened(book, "Roof"), on=date(2026, 10, 9))
    losing.lose(book, opened(book, "Shed", on=date(2026, 10, 20)), 1)
    assert listed(book) == [("Zoë", "Hilltop", "Fence", "lost"), ("Zoë", "Hilltop", "Roof", "won")]


def test_a_referrer_noted_with_the_inquiry_after_it_became_a_prospect_is_told(book: Book) -> None:
    asked = inquiries.receive(book, Inquiry(datetime(2026, 11, 20, 8, tzinfo=UTC), InquiryChannel.CALL, name="Una"))
    roof = inquiries.make_prospect(book, asked, "Roof")
    inquiry = book.inquiries.get(asked)
    assert inquiry
    inquiries.edit(book, replace(inquiry, referred_by=ZOE))
    losing.lose(book, roof, 1)
    assert listed(book) == [("Zoë", "Una", "Roof", "lost")]


def test_who_was_a_customer_before_is_no_referral_any_more(book: Book) -> None:
    money.record_sale(book, Sale(date(2026, 10, 2), HILLTOP, 100))
    winning.win(book, opened(book, "Shed", on=date(2026, 10, 20)))
    other = people.add(book, Party("Other", referred_by=ZOE, customer_since=date(2024, 1, 1)), on=BEGUN)
    losing.lose(book, opportunities.add(book, Opportunity(other, "Barn", BEGUN)), 1)
    assert listed(book) == []
    winning.win(book, opened(book, "Gutter", ZOE))
    assert listed(book) == [("Zoë", "Hilltop", "Gutter", "won")], "unless the opportunity itself names one"


def test_inquiries_given_up_are_told_of_too(book: Book) -> None:
    call = Inquiry(datetime(2026, 11, 2, 9, 0, tzinfo=UTC), InquiryChannel.CALL, phone="555-0199", asked="a boat")
    silent = inquiries.receive(book, replace(call, referred_by=ZOE))
    declined = inquiries.receive(book, replace(call, party_id=HILLTOP, referred_by=ZOE))
    inquiries.receive(book, replace(call, referred_by=ZOE))
    inquiries.lose_to_silence(book, silent)
    inquiries.not_for_us(book, declined)
    inquiries.not_for_us(book, inquiries.receive(book, call))
    assert listed(book) == [
        ("Zoë", "555-0199", "a boat", "lost to silence"),
        ("Zoë", "Hilltop", "a boat", "not for us"),
    ]
    for item in referrers.to_tell(book):
        referrers.told(book, item, channel=Channel.MESSAGE, note="sorry")
    assert listed(book) == []
    assert [contact.note for contact in book.contacts.of_party(ZOE)] == ["sorry", "sorry"]


def test_what_becomes_of_a_prospect_is_told_once(book: Book) -> None:
    call = Inquiry(datetime(2026, 11, 2, 9, 0, tzinfo=UTC), InquiryChannel.CALL, name="Wanda", referred_by=ZOE)
    losing.lose(book, inquiries.make_prospect(book, inquiries.receive(book, call)), 1)
    assert listed(book) == [("Zoë", "Wanda", "Inquiry of Wanda", "lost")]


def test_nobody_is_told_before_it_is_so(book: Book) -> None:
    winning.win(book, opened(book, "Roof"))
    item = referrers.to_tell(book)[0]
    for day, words in ((date(2026, 11, 19), "It was settled on 2026-11-20"), (date(2026, 11, 21), "in the future")):
        with pytest.raises(BadInput, match=words):
            referrers.told(book, item, day)
    for gone in (replace(item, opportunity_id=77), replace(item, opportunity_id=0, inquiry_id=77)):
        with pytest.raises(BadInput, match="is not in the book any more"):
            referrers.told(book, gone)


def test_everybody_who_sent_the_same_person_hears_of_it(book: Book) -> None:
    """Of several calls settled together the first referrer counts; what another one sent stays open until settled."""
    max_id = people.add(book, Party("Max"), Standing.CURRENT, date(2025, 1, 1))
    calls = [
        inquiries.receive(
            book, Inquiry(datetime(2026, 11, day, 8, tzinfo=UTC), InquiryChannel.CALL, name="Una", referred_by=sender)
        )
        for day, sender in ((16, 0), (17, ZOE), (18, max_id))
    ]
    roof = inquiries.make_prospect(book, calls[0], "Roof", also=calls[1:])
    assert [one.id for one in book.inquiries.open()] == [calls[2]]
    losing.lose(book, roof, 1)
    inquiries.not_for_us(book, calls[2])
    assert {(one.referrer, one.became) for one in referrers.to_tell(book)} == {("Zoë", "lost"), ("Max", "not for us")}
