"""Which of the forms a line has: what its verb is, and which names in it are no verbs or numbers."""

from dataclasses import replace

from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.quick_entry.dates import date_at
from balancer_desktop.domain.quick_entry.durations import duration_at, is_negative
from balancer_desktop.domain.quick_entry.line import Line
from balancer_desktop.domain.quick_entry.name_tables import Look
from balancer_desktop.domain.quick_entry.names import Closeness, NameIndex
from balancer_desktop.domain.quick_entry.phones import phone_at
from balancer_desktop.domain.quick_entry.words import (
    AFTER_NAME,
    ASKED_BY,
    ASKED_BY_MEANS_OF,
    EXAMPLES,
    FIRST,
    IN_VAIN,
    LONGEST_PHRASE,
    REFERRAL,
    WORK,
    Verb,
)

LONGEST_NAME_RUN = 6


def join_names(line: Line, names: NameIndex, conventions: Conventions) -> None:
    """Protects names that hold a number or a day: in `paid Studio 54 450` one token is `Studio 54`."""
    place = 0
    while place < len(line.tokens):
        words = line.tokens[place : place + LONGEST_NAME_RUN]
        telling = [
            n for n, token in enumerate(words) if _is_value(token.key, conventions) and names.has_word(token.text)
        ]
        if telling:
            run = names.longest([token.text for token in words], Look.WHOLE)
            fits = any(match.closeness <= Closeness.LEADING for match in run.matches)
            if fits and run.length > max(1, telling[0]):
                line.join(place, run.length)
        place += 1


def _is_value(key: str, conventions: Conventions) -> bool:
    return any(c in "0123456789" for c in key) or (bool(key) and date_at([key], conventions) is not None)


def take_verb(line: Line, names: NameIndex, stages: dict[tuple[str, ...], Verb]) -> Verb:
    """The verb, whose words are taken; BadInput with examples when the line has none of the forms.

    stages: the verbs that the owner's stages are.
    """
    if duration_at(line.keys(0)):
        return WORK
    verb = _take_after_name(line, names) or _take_phrase(line, 0, FIRST) or _take_phrase(line, 0, stages)
    if verb is None and _begins_with_name(line, names):
        places = range(1, min(LONGEST_NAME_RUN, len(line.tokens)))
        verb = next(filter(None, (_take_phrase(line, place, AFTER_NAME) for place in places)), None)
    if verb is None and any(is_plain_duration(line, place) for place in line.places()):
        verb = WORK
    if verb is None:
        refuse_negative(line)
        examples = " · ".join(EXAMPLES)
        raise BadInput("This line does not say what happened or what to do.", f"Write it like: {examples}")
    return verb


def _take_after_name(line: Line, names: NameIndex) -> Verb | None:
    """What follows a name that begins with a verb: `Park Hotel paid 450`."""
    run = names.longest([token.text for token in line.tokens[:LONGEST_NAME_RUN]], Look.WHOLE)
    if run.length < 2 or all(match.closeness > Closeness.LEADING for match in run.matches):
        return None
    return WORK if is_plain_duration(line, run.length) else _take_phrase(line, run.length, AFTER_NAME)


def take_in_vain(line: Line, verb: Verb) -> Verb:
    """The verb, or what it is when the line says that nobody answered; the words that say so are taken."""
    unanswered = verb.unanswered
    for place in line.places() if unanswered else ():
        if tuple(line.keys(place)[:2]) in IN_VAIN:
            line.take(place, 2)
            return unanswered or verb
    return verb


def take_means(line: Line, verb: Verb) -> Verb:
    """The verb with how an inquiry came, where it says `by e-mail`, `via the website`; the words are taken."""
    if verb.asked_by is not InquiryChannel.OTHER:
        return verb
    for place in line.places():
        before = place - 2 if line.tokens[place - 1].key == "the" else place - 1
        channel = ASKED_BY.get(line.tokens[place].key)
        if channel and before >= 0 and line.tokens[before].key in ASKED_BY_MEANS_OF and not _sent(line, before):
            line.take(before, place + 1 - before)
            return replace(verb, asked_by=channel)
    return verb


def _sent(line: Line, by: int) -> bool:
    """Whether the `by` is that of `referred by`."""
    return any(len(words) > 1 and line.tokens[by - 1].key == words[0] for words in REFERRAL if by)


def take_asked_by(line: Line, verb: Verb) -> Verb:
    """The verb with how an inquiry came, when the first or the last of the words left says so; it is taken."""
    if verb.asked_by is not InquiryChannel.OTHER:
        return verb
    places = line.places()
    for place in (*places[:1], *places[-1:]):
        channel = ASKED_BY.get(line.tokens[place].key)
        if channel:
            line.take(place, 1)
            return replace(verb, asked_by=channel)
    return verb


def refuse_negative(line: Line) -> None:
    """BadInput for `-5h`, which is no duration."""
    if any(is_negative(line.keys(place)) for place in line.places()):
        raise BadInput("Hours cannot be negative.", "Leave out the minus, or correct the entry that has too many.")


def is_plain_duration(line: Line, place: int) -> bool:
    """Whether a duration with its unit stands there; `1:30` in the middle of a line is a time of day."""
    found = duration_at(line.keys(place))
    return found is not None and not found.by_clock


def _take_phrase(line: Line, place: int, table: dict[tuple[str, ...], Verb]) -> Verb | None:
    keys = line.keys(place)
    for length in range(min(LONGEST_PHRASE, len(keys)), 0, -1):
        verb = table.get(tuple(keys[:length]))
        if verb:
            line.take(place, length)
            return verb
    return None


def _begins_with_name(line: Line, names: NameIndex) -> bool:
    first = line.tokens[0]
    return first.quoted or first.is_capitalised or bool(phone_at(line.keys(0))) or names.has_word(first.text)
