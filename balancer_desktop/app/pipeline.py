"""The pipeline as the board and the table show it."""

from collections.abc import Sequence
from datetime import date

from balancer_desktop.app.book import Book
from balancer_desktop.app.conversion import chances
from balancer_desktop.domain.pipeline import board as boards
from balancer_desktop.domain.pipeline.board import Card, Column, Known
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.quick_entry.dates import shift
from balancer_desktop.storage import pipeline_rows


def board(book: Book) -> list[Column]:
    """Every stage in its order with its open opportunities, as of today."""
    opportunities = book.pipeline.open()
    return boards.board(opportunities, _known(book, opportunities, opportunities), book.today())


def cards(book: Book, closed_since: date | None = None) -> list[Card]:
    """The rows of the table: what is open, and what was won or lost since a day (12 months ago if none is given)."""
    since = closed_since or shift(book.today(), -1, "y")
    open_ones = book.pipeline.open()
    return _cards(book, [*open_ones, *book.pipeline.closed_since(since)], open_ones)


def cards_of(book: Book, party_id: int) -> list[Card]:
    """Everything that was or may be sold to one party, the first opened first."""
    return _cards(book, book.pipeline.of_party(party_id), book.pipeline.open())


def card_of(book: Book, opportunity_id: int) -> Card | None:
    """One opportunity, None when it is not in the book."""
    found = book.pipeline.get(opportunity_id)
    return _cards(book, [found], book.pipeline.open())[0] if found else None


def _cards(book: Book, opportunities: Sequence[Opportunity], open_ones: Sequence[Opportunity]) -> list[Card]:
    known = _known(book, opportunities, open_ones)
    return [boards.card(opportunity, known, book.today()) for opportunity in opportunities]


def _known(book: Book, opportunities: Sequence[Opportunity], open_ones: Sequence[Opportunity]) -> Known:
    parties = {opportunity.party_id for opportunity in opportunities}
    stages = {stage.id: stage for stage in book.stages.stages()}
    return Known(
        pipeline_rows.who(book.file.db, parties),
        book.pipeline.last_events(parties, book.today()),
        pipeline_rows.open_steps(book.file.db, parties),
        stages,
        chances(book, stages.values(), open_ones),
        pipeline_rows.sales(book.file.db, [one.sale_id for one in opportunities if one.sale_id]),
    )
