"""What a quick entry writes besides what the line says, so that the reading shows all of it before it is written."""

from dataclasses import replace
from functools import singledispatch
from typing import NamedTuple, TypeVar

from balancer_desktop.app import checklists, inquiries, winning
from balancer_desktop.app.askers import asked_before, asked_by
from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import rule_is_on
from balancer_desktop.app.responding import answered_by
from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.contact_words import inquiry_words
from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.entries import Contact
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.money import format_amount
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.quick_entry.dates import day_words
from balancer_desktop.domain.quick_entry.deals import NEW_TITLE
from balancer_desktop.domain.quick_entry.reading import (
    AnswerDraft,
    ContactDraft,
    Draft,
    InquiryDraft,
    Label,
    LostDraft,
    Part,
    PromiseDraft,
    SaleDraft,
    StageDraft,
    StopDraft,
    Who,
    WonDraft,
)
from balancer_desktop.domain.standing import Standing

Opened = TypeVar("Opened", StageDraft, WonDraft)
Followed = tuple[Draft, tuple[Part, ...]]
"""The draft with what the book knows of it, and the parts that tell so."""


class Where(NamedTuple):
    """What a line is written into, and how its amounts are shown."""

    book: Book
    conventions: Conventions


@singledispatch
def follow(draft: Draft, where: Where) -> Followed:
    """BadInput when the book has nothing that the line could be about."""
    if isinstance(draft, StopDraft) or not draft.who.is_new:
        return draft, ()
    return draft, _met(draft.who, where)


@follow.register
def _(draft: SaleDraft, where: Where) -> Followed:
    prospect = _standing(where.book, draft.who) is Standing.PROSPECT
    becomes = prospect and draft.amount > 0 and rule_is_on(where.book)
    return draft, (*_met(draft.who, where), *_part(Label.BECOMES, "a customer" if becomes else ""))


@follow.register
def _(draft: ContactDraft, where: Where) -> Followed:
    if draft.who.is_new:
        return draft, _met(draft.who, where)
    contact = Contact(draft.on, draft.who.party_id, draft.channel, incoming=draft.incoming, answered=draft.answered)
    return draft, _inquiry_parts(answered_by(where.book, contact), "answers ")


@follow.register
def _(draft: InquiryDraft, where: Where) -> Followed:
    before = asked_by(where.book, draft.who)
    again = f"asked before, on {day_words(before[-1].on)}" if before else ""
    return draft, _part(Label.INQUIRY, again)


@follow.register
def _(draft: PromiseDraft, where: Where) -> Followed:
    asked = asked_by(where.book, draft.who)[:1]
    return draft, _inquiry_parts(asked) or _part(Label.INQUIRY, "a new one, as of now")


@follow.register
def _(draft: AnswerDraft, where: Where) -> Followed:
    asked = asked_by(where.book, draft.who)
    if not asked:
        raise BadInput("They have no open inquiry.", "Today lists who waits; write “called” to note a call.")
    return draft, _inquiry_parts(asked)


@follow.register
def _(draft: StageDraft, where: Where) -> Followed:
    found, parts = _of_inquiry(draft, where)
    standing = _standing(where.book, draft.who)
    back = standing is Standing.EX and not draft.opportunity_id
    return found, (*parts, *_part(Label.BECOMES, "a prospect again, or lapsed" if back else ""))


@follow.register
def _(draft: WonDraft, where: Where) -> Followed:
    book = where.book
    found, parts = _of_inquiry(draft, where)
    one = book.pipeline.get(draft.opportunity_id) if draft.opportunity_id else None
    if draft.agreed is None:
        unit = book.currency
        worth = f"{format_amount(one.value, unit, where.conventions)} {unit.code}" if one and one.value else "no value"
        parts += _part(Label.AGREED, worth)
    if _standing(book, draft.who) is not Standing.CURRENT:
        parts += _part(Label.BECOMES, "a customer")
    won = one or Opportunity(draft.who.party_id, draft.title, draft.on)
    return found, (*parts, *_closed(book, won.id), *_part(Label.BEGINS, _welcome(book, won)))


@follow.register
def _(draft: LostDraft, where: Where) -> Followed:
    return draft, _closed(where.book, draft.opportunity_id)


def party_of(who: Who) -> Party:
    """Whom somebody new in a line becomes."""
    phones = (ContactPoint(ContactKind.PHONE, who.phone),) if who.phone else ()
    return Party(who.name or who.phone, contacts=phones)


def _of_inquiry(draft: Opened, where: Where) -> tuple[Opened, tuple[Part, ...]]:
    """An opportunity that is new comes of the one open inquiry of its party, and is called what was asked."""
    book, who = where.book, draft.who
    if draft.opportunity_id:
        return draft, ()
    asked = asked_by(book, who) if who.party_id else asked_before(book, party_of(who))
    if len(asked) != 1:
        return draft, _met(who, where)
    title = inquiries.title_of(book, asked[0]) if draft.title == NEW_TITLE else ""
    parts = _inquiry_parts(asked, "comes of ") + _part(Label.OPPORTUNITY, f"{title} (new)" if title else "")
    return replace(draft, inquiry_id=asked[0].id, title=title or draft.title), parts


def _met(who: Who, where: Where) -> tuple[Part, ...]:
    """What somebody new had asked, which is theirs from now on."""
    return _inquiry_parts(asked_before(where.book, party_of(who)), "theirs: ") if who.is_new else ()


def _inquiry_parts(asked: list[Inquiry], how: str = "") -> tuple[Part, ...]:
    told = "; ".join(f"“{one.asked}”" if one.asked else f"the {inquiry_words(one.channel)}" for one in asked)
    days = f" of {day_words(asked[0].on)}" if len(asked) == 1 else ""
    return _part(Label.INQUIRY, f"{how}{told}{days}" if asked else "")


def _welcome(book: Book, won: Opportunity) -> str:
    """The checklist that begins, as app.winning decides it."""
    steps, party_id = checklists.template(book, ONBOARDING), won.party_id
    known = party_id and (winning.was_customer(book, won) or checklists.running(book, party_id, ONBOARDING))
    return "" if known or not steps else f"the checklist {ONBOARDING} ({_counted(len(steps))})"


def _closed(book: Book, opportunity_id: int) -> tuple[Part, ...]:
    steps = book.contacts.steps_for(opportunity_id) if opportunity_id else []
    count = sum(step.done_on is None for step in steps)
    return _part(Label.CLOSES, _counted(count) if count else "")


def _standing(book: Book, who: Who) -> Standing:
    return book.people.standing(who.party_id) if who.party_id else Standing.PROSPECT


def _counted(count: int) -> str:
    return f"{count} step{'' if count == 1 else 's'}"


def _part(label: Label, text: str) -> tuple[Part, ...]:
    return (Part(label, text),) if text else ()
