"""How often the owner wants to be in touch: with a party, and with everybody of a tag."""

from dataclasses import replace

from balancer_desktop.app.book import Book
from balancer_desktop.app.wording import gone
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.rhythm.cadence import check_gaps
from balancer_desktop.domain.text import storable


def set_party(book: Book, party_id: int, ideal: int, longest: int) -> None:
    """Days between contacts: at best, and at most; 0 sets none. BadInput when the longest is below the ideal one."""
    check_gaps(ideal, longest)
    party = book.people.get(party_id)
    if party is None:
        raise gone("person")
    wanted = replace(party, ideal_gap=ideal, longest_gap=longest)
    if wanted != party:
        with book.change(_label(party.name, ideal, longest)):
            book.people.update(wanted)


def set_tag(book: Book, tag: str, ideal: int, longest: int) -> None:
    """The same for everybody of a tag who has no cadence of their own; where several tags say it, the strictest."""
    check_gaps(ideal, longest)
    tag = storable(" ".join(tag.split()))
    if not tag:
        raise BadInput("The tag is empty.", "Choose one of the book's tags.")
    if book.reminders.tag_gaps().get(tag, (0, 0)) != (ideal, longest):
        with book.change(_label(f"“{tag}”", ideal, longest)):
            book.reminders.set_tag_gaps(tag, ideal, longest)


def _label(whom: str, ideal: int, longest: int) -> str:
    return f"{'Set' if ideal or longest else 'Clear'} how often to be in touch · {whom}"
