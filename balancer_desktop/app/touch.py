"""The part of today's list that the rhythms tell: loaded and shown right after what is due."""

from balancer_desktop.app import keep_in_touch, suggestions
from balancer_desktop.app.book import Book
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.domain.agenda import AgendaItem, in_sections


def touch(book: Book, known: KnownRhythms) -> list[AgendaItem]:
    """Suggestions, quiet customers, and lapsed people worth a call; nothing as long as the rhythms are not known."""
    quiet, approach = keep_in_touch.quiet_customers(book, known), keep_in_touch.approach(book, known)
    return in_sections(suggestions.items(book, known), quiet, approach)
