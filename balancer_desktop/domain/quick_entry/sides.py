"""Which side an hour or a cost is on, when the line or the party says it."""

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.line import Line
from balancer_desktop.domain.quick_entry.name_tables import name_words
from balancer_desktop.domain.quick_entry.people import Person
from balancer_desktop.domain.quick_entry.words import SIDE_TAGS, SIDE_WORDS, Kind
from balancer_desktop.domain.side import Side, side_for


def take_side(line: Line) -> Side | None:
    """The side of `#keep`, `#gain`, `#winback` or `#run`, which is taken; BadInput when two disagree."""
    tagged = {
        place: SIDE_TAGS[line.tokens[place].key] for place in line.places() if line.tokens[place].key in SIDE_TAGS
    }
    for place in tagged:
        line.take(place, 1)
    sides = list(dict.fromkeys(tagged.values()))
    if len(sides) > 1:
        raise BadInput(f"Two sides: {' and '.join(side.label for side in sides)}.", "Leave one.")
    return sides[0] if sides else None


def proposed_side(kind: Kind, person: Person, words: str) -> Side | None:
    """From the party for work, from the words first for an expense; None when neither says."""
    by_party, by_words = _side_of(person), side_in(words)
    return by_party or by_words if kind is Kind.WORK else by_words or by_party


def side_in(words: str) -> Side | None:
    """The one side that the words say; None when they say none, or two."""
    found = name_words(words)
    phrases = (found[n : n + length] for n in range(len(found)) for length in (1, 2))
    sides = {SIDE_WORDS[phrase] for phrase in phrases if phrase in SIDE_WORDS}
    return sides.pop() if len(sides) == 1 else None


def _side_of(person: Person) -> Side | None:
    if person.party:
        return side_for(person.party.standing)
    return Side.GAIN if person.who.is_new else None
