"""Reads what was promised to whoever asked, at the end of an inquiry: `… roof leak promised call by fri`."""

from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.dates import day_words
from balancer_desktop.domain.quick_entry.line import Line
from balancer_desktop.domain.quick_entry.when import take_date
from balancer_desktop.domain.quick_entry.words import PROMISED, REFERRAL, Kind, Verb

_BEGINS = frozenset(("promise", "promised", "promising"))


@dataclass(frozen=True, slots=True)
class Promised:
    """by: None where no day was promised."""

    what: str
    by: date | None = None

    @property
    def text(self) -> str:
        return f"{self.what} by {day_words(self.by)}" if self.by else self.what


def take_promise(line: Line, verb: Verb, today: date, conventions: Conventions) -> Promised | None:
    """What an inquiry says was promised, which is taken; BadInput for a day that is past, or no words."""
    if verb.kind is not Kind.INQUIRY:
        return None
    begins = next((place for place in line.places()[1:] if line.tokens[place].key in _BEGINS), len(line.tokens))
    words = line.tokens[begins + 1 : _end(line, begins + 1)]
    if not words:
        return None
    line.take(begins, 1 + len(words))
    told = Line(words)
    if told.tokens[0].key == "to":
        told.take(0, 1)
    by = take_date(told, PROMISED, today, conventions)
    what = told.rest()
    if not what:
        raise BadInput("What was promised is missing.", "Add a word or two, such as “promised a call fri”.")
    return Promised(what, by)


def _end(line: Line, start: int) -> int:
    """Where the line goes on with who sent them."""
    for place in range(start, len(line.tokens)):
        keys = tuple(line.keys(place))
        if any(keys[: len(phrase)] == phrase for phrase in REFERRAL):
            return place
    return len(line.tokens)
