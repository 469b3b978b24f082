"""Reads one line of quick entry. Pure: the same line, context and answers always give the same reading."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.entries import Channel, Work, checked_amount, checked_work
from balancer_desktop.domain.errors import BadInput, Refused
from balancer_desktop.domain.money import Currency
from balancer_desktop.domain.quick_entry.amounts import take_amount
from balancer_desktop.domain.quick_entry.deals import Pipeline, Said, settle_deal
from balancer_desktop.domain.quick_entry.drafting import drafted
from balancer_desktop.domain.quick_entry.durations import duration_at
from balancer_desktop.domain.quick_entry.facts import Facts, parts_of
from balancer_desktop.domain.quick_entry.forms import (
    is_plain_duration,
    join_names,
    refuse_negative,
    take_asked_by,
    take_in_vain,
    take_means,
    take_verb,
)
from balancer_desktop.domain.quick_entry.line import Line, line_of
from balancer_desktop.domain.quick_entry.mentions import find_party, find_phone, take_referral
from balancer_desktop.domain.quick_entry.names import NameIndex
from balancer_desktop.domain.quick_entry.people import Case, Person, Role, settle
from balancer_desktop.domain.quick_entry.promises import take_promise
from balancer_desktop.domain.quick_entry.reading import Answers, Choice, ChoiceKind, Draft, Part, Reading, Status
from balancer_desktop.domain.quick_entry.sides import proposed_side, take_side
from balancer_desktop.domain.quick_entry.until import take_until
from balancer_desktop.domain.quick_entry.when import date_places, take_date, take_first_date
from balancer_desktop.domain.quick_entry.words import ASKERS, QUOTED, Kind, Verb
from balancer_desktop.domain.side import Side

UNANSWERED = Answers()
NO_PIPELINE = Pipeline()
_TIMED = frozenset({Channel.CALL, Channel.EMAIL, Channel.VISIT, Channel.MESSAGE})
"""Contacts that take time: a duration in their words may be meant as hours. A note is kept as it is written."""


@dataclass(frozen=True, slots=True)
class Context:
    """The book and the day that a line is read in."""

    today: date
    currency: Currency
    conventions: Conventions
    names: NameIndex
    pipeline: Pipeline = NO_PIPELINE
    follow: Callable[[Draft], tuple[Draft, tuple[Part, ...]]] = lambda draft: (draft, ())
    """What the book adds to a draft, and the parts that show it; BadInput where there is nothing it could be about."""


def read(line: str, context: Context, answers: Answers = UNANSWERED) -> Reading:
    """What a line means so far. Raises nothing: what cannot be read is a REFUSED reading that says why."""
    try:
        words = line_of(line, context.conventions)
        if not words.tokens:
            return Reading(line, Status.EMPTY)
        facts = _facts(words, context, answers)
        parts = parts_of(facts, context.today, context.currency, context.conventions)
        asked = _asked(facts, answers)
        if asked:
            return replace(asked, line=line, parts=parts)
        draft, more = context.follow(drafted(facts))
        return Reading(line, Status.READY, draft, _with(parts, more), choices=facts.person.choices)
    except Refused as refusal:
        return Reading(line, Status.REFUSED, question=str(refusal))


def _with(parts: tuple[Part, ...], more: tuple[Part, ...]) -> tuple[Part, ...]:
    """Those of a label that is there already take its place."""
    instead = {part.label: part for part in more}
    kept = tuple(instead.pop(part.label, part) for part in parts)
    return kept + tuple(instead.values())


def _facts(line: Line, context: Context, answers: Answers) -> Facts:
    """Each step takes its words from the line, surest first; what is left is the note."""
    join_names(line, context.names, context.conventions)
    verb = take_in_vain(line, take_verb(line, context.names, context.pipeline.verbs()))
    verb, promised = take_means(line, verb), take_promise(line, verb, context.today, context.conventions)
    spoken_to = line.places()
    tag = take_side(line) if verb.kind.has_side else None
    dates = date_places(line, context.conventions)
    minutes = _take_minutes(line, context.today) if verb.kind is Kind.WORK else None
    verb = _quoted(line, verb, dates, context)
    amount = _take_money(line, verb, dates, context) if verb.kind.takes_amount else None
    on = take_first_date(line, verb, context.today, context.conventions)
    referrer, person = _take_people(line, verb, dates, context.names, answers)
    on = on or _take_day(line, verb, context)
    verb = take_asked_by(line, verb)
    words = _told(line, verb)
    as_work = _as_work(line, spoken_to) if verb.channel in _TIMED else ""
    side = (tag or answers.side or proposed_side(verb.kind, person, words)) if verb.kind.has_side else None
    if verb.kind is Kind.DISCOUNT:
        side = Side.GAIN
    deal = settle_deal(Said(verb, words, amount is not None), person, context.pipeline, answers)
    return Facts(
        verb, on or context.today, person, words, minutes, amount, side, referrer, as_work, deal,
        dated=on is not None, promised=promised,
    )  # fmt: skip


def _quoted(line: Line, verb: Verb, dates: set[int], context: Context) -> Verb:
    """A quote with an amount and no day to come is one that was given; the stage it brings an opportunity to.

    BadInput for a quote that was given where no stage is meant for it.
    """
    stage = context.pipeline.proposal()
    if verb == QUOTED:
        if stage is None:
            raise BadInput("None of your stages is a proposal.", "Begin the line with the name of the stage instead.")
        return replace(verb, stage_id=stage.id)
    if not (verb.quotes and stage) or _lies_ahead(line, verb, context):
        return verb
    probe = Line(list(line.tokens), set(line.taken))
    given = take_amount(probe, dates, context.currency, context.conventions) is not None
    return replace(QUOTED, stage_id=stage.id) if given else verb


def _lies_ahead(line: Line, verb: Verb, context: Context) -> bool:
    """Whether the line names a day to come."""
    probe, today, conventions = Line(list(line.tokens), set(line.taken)), context.today, context.conventions
    try:
        day = take_first_date(probe, verb, today, conventions) or take_date(probe, verb, today, conventions)
    except BadInput:
        return False
    return day is not None


def _take_day(line: Line, verb: Verb, context: Context) -> date | None:
    if verb.kind is Kind.PARK:
        return take_until(line, context.today, context.conventions)
    return take_date(line, verb, context.today, context.conventions)


def _take_minutes(line: Line, today: date) -> int | None:
    """The duration that the words begin with, or else the first one with its unit."""
    head = line.head()
    places = [place for place in line.places() if place == head or is_plain_duration(line, place)]
    for place in places:
        found = duration_at(line.keys(place))
        if found:
            line.take(place, found.length)
            return checked_work(Work(today, found.minutes, Side.RUN)).minutes
    refuse_negative(line)
    return None


def _as_work(line: Line, spoken: list[int]) -> str:
    """The line as one of work, when the note holds a duration: it goes first, in place of the verb.

    spoken: the places after the verb.
    """
    for place in line.places():
        if is_plain_duration(line, place):
            found = duration_at(line.keys(place))
            time = range(place, place + found.length) if found else range(0)
            return " ".join(line.tokens[n].written for n in (*time, *(n for n in spoken if n not in time)))
    return ""


def _take_money(line: Line, verb: Verb, dates: set[int], context: Context) -> int | None:
    amount = take_amount(line, dates, context.currency, context.conventions)
    if amount is None:
        return None
    if amount < 0 and verb.kind in (Kind.STAGE, Kind.WON, Kind.DISCOUNT):
        raise BadInput("That cannot be less than nothing.", "Leave out the minus.")
    return checked_amount(-abs(amount) if verb.kind is Kind.REFUND else amount)


def _take_people(
    line: Line, verb: Verb, dates: set[int], names: NameIndex, answers: Answers
) -> tuple[Person | None, Person]:
    """Who referred the party, if the line says so, and the party."""
    if verb.kind is Kind.STOP:  # whose work it is was said when the timer was started
        return None, Person(Status.READY)
    referral = take_referral(line, verb, names, dates)
    phone = find_phone(line, verb, dates)
    if phone:
        line.take(phone.start, phone.length)
    mention = find_party(line, verb, names, dates, phone)
    if phone:
        line.release(phone.start, phone.length)
    joins = verb.kind not in ASKERS
    case = Case(Role.PARTY, answers, names, mention, phone, verb.kind.needs_party, verb.captures, joins)
    person = settle(case)
    for start, length in person.takes:
        line.take(start, length)
    referrer = settle(Case(Role.REFERRER, answers, names, referral, captures=verb.captures)) if referral else None
    if referrer and person.status is Status.READY:
        _check_referral(person, referrer)
    return referrer, person


def _check_referral(person: Person, referrer: Person) -> None:
    if person.who.is_nobody:
        raise BadInput("The line names a referrer, but nobody who was referred.", "Add a name or a phone number.")
    if person.who == referrer.who:
        raise BadInput(f"{person.text} cannot be referred by the same person.", "Name whoever sent them.")


def _told(line: Line, verb: Verb) -> str:
    """The note, memo, or what a next step is: its verb and the words left."""
    words = line.rest()
    if verb.kind is Kind.NEXT_STEP:
        return f"{verb.what} {words}".strip() or "Get in touch"
    if verb.kind in (Kind.CONTACT, Kind.INQUIRY, Kind.ANSWER):
        return words
    first, _, others = words.partition(" ")
    return others if first.casefold() in ("for", "on") else words


def _asked(facts: Facts, answers: Answers) -> Reading | None:
    """The first thing that is missing or open, as a reading to complete; None when nothing is."""
    kind, deal = facts.verb.kind, facts.deal
    missing = _missing(facts)
    if missing:
        return _ask(missing)
    for person in (facts.person, facts.referrer):
        if person and person.status is not Status.READY:
            return Reading("", person.status, question=person.question or kind.who_question, choices=person.choices)
    if deal and deal.status is not Status.READY:
        return Reading("", deal.status, question=deal.question, choices=deal.choices)
    if kind.has_side and facts.side is None:
        return _ask("Which side is this on?", tuple(_side_choice(side, answers) for side in Side))
    return None


def _missing(facts: Facts) -> str:
    """What is to be typed yet; empty when nothing is."""
    kind = facts.verb.kind
    if facts.as_work:
        return f"To log the time, write: {facts.as_work} — or put quotes around the time to keep it in the note."
    asked = {
        Kind.WORK: (facts.minutes is None, "How long did it take? Add the time, such as 1h30."),
        Kind.PARK: (not facts.dated, "Until when? Add a day, such as “until march” or “2 weeks”."),
        Kind.PROMISE: (not facts.words, "What was promised? Add a word or two, such as “quote”."),
    }
    amount = (kind.has_amount and facts.amount is None, "How much was it? Add the amount.")
    is_missing, question = asked.get(kind, amount)
    return question if is_missing else ""


def _ask(question: str, choices: tuple[Choice, ...] = ()) -> Reading:
    return Reading("", Status.ASK, question=question, choices=choices)


def _side_choice(side: Side, answers: Answers) -> Choice:
    return Choice(ChoiceKind.SIDE, side.label, "", replace(answers, side=side))
