"""The part of today's list that the rhythms tell: loaded and shown right after what is due."""

from balancer_desktop.app import keep_in_touch, suggestions
from balancer_desktop.app.book import Book
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.domain.agenda import AgendaItem, in_sections

MOST, MOST_APPROACHED = 8, 5
"""Lines of a kind that today's page shows; the tabs have them all."""


def touch(book: Book, known: KnownRhythms, most: int = MOST) -> list[AgendaItem]:
    """Suggestions, quiet customers, and lapsed people worth a call; nothing as long as the rhythms are not known."""
    quiet = keep_in_touch.quiet_customers(book, known, most)
    approach = keep_in_touch.approach(book, known, most if most > MOST else MOST_APPROACHED)
    return in_sections(suggestions.items(book, known, most), quiet, approach)
