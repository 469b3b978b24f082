"""What a line has been found to say, and its parts as the owner reads them."""

from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.contact_words import contact_words, inquiry_words
from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.entries import duration_words
from balancer_desktop.domain.money import Currency, format_amount
from balancer_desktop.domain.quick_entry.dates import day_words
from balancer_desktop.domain.quick_entry.deals import Deal
from balancer_desktop.domain.quick_entry.people import Person
from balancer_desktop.domain.quick_entry.promises import Promised
from balancer_desktop.domain.quick_entry.reading import (
    Label,
    Part,
    Status,
)
from balancer_desktop.domain.quick_entry.words import Kind, Verb
from balancer_desktop.domain.side import Side


@dataclass(frozen=True, slots=True)
class Facts:
    """minutes, amount (minor units, signed) and side are None where missing or out of place.

    as_work: the line that would log the time a contact's words tell, empty when they tell none. deal: of what concerns
    an opportunity. dated: whether the line names the day. promised: to whoever inquired.
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
    deal: Deal | None = None
    dated: bool = True
    promised: Promised | None = None


def parts_of(facts: Facts, today: date, unit: Currency, conventions: Conventions) -> tuple[Part, ...]:
    """Everything that would be written, in the order it is read; what is missing has no part."""
    amount = None if facts.amount is None else f"{format_amount(facts.amount, unit, conventions)} {unit.code}"
    deal = facts.deal
    told = {
        Label.ENTRY: _entry(facts),
        Label.WHO: facts.person.text if facts.verb.kind is not Kind.STOP else None,
        Label.TIME: None if facts.minutes is None else duration_words(facts.minutes),
        Label.OPPORTUNITY: _title(deal),
        Label.STAGE: deal.stage.name if deal and deal.stage else None,
        Label.AGREED if facts.verb.kind is Kind.WON else Label.AMOUNT: amount,
        Label.REASON: deal.reason.label if deal and deal.reason else None,
        Label.WHAT: deal.note if deal and deal.status is Status.READY else facts.words,
        Label.SIDE: facts.side.label if facts.side else None,
        Label.PROMISED: facts.promised.text if facts.promised else None,
        _DAYS.get(facts.verb.kind, Label.DATE): _date(facts, today),
        Label.REFERRED_BY: facts.referrer.text if facts.referrer else None,
    }
    return tuple(Part(label, text) for label, text in told.items() if text)


_DAYS = {Kind.PARK: Label.UNTIL, Kind.PROMISE: Label.BY}


def _title(deal: Deal | None) -> str | None:
    if deal is None or not deal.title:
        return None
    return deal.title if deal.opportunity_id else f"{deal.title} (new)"


def _date(facts: Facts, today: date) -> str | None:
    """None where there is no day to show: of a promise without one, of a parking that misses it, of the timer."""
    if facts.verb.kind in (Kind.TIMER, Kind.STOP) or (not facts.dated and facts.verb.kind in (Kind.PARK, Kind.PROMISE)):
        return None
    return "today" if facts.on == today else day_words(facts.on)


def _entry(facts: Facts) -> str:
    if facts.verb.kind is Kind.SALE and (facts.amount or 0) < 0:
        return Kind.REFUND.value
    verb = facts.verb
    if verb.asked_by:
        return inquiry_words(verb.asked_by)
    if verb.channel is None:
        return verb.kind.value
    return contact_words(verb.channel, incoming=verb.captures, answered=verb.answered)
