"""What a line has been found to say: drafted as an entry, and told in parts."""

from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.contact_words import ONE_SIDED, contact_words, inquiry_words
from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.entries import Channel, duration_words
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.money import Currency, format_amount
from balancer_desktop.domain.quick_entry.dates import day_words
from balancer_desktop.domain.quick_entry.people import Person
from balancer_desktop.domain.quick_entry.reading import (
    NOBODY,
    ContactDraft,
    Draft,
    ExpenseDraft,
    InquiryDraft,
    Label,
    NextStepDraft,
    Part,
    SaleDraft,
    WorkDraft,
)
from balancer_desktop.domain.quick_entry.words import Kind, Verb
from balancer_desktop.domain.side import Side


@dataclass(frozen=True, slots=True)
class Facts:
    """minutes, amount (minor units, signed) and side are None where missing or out of place.

    as_work: the line that would log the time a contact's words tell, empty when they tell none.
    """

    verb: Verb
    on: date
    person: Person
    words: str = ""
    minutes: int | None = None
    amount: int | None = None
    side: Side | None = None
    referrer: Person | None = None
    as_work: str = ""


def drafted(facts: Facts) -> Draft:
    """The entry itself, of facts that miss nothing their kind needs."""
    on, who, words = facts.on, facts.person.who, facts.words
    minutes, amount, side = facts.minutes or 0, facts.amount or 0, facts.side or Side.RUN
    referred_by = facts.referrer.who if facts.referrer else NOBODY
    match facts.verb.kind:
        case Kind.WORK:
            return WorkDraft(on, minutes, side, who, words, referred_by)
        case Kind.SALE | Kind.REFUND:
            return SaleDraft(on, who, amount, words, referred_by)
        case Kind.EXPENSE:
            return ExpenseDraft(on, amount, side, who, words, referred_by)
        case Kind.CONTACT:
            channel, verb = facts.verb.channel or Channel.NOTE, facts.verb
            incoming = verb.captures and channel not in ONE_SIDED
            return ContactDraft(on, who, channel, words, referred_by, incoming, verb.answered)
        case Kind.INQUIRY:
            return InquiryDraft(on, who, facts.verb.asked_by or InquiryChannel.OTHER, words, referred_by)
        case Kind.NEXT_STEP:
            return NextStepDraft(on, who, words, referred_by)


def parts_of(facts: Facts, today: date, unit: Currency, conventions: Conventions) -> tuple[Part, ...]:
    """Everything that would be written, in the order it is read; what is missing has no part."""
    amount = None if facts.amount is None else f"{format_amount(facts.amount, unit, conventions)} {unit.code}"
    told = {
        Label.ENTRY: _entry(facts),
        Label.WHO: facts.person.text,
        Label.TIME: None if facts.minutes is None else duration_words(facts.minutes),
        Label.AMOUNT: amount,
        Label.WHAT: facts.words,
        Label.SIDE: facts.side.label if facts.side else None,
        Label.DATE: "today" if facts.on == today else day_words(facts.on),
        Label.REFERRED_BY: facts.referrer.text if facts.referrer else None,
    }
    return tuple(Part(label, text) for label, text in told.items() if text)


def _entry(facts: Facts) -> str:
    if facts.verb.kind is Kind.SALE and (facts.amount or 0) < 0:
        return Kind.REFUND.value
    verb = facts.verb
    if verb.asked_by:
        return inquiry_words(verb.asked_by)
    if verb.channel is None:
        return verb.kind.value
    return contact_words(verb.channel, incoming=verb.captures, answered=verb.answered)
