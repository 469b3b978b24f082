"""A party's timeline tells everything that happened, newest first, and what was taken out is gone from it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from balancer_desktop.app import contacts, inquiries, losing, money, opportunities, people, winning, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.standings import remove_change
from balancer_desktop.app.timeline import ItemKind, timeline
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

DAY = [date(2026, 11, day) for day in range(1, 15)]


def test_tells_all_newest_first(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=DAY[0])
    contacts.log(book, Contact(DAY[1], acme, Channel.CALL, "about the roof", incoming=True, answered=False))
    contacts.finish(book, contacts.plan(book, NextStep(DAY[2], acme, "call back")))
    contacts.plan(book, NextStep(DAY[13], acme, "still to come"))
    work.log(book, Work(DAY[3], 90, Side.GAIN, acme, "estimate"))
    money.record_expense(book, Expense(DAY[4], 2500, Side.GAIN, acme, "parking"))
    money.record_sale(book, Sale(DAY[5], acme, 45000, "roof", owed=True))
    money.record_sale(book, Sale(DAY[6], acme, -5000))
    unknown = next(reason for reason in book.people.reasons() if reason.label == "Price")
    people.set_standing(book, [acme], Standing.EX, DAY[7], unknown.id, "too dear")
    other = people.add(book, Party("Other"), on=DAY[0])
    money.record_sale(book, Sale(DAY[5], other, 100))
    lines = [(item.on, item.what, item.note, item.amount, item.minutes) for item in timeline(book, acme)]
    assert lines == [
        (book.today(), "Done", "call back", None, 0),
        (DAY[7], "Not done", "still to come · Closed: Acme left (Price)", None, 0),
        (DAY[7], "Left", "Price · too dear", None, 0),
        (DAY[6], "Refund", "", -5000, 0),
        (DAY[5], "Sale, not paid yet", "roof", 45000, 0),
        (DAY[5], "Current customer", "with the first sale", None, 0),
        (DAY[4], "Expense, gaining", "parking", -2500, 0),
        (DAY[3], "Work, gaining", "estimate", None, 90),
        (DAY[1], "Call from them, not answered", "about the roof", None, 0),
        (DAY[0], "Prospect", "", None, 0),
    ]


@pytest.mark.parametrize(
    ("contact", "what"),
    [
        (Contact(DAY[0], 1, Channel.CALL), "Call"),
        (Contact(DAY[0], 1, Channel.CALL, answered=False), "Call, no answer"),
        (Contact(DAY[0], 1, Channel.VISIT, answered=False), "Visit, nobody in"),
        (Contact(DAY[0], 1, Channel.MESSAGE, answered=False), "Message, no reply"),
        (Contact(DAY[0], 1, Channel.EMAIL, incoming=True), "E-mail from them"),
        (Contact(DAY[0], 1, Channel.EMAIL, incoming=True, answered=False), "E-mail from them, not answered"),
        (Contact(DAY[0], 1, Channel.NOTE, incoming=True, answered=False), "Note"),
    ],
)
def test_a_contact_says_who_began_and_whether_anybody_was_reached(book: Book, contact: Contact, what: str) -> None:
    people.add(book, Party("Acme"), on=DAY[0])
    contacts.log(book, contact)
    assert timeline(book, 1)[0].what == what


def test_an_inquiry_and_what_came_of_it_are_told(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=DAY[0])
    asked = Inquiry(datetime(2026, 11, 1, 9, 30, tzinfo=UTC), InquiryChannel.EMAIL, acme, asked="a roof")
    inquiries.promise(book, inquiries.receive(book, asked), "a price", DAY[13])
    inquiries.not_for_us(book, inquiries.receive(book, replace(asked, channel=InquiryChannel.MISSED_CALL, asked="")))
    roof = opportunities.add(book, Opportunity(acme, "Roof", DAY[1]), step=NextStep(DAY[2], 0, "call"))
    opportunities.move(book, roof, 4, DAY[3])
    opportunities.park(book, [roof], date(2027, 3, 1))
    losing.lose(book, opportunities.add(book, Opportunity(acme, "Shed", DAY[4])), 1, "too dear", DAY[5])
    winning.win(book, roof, checklist="")
    today = book.today()
    assert [(item.on, item.kind, item.what, item.note) for item in timeline(book, acme)] == [
        (today, ItemKind.STEP, "Closed", "call · Won"),
        (today, ItemKind.COURSE, "Won", "Roof"),
        (today, ItemKind.COURSE, "Parked until 2027-03-01", "Roof"),
        (today, ItemKind.STANDING, "Current customer", "won: Roof"),
        (today, ItemKind.INQUIRY, "Inquiry not for us", ""),
        (DAY[5], ItemKind.COURSE, "Lost", "Shed · Price · too dear"),
        (DAY[4], ItemKind.OPPORTUNITY, "Opportunity", "Shed"),
        (DAY[3], ItemKind.COURSE, "Moved to Proposal", "Roof"),
        (DAY[1], ItemKind.OPPORTUNITY, "Opportunity", "Roof"),
        (DAY[0], ItemKind.STANDING, "Prospect", ""),
        (DAY[0], ItemKind.INQUIRY, "Missed call", ""),
        (DAY[0], ItemKind.INQUIRY, "Inquiry by e-mail", "a roof · promised: a price by 2026-11-14"),
    ]


def test_what_is_taken_up_again_says_so(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=DAY[0])
    roof = opportunities.add(book, Opportunity(acme, "Roof", DAY[1]))
    today = book.today()
    book.today = lambda: DAY[2]
    opportunities.park(book, [roof], date(2027, 3, 1))
    book.today = lambda: today
    opportunities.resume(book, roof)
    assert [item.what for item in timeline(book, acme)][:2] == ["Taken up again", "Parked until 2027-03-01"]


def test_a_mistaken_change_is_removed_and_comes_back_with_undo(book: Book) -> None:
    acme = people.add(book, Party("Acme"), Standing.CURRENT, DAY[0])
    people.set_standing(book, [acme], Standing.LAPSED, DAY[1])
    before = timeline(book, acme)
    remove_change(book, acme, before[0].id)
    assert book.people.standing(acme) is Standing.CURRENT
    assert [item.what for item in timeline(book, acme)] == ["Current customer"]
    book.undo()
    assert timeline(book, acme) == before
    book.redo()
    assert book.people.standing(acme) is Standing.CURRENT


def test_the_beginning_and_what_a_sale_caused_stay(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=DAY[0])
    money.record_sale(book, Sale(DAY[1], acme, 100))
    for item in timeline(book, acme):
        if item.kind is ItemKind.STANDING:
            with pytest.raises(BadInput):
                remove_change(book, acme, item.id)
    assert book.people.standing(acme) is Standing.CURRENT
