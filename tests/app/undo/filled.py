"""A book with a row in every table, for verbs to be tried on."""

from dataclasses import replace
from datetime import UTC, date, datetime

from balancer_desktop.app import (
    archive,
    archive_folders,
    checklists,
    contacts,
    inquiries,
    losing,
    money,
    opportunities,
    people,
    reasons,
    stages,
    winning,
    work,
)
from balancer_desktop.app.book import Book
from balancer_desktop.domain.checklist import TemplateStep
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)
ACME, ZOE, NEWCOMER, GONE = 1, 2, 3, 4
HILLTOP = 5
WAITING, UNKNOWN, DECLINED, PROMISED, SETTLED = 1, 2, 3, 4, 5
SHED, ROOF, GUTTER, BARN, POND = 1, 2, 3, 4, 5
UNUSED, OLD = 7, 8
FOLDER, INNER = 1, 2
SALE, EXPENSE, ZOES = 1, 3, 4
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def dump(book: Book) -> list[str]:
    """All that undo restores: where folders lie is the disk's, and there a second of one name has a number behind."""
    return [line for line in book.file.db.connection().iterdump() if not line.startswith('INSERT INTO "place"')]


def fill(book: Book) -> None:
    """Acme with a row in every table, Zoë, who lapsed, a newcomer without rows, and Gone, who left with a hook."""
    phone = ContactPoint(ContactKind.PHONE, "555-0101")
    people.add(book, Party("Acme", PartyKind.BUSINESS, contacts=(phone,), tags=("roof",)), on=date(2025, 1, 1))
    people.add(book, Party("Zoë", referred_by=ACME), Standing.CURRENT, date(2025, 1, 1))
    people.add(book, Party("Newcomer"), on=date(2026, 1, 1))
    money.record_sale(book, Sale(date(2025, 2, 1), ACME, 10000, "roof"))
    money.record_sale(book, Sale(date(2026, 3, 1), ACME, 20000, owed=True))
    money.record_expense(book, Expense(date(2026, 4, 1), 500, Side.GAIN, ACME, "flyers"))
    work.log(book, Work(date(2026, 5, 1), 60, Side.KEEP, ACME))
    contacts.log(book, Contact(date(2026, 6, 1), ACME, Channel.CALL, "hello"))
    contacts.plan(book, NextStep(date(2026, 12, 1), ACME, "visit"))
    people.set_standing(book, [ZOE], Standing.LAPSED, date(2026, 1, 1))
    people.add(book, Party("Gone"), Standing.CURRENT, date(2025, 1, 1))
    contacts.plan(book, NextStep(date(2026, 12, 1), GONE, "sweep"))
    inner = archive_folders.add(book, "Far away", archive_folders.add(book, "Moved"))
    archive.archive(book, [GONE], 2, date(2026, 2, 1), inner, "abroad", "ask who moved in", date(2027, 1, 1))
    archive_folders.add(book, "Empty")
    reasons.retire(book, 4)
    money.record_sale(book, Sale(date(2026, 2, 3), ZOE, 300, "came back"))
    fill_pipeline(book)
    book.start_history()


def fill_pipeline(book: Book) -> None:
    """Hilltop with an open and a lost opportunity, Acme with one that became a sale, Zoë with one that may have, and
    inquiries of all kinds.
    """
    people.add(book, Party("Hilltop", PartyKind.BUSINESS, referred_by=ZOE), on=date(2026, 9, 1))
    received = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    asked = Inquiry(received, InquiryChannel.MISSED_CALL, HILLTOP, asked="about the shed")
    inquiries.receive(book, asked)
    inquiries.receive(book, replace(asked, party_id=0, phone="555-0199", referred_by=ACME))
    inquiries.receive(book, replace(asked, party_id=0, name="Wanda", state=InquiryState.NOT_FOR_US, referred_by=ZOE,
                                    settled_on=date(2026, 11, 4)))  # fmt: skip
    inquiries.promise(book, inquiries.receive(book, replace(asked, party_id=ACME)), "a price", date(2026, 11, 25))
    inquiries.make_prospect(book, inquiries.receive(book, replace(asked, name="Newfound")), "Shed", 90000, "measure")
    roof = Opportunity(HILLTOP, "Roof", date(2026, 9, 3), 240000, origin="referral", expected=date(2026, 12, 1))
    opportunities.add(book, roof, step=NextStep(date(2026, 11, 25), 0, "send the quote"))
    opportunities.finish_step(book, 3, NextStep(date(2026, 12, 2), 0, "ask about the quote"))
    opportunities.move(book, ROOF, 4, date(2026, 10, 1))
    opportunities.park(book, [ROOF], date(2027, 3, 1))
    opportunities.add(book, replace(roof, title="Gutter"))
    losing.lose(book, GUTTER, 1, "too dear", date(2026, 10, 10))
    opportunities.add(book, replace(roof, party_id=ACME, title="Barn", opened=date(2026, 2, 1)), 3)
    winning.win(book, BARN, on=date(2026, 3, 1), sale=Sale(date(2026, 3, 1), ACME, 50000), ends=date(2026, 12, 31))
    opportunities.add(book, Opportunity(ZOE, "Pond", date(2026, 2, 1)))
    stages.add(book, Stage("Unused", 50, 5))
    stages.retire(book, stages.add(book, Stage("Old", 50, 5)))
    stages.retire_loss_reason(book, stages.add_loss_reason(book, "Too far away"))
    checklists.set_template(book, "Visit", [TemplateStep("", "take the ladder", 0)])
