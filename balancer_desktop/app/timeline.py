"""Everything that happened with one party, as lines of a timeline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from balancer_desktop.app.book import Book
from balancer_desktop.domain.contact_words import contact_words
from balancer_desktop.domain.entries import Channel, NextStep
from balancer_desktop.domain.inquiries.inquiry import LOST, InquiryChannel
from balancer_desktop.domain.inquiries.words import asked_and_promised, inquiry_words
from balancer_desktop.domain.pipeline.course import course
from balancer_desktop.domain.standing import Standing, StandingChange


class ItemKind(StrEnum):
    """In the order in which they are told of one day. COURSE: what became of an opportunity."""

    INQUIRY = "inquiry"
    STANDING = "standing"
    OPPORTUNITY = "opportunity"
    COURSE = "course"
    SALE = "sale"
    WORK = "work"
    EXPENSE = "expense"
    CONTACT = "contact"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing that happened. what: in a word or two; note: the owner's words, or a reason.

    id is of the entry named by kind; of a COURSE, of the opportunity. amount is in minor units, spending negative, None
    where no money moved. channel: how an inquiry or a contact came.
    """

    kind: ItemKind
    id: int
    on: date
    what: str
    note: str = ""
    amount: int | None = None
    minutes: int = 0
    channel: Channel | InquiryChannel | None = None


def timeline(book: Book, party_id: int) -> list[TimelineItem]:
    """Newest first. Steps that are not done yet have not happened: see book.contacts.steps_of."""
    tellers = (_standings, _opportunities, _inquiries, _money, _work, _said)
    items = [item for tell in tellers for item in tell(book, party_id)]
    return sorted(items, key=lambda item: (item.on, _DAY_ORDER[item.kind], item.id), reverse=True)


_DAY_ORDER = {kind: place for place, kind in enumerate(ItemKind)}
_BECAME = {
    Standing.PROSPECT: "Prospect",
    Standing.CURRENT: "Current customer",
    Standing.LAPSED: "Lapsed",
    Standing.EX: "Left",
}


def _standings(book: Book, party_id: int) -> Iterator[TimelineItem]:
    reasons = {reason.id: reason.label for reason in book.people.reasons()}
    for change in book.people.history(party_id):
        note = " · ".join(filter(None, (_because(change, reasons), change.note)))
        yield TimelineItem(ItemKind.STANDING, change.id, change.on, _BECAME[change.standing], note)


def _because(change: StandingChange, reasons: dict[int, str]) -> str:
    return "with the first sale" if change.cause_sale else reasons.get(change.reason_id, "")


def _inquiries(book: Book, party_id: int) -> Iterator[TimelineItem]:
    for inquiry in book.inquiries.of_party(party_id):
        yield TimelineItem(
            ItemKind.INQUIRY,
            inquiry.id,
            inquiry.on,
            inquiry_words(inquiry),
            asked_and_promised(inquiry),
            channel=inquiry.channel,
        )
        if inquiry.settled_on and inquiry.state in LOST:
            given_up = f"Inquiry {inquiry.state}"
            yield TimelineItem(
                ItemKind.INQUIRY, inquiry.id, inquiry.settled_on, given_up, inquiry.asked, channel=inquiry.channel
            )


def _opportunities(book: Book, party_id: int) -> Iterator[TimelineItem]:
    found = book.pipeline.of_party(party_id)
    stages = {stage.id: stage.name for stage in book.stages.stages()} if found else {}
    reasons = {reason.id: reason.label for reason in book.stages.loss_reasons()} if found else {}
    for opportunity in found:
        yield TimelineItem(ItemKind.OPPORTUNITY, opportunity.id, opportunity.opened, "Opportunity", opportunity.title)
        for event in course(opportunity, stages, reasons):
            note = " · ".join(filter(None, (opportunity.title, event.note)))
            yield TimelineItem(ItemKind.COURSE, opportunity.id, event.on, event.what, note)


def _money(book: Book, party_id: int) -> Iterator[TimelineItem]:
    for sale in book.ledger.sales_of(party_id):
        what = "Refund" if sale.amount < 0 else "Sale, not paid yet" if sale.owed else "Sale"
        yield TimelineItem(ItemKind.SALE, sale.id, sale.on, what, sale.memo, sale.amount)
    for expense in book.ledger.expenses_of(party_id):
        what = f"Expense, {expense.side.label}"
        yield TimelineItem(ItemKind.EXPENSE, expense.id, expense.on, what, expense.memo, -expense.amount)


def _work(book: Book, party_id: int) -> Iterator[TimelineItem]:
    for work in book.work.of_party(party_id):
        what = f"Work, {work.side.label}"
        yield TimelineItem(ItemKind.WORK, work.id, work.on, what, work.note, minutes=work.minutes)


def _said(book: Book, party_id: int) -> Iterator[TimelineItem]:
    for contact in book.contacts.of_party(party_id):
        what = contact_words(contact.channel, incoming=contact.incoming, answered=contact.answered).capitalize()
        yield TimelineItem(ItemKind.CONTACT, contact.id, contact.on, what, contact.note, channel=contact.channel)
    for step in book.contacts.steps_of(party_id):
        if step.done_on:
            note = " · ".join(filter(None, (step.what, step.outcome)))
            yield TimelineItem(ItemKind.STEP, step.id, step.done_on, _ended(step), note)


def _ended(step: NextStep) -> str:
    """Of what was won or lost the steps that were left are closed, not done."""
    if step.closed_by:
        return "Not done"
    return "Closed" if step.opportunity_id and step.outcome else "Done"
