"""What a line has been found to say, as the entry that would be written."""

from collections.abc import Callable

from balancer_desktop.domain.contact_words import ONE_SIDED
from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.quick_entry.deals import Deal
from balancer_desktop.domain.quick_entry.facts import Facts
from balancer_desktop.domain.quick_entry.promises import Promised
from balancer_desktop.domain.quick_entry.reading import (
    NOBODY,
    AnswerDraft,
    ContactDraft,
    Draft,
    ExpenseDraft,
    InquiryDraft,
    LostDraft,
    NextStepDraft,
    ParkDraft,
    PromiseDraft,
    SaleDraft,
    StageDraft,
    StopDraft,
    TimerDraft,
    Who,
    WonDraft,
    WorkDraft,
)
from balancer_desktop.domain.quick_entry.words import Kind
from balancer_desktop.domain.side import Side


def drafted(facts: Facts) -> Draft:
    """The entry itself, of facts that miss nothing their kind needs."""
    return _DRAFTS[facts.verb.kind](facts)


def _sender(facts: Facts) -> Who:
    return facts.referrer.who if facts.referrer else NOBODY


def _side(facts: Facts) -> Side:
    return facts.side or Side.RUN


def _work(facts: Facts) -> Draft:
    return WorkDraft(facts.on, facts.minutes or 0, _side(facts), facts.person.who, facts.words, _sender(facts))


def _sale(facts: Facts) -> Draft:
    return SaleDraft(facts.on, facts.person.who, facts.amount or 0, facts.words, _sender(facts))


def _expense(facts: Facts) -> Draft:
    free = facts.verb.kind is Kind.DISCOUNT
    who, sender = facts.person.who, _sender(facts)
    return ExpenseDraft(facts.on, facts.amount or 0, _side(facts), who, facts.words, sender, introductory=free)


def _contact(facts: Facts) -> Draft:
    verb, channel = facts.verb, facts.verb.channel or Channel.NOTE
    incoming = verb.captures and channel not in ONE_SIDED
    return ContactDraft(
        facts.on, facts.person.who, channel, facts.words, _sender(facts), incoming=incoming, answered=verb.answered
    )


def _inquiry(facts: Facts) -> Draft:
    channel = facts.verb.asked_by or InquiryChannel.OTHER
    told = facts.promised or Promised("")
    return InquiryDraft(facts.on, facts.person.who, channel, facts.words, _sender(facts), told.what, told.by)


def _step(facts: Facts) -> Draft:
    return NextStepDraft(facts.on, facts.person.who, facts.words, _sender(facts))


def _stage(facts: Facts) -> Draft:
    deal, who = facts.deal or Deal(), facts.person.who
    stage_id = deal.stage.id if deal.stage else 0
    return StageDraft(facts.on, who, stage_id, deal.opportunity_id, deal.title, facts.amount, deal.note, _sender(facts))


def _won(facts: Facts) -> Draft:
    deal, who = facts.deal or Deal(), facts.person.who
    return WonDraft(facts.on, who, deal.opportunity_id, deal.title, facts.amount, deal.note, _sender(facts))


def _lost(facts: Facts) -> Draft:
    deal, who = facts.deal or Deal(), facts.person.who
    reason_id = deal.reason.id if deal.reason else 0
    return LostDraft(facts.on, who, deal.opportunity_id, reason_id, deal.note, _sender(facts))


def _park(facts: Facts) -> Draft:
    deal = facts.deal or Deal()
    return ParkDraft(facts.on, facts.person.who, deal.opportunity_id, deal.note, _sender(facts))


def _promise(facts: Facts) -> Draft:
    return PromiseDraft(facts.on if facts.dated else None, facts.person.who, facts.words, _sender(facts))


def _answer(facts: Facts) -> Draft:
    return AnswerDraft(facts.on, facts.person.who, facts.words, _sender(facts))


def _timer(facts: Facts) -> Draft:
    return TimerDraft(_side(facts), facts.person.who, facts.words, _sender(facts))


def _stop(facts: Facts) -> Draft:
    return StopDraft(facts.words)


_DRAFTS: dict[Kind, Callable[[Facts], Draft]] = {
    Kind.WORK: _work,
    Kind.SALE: _sale,
    Kind.REFUND: _sale,
    Kind.EXPENSE: _expense,
    Kind.DISCOUNT: _expense,
    Kind.CONTACT: _contact,
    Kind.INQUIRY: _inquiry,
    Kind.NEXT_STEP: _step,
    Kind.STAGE: _stage,
    Kind.WON: _won,
    Kind.LOST: _lost,
    Kind.PARK: _park,
    Kind.PROMISE: _promise,
    Kind.ANSWER: _answer,
    Kind.TIMER: _timer,
    Kind.STOP: _stop,
}
