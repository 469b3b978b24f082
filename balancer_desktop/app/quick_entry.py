"""Writing what a quick entry reads as: one change, people it names for the first time included."""

from dataclasses import replace
from datetime import datetime, time
from functools import singledispatch

from balancer_desktop.app import contacts, inquiries, money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.conventions import PLAIN, Conventions
from balancer_desktop.domain.entries import Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.errors import BadInput, NeedsChoice
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.quick_entry.names import NameIndex
from balancer_desktop.domain.quick_entry.parse import Context
from balancer_desktop.domain.quick_entry.reading import (
    ContactDraft,
    Draft,
    ExpenseDraft,
    InquiryDraft,
    NextStepDraft,
    Reading,
    SaleDraft,
    Status,
    Who,
    WorkDraft,
)


def context(book: Book, names: NameIndex, conventions: Conventions = PLAIN) -> Context:
    """What reading a line takes, as of the book's today."""
    return Context(book.today(), book.currency, conventions, names)


def commit(book: Book, reading: Reading) -> None:
    """Write what was shown. NeedsChoice for a line that leaves something open, BadInput for one that is refused."""
    if reading.status in (Status.CHOOSE, Status.ASK):
        choices = "; ".join(f"{c.label} ({c.badge})" if c.badge else c.label for c in reading.choices)
        raise NeedsChoice(reading.question, f"It could be: {choices}." if choices else "")
    if reading.draft is None:
        raise BadInput(reading.question or "The line is empty.")
    with book.change(f"“{reading.line.strip()}”"):
        _write(reading.draft, book)


@singledispatch
def _write(draft: Draft, _book: Book) -> None:
    raise TypeError(f"no way to write a {type(draft).__name__}")


@_write.register
def _(draft: WorkDraft, book: Book) -> None:
    work.log(book, Work(draft.on, draft.minutes, draft.side, _party(book, draft), draft.note))


@_write.register
def _(draft: SaleDraft, book: Book) -> None:
    money.record_sale(book, Sale(draft.on, _party(book, draft), draft.amount, draft.memo))


@_write.register
def _(draft: ExpenseDraft, book: Book) -> None:
    money.record_expense(book, Expense(draft.on, draft.amount, draft.side, _party(book, draft), draft.memo))


@_write.register
def _(draft: ContactDraft, book: Book) -> None:
    party_id, incoming, answered = _party(book, draft), draft.incoming, draft.answered
    contacts.log(book, Contact(draft.on, party_id, draft.channel, draft.note, incoming=incoming, answered=answered))


@_write.register
def _(draft: NextStepDraft, book: Book) -> None:
    contacts.plan(book, NextStep(draft.due, _party(book, draft), draft.what))


@_write.register
def _(draft: InquiryDraft, book: Book) -> None:
    received = book.now() if draft.on == book.today() else datetime.combine(draft.on, time.min).astimezone()
    who, referrer = draft.who, _known_or_added(book, draft.referred_by)
    inquiries.receive(
        book,
        Inquiry(received, draft.channel, who.party_id, who.name, who.phone, referred_by=referrer, asked=draft.asked),
    )


def _party(book: Book, draft: Draft) -> int:
    """The id of whom the entry concerns; a new person becomes a prospect first, 0 is nobody in particular."""
    referrer = _known_or_added(book, draft.referred_by)
    party_id = _known_or_added(book, draft.who)
    if referrer and party_id:
        for party in book.people.get_many([party_id]):
            people.edit(book, replace(party, referred_by=referrer))
    return party_id


def _known_or_added(book: Book, who: Who) -> int:
    if not who.is_new:
        return who.party_id
    phones = (ContactPoint(ContactKind.PHONE, who.phone),) if who.phone else ()
    return people.add(book, Party(who.name or who.phone, contacts=phones))
