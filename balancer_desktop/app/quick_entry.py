"""Writing what a quick entry reads as: one change, people it names for the first time included."""

from dataclasses import replace
from datetime import date, datetime, time
from functools import singledispatch

from balancer_desktop.app import contacts, inquiries, losing, money, opportunities, people, winning, work
from balancer_desktop.app.askers import asked_by
from balancer_desktop.app.book import Book
from balancer_desktop.app.what_follows import Where, follow, party_of
from balancer_desktop.domain.conventions import PLAIN, Conventions
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.errors import BadInput, NeedsChoice
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.quick_entry.deals import Pipeline
from balancer_desktop.domain.quick_entry.names import NameIndex
from balancer_desktop.domain.quick_entry.parse import Context
from balancer_desktop.domain.quick_entry.reading import (
    AnswerDraft,
    ContactDraft,
    Draft,
    ExpenseDraft,
    InquiryDraft,
    LostDraft,
    NextStepDraft,
    ParkDraft,
    PromiseDraft,
    Reading,
    SaleDraft,
    StageDraft,
    Status,
    StopDraft,
    TimerDraft,
    Who,
    WonDraft,
    WorkDraft,
)
from balancer_desktop.domain.standing import Standing

Concerning = (
    WorkDraft | SaleDraft | ExpenseDraft | ContactDraft | NextStepDraft | StageDraft | WonDraft | LostDraft | ParkDraft
    | TimerDraft
)  # fmt: skip
"""Drafts of what is written with a party, which comes into the book with them."""


def context(book: Book, names: NameIndex, conventions: Conventions = PLAIN) -> Context:
    """What reading a line takes, as of the book's today."""
    where = Where(book, conventions)
    return Context(book.today(), book.currency, conventions, names, _pipeline(book), lambda draft: follow(draft, where))


def _pipeline(book: Book) -> Pipeline:
    return Pipeline(tuple(book.stages.stages()), tuple(book.stages.loss_reasons()), book.pipeline.of_party)


def commit(book: Book, reading: Reading) -> bool:
    """Write what was shown; False when all of it was so already, and nothing was written.

    NeedsChoice for a line that leaves something open, BadInput for one that is refused.
    """
    if reading.status in (Status.CHOOSE, Status.ASK):
        choices = "; ".join(f"{c.label} ({c.badge})" if c.badge else c.label for c in reading.choices)
        raise NeedsChoice(reading.question, f"It could be: {choices}." if choices else "")
    if reading.draft is None:
        raise BadInput(reading.question or "The line is empty.")
    before = book.latest_step
    with book.change(f"“{reading.line.strip()}”"):
        _write(reading.draft, book)
    return book.latest_step != before


NOTHING_NEW = "Already so; nothing was written."


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
    party_id, free = _party(book, draft), draft.introductory
    money.record_expense(book, Expense(draft.on, draft.amount, draft.side, party_id, draft.memo, introductory=free))


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
    inquiry_id = inquiries.receive(
        book,
        Inquiry(received, draft.channel, who.party_id, who.name, who.phone, referred_by=referrer, asked=draft.asked),
    )
    if draft.promised:
        inquiries.promise(book, inquiry_id, draft.promised, draft.promised_by)


@_write.register
def _(draft: StageDraft, book: Book) -> None:
    party_id, id_ = _party(book, draft), draft.opportunity_id
    if not id_:
        opportunities.add(book, _opened(book, draft, party_id, draft.value or 0), draft.stage_id)
        return
    opportunities.move(book, id_, draft.stage_id, draft.on)
    if draft.value is not None:
        opportunities.edit(book, replace(opportunities.get(book, id_), value=draft.value))
    _note(book, draft.on, party_id, draft.note)


@_write.register
def _(draft: WonDraft, book: Book) -> None:
    party_id, id_ = _party(book, draft), draft.opportunity_id
    if not id_:
        id_ = opportunities.add(book, _opened(book, draft, party_id, draft.agreed or 0))
    winning.win(book, id_, on=draft.on, agreed=draft.agreed)
    _note(book, draft.on, party_id, draft.note)


@_write.register
def _(draft: LostDraft, book: Book) -> None:
    _party(book, draft)
    losing.lose(book, draft.opportunity_id, draft.reason_id, draft.note, draft.on)


@_write.register
def _(draft: ParkDraft, book: Book) -> None:
    party_id = _party(book, draft)
    opportunities.park(book, [draft.opportunity_id], draft.until)
    _note(book, book.today(), party_id, draft.note)


@_write.register
def _(draft: PromiseDraft, book: Book) -> None:
    who, referrer = draft.who, _known_or_added(book, draft.referred_by)
    asked = asked_by(book, who)
    if not asked:
        new = Inquiry(book.now(), InquiryChannel.OTHER, who.party_id, who.name, who.phone, referred_by=referrer)
        inquiry_id = inquiries.receive(book, new)
    else:
        inquiry_id = asked[0].id
    inquiries.promise(book, inquiry_id, draft.what, draft.by)


@_write.register
def _(draft: AnswerDraft, book: Book) -> None:
    """One contact, however often they asked."""
    _known_or_added(book, draft.referred_by)
    first, *others = asked_by(book, draft.who)
    inquiries.answer(book, first.id, draft.note)
    for other in others:
        inquiries.hear(book, other.id)


@_write.register
def _(draft: TimerDraft, book: Book) -> None:
    work.start_timer(book, book.now(), _party(book, draft), draft.side, draft.note)


@_write.register
def _(draft: StopDraft, book: Book) -> None:
    done = book.work.get(work.stop_timer(book, book.now()))
    if done and draft.note:
        work.edit(book, replace(done, note=" · ".join(filter(None, (done.note, draft.note)))))


def _note(book: Book, on: date, party_id: int, note: str) -> None:
    """What a line about an opportunity says besides is kept as a note with its party."""
    if note:
        contacts.log(book, Contact(on, party_id, Channel.NOTE, note))


def _opened(book: Book, draft: StageDraft | WonDraft, party_id: int, value: int) -> Opportunity:
    """The new opportunity, with the source and the referrer of the inquiry it comes of."""
    inquiry = book.inquiries.get(draft.inquiry_id) if draft.inquiry_id else None
    sender = (inquiry.referred_by if inquiry else 0) or _referrer(book, party_id)
    origin = "" if inquiry is None else "referral" if inquiry.referred_by else inquiry.channel.value
    return Opportunity(
        party_id, draft.title, draft.on, value, origin=origin, referred_by=sender, inquiry_id=draft.inquiry_id
    )


def _referrer(book: Book, party_id: int) -> int:
    """Who sent somebody that buys for the first time: an opportunity to grow was brought by nobody."""
    party = book.people.get(party_id)
    return party.referred_by if party and book.people.standing(party_id) is Standing.PROSPECT else 0


def _party(book: Book, draft: Concerning) -> int:
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
    return people.add(book, party_of(who))
