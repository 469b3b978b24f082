"""Which of a line's words are its date, and whether that can be."""

from datetime import date

from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.dates import INTRODUCERS, Spoken, date_at, day_words
from balancer_desktop.domain.quick_entry.line import Line
from balancer_desktop.domain.quick_entry.words import Kind, Verb

_LONGEST_DATE = 6

_CANNOT_WAIT = {
    Kind.WORK: "work that is done",
    Kind.SALE: "a sale",
    Kind.REFUND: "a refund",
    Kind.EXPENSE: "an expense",
    Kind.CONTACT: "what has happened",
    Kind.INQUIRY: "an inquiry",
    Kind.STAGE: "a stage that is reached",
    Kind.WON: "what is won",
    Kind.LOST: "what is lost",
    Kind.DISCOUNT: "a discount that was given",
}

_TO_COME = {Kind.PROMISE: "what is promised"}
_DATELESS = frozenset((Kind.TIMER, Kind.STOP, Kind.PARK, Kind.ANSWER))
"""What happens now, or reads its day in its own way."""


def date_places(line: Line, conventions: Conventions) -> set[int]:
    """Every place whose token could belong to a date, so that no number or name is looked for there."""
    places: set[int] = set()
    for place in line.places():
        spoken = _spoken_at(line, place, conventions) if place not in places else None
        if spoken:
            places.update(range(place, place + spoken.length))
    return places


def take_first_date(line: Line, verb: Verb, today: date, conventions: Conventions) -> date | None:
    """The date that the words left begin with, which is taken; BadInput when the entry cannot have it."""
    if verb.kind in _DATELESS:
        return None
    place = line.head()
    spoken = _spoken_at(line, place, conventions)
    return _taken(line, place, spoken, verb, today) if spoken else None


def take_date(line: Line, verb: Verb, today: date, conventions: Conventions) -> date | None:
    """The first date at an end of the words left, beside something understood, or after `on`; a note has none."""
    if verb.channel is Channel.NOTE or verb.kind in _DATELESS:
        return None
    for place in line.places():
        spoken = _spoken_at(line, place, conventions)
        if spoken and _is_meant(line, place, spoken, verb):
            return _taken(line, place, spoken, verb, today)
    return None


def _spoken_at(line: Line, place: int, conventions: Conventions) -> Spoken | None:
    keys = line.keys(place)[:_LONGEST_DATE]
    return date_at(keys, conventions) if keys else None


def _is_meant(line: Line, place: int, spoken: Spoken, verb: Verb) -> bool:
    if spoken.is_loose:
        return place + spoken.length == len(line.tokens)
    introduced = line.tokens[place].key in INTRODUCERS and verb.kind not in (Kind.CONTACT, Kind.INQUIRY)
    return introduced or line.touches(place, spoken.length)


def _taken(line: Line, place: int, spoken: Spoken, verb: Verb, today: date) -> date:
    line.take(place, spoken.length)
    is_step = verb.kind.lies_ahead
    day = spoken.on(today, is_step)
    if is_step and day < today:
        raise BadInput(
            f"{day_words(day)} is past, and {_TO_COME.get(verb.kind, 'a next step')} is still to come.",
            "Give a day to come; for what has happened write “called”, “visited” or “note”.",
        )
    if not is_step and day > today:
        raise BadInput(
            f"{day_words(day)} is still to come, and {_CANNOT_WAIT[verb.kind]} cannot be in the future.",
            "Give the day it happened, with its year if that is another; put quotes around words of the note.",
        )
    return day
