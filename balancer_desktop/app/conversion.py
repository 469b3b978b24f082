"""How much of what is tried is won, as of a day."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from balancer_desktop.app.book import Book
from balancer_desktop.domain.pipeline import conversion as conversions
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.cycle import Spans
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.storage import closed_rows


def conversion(book: Book, day: date | None = None) -> Conversion:
    """Of everything ever tried, by the end of a day (today's if none is given)."""
    return conversions.conversion(book.pipeline.all(), day or book.today())


def by_stage(book: Book, open_ones: Iterable[Opportunity]) -> dict[int, Conversion]:
    """By stage, of what ever was there, as of today. What is open is handed in; the rest is counted in the book."""
    return _with_closed(book, conversions.of_stages(open_ones, book.today(), _usual_cycle(book)))


def chances(book: Book, stages: Iterable[Stage], open_ones: Iterable[Opportunity]) -> dict[int, Fraction]:
    """By stage, the chance of winning what is there, 0 to 1; see domain.pipeline.conversion."""
    failing = conversions.failing(open_ones, book.today(), _usual_cycle(book))
    return conversions.chances(stages, _with_closed(book, failing))


def _usual_cycle(book: Book) -> float | None:
    return Spans(closed_rows.cycles(book.file.db, book.today())).usual


def _with_closed(book: Book, found: dict[int, Conversion]) -> dict[int, Conversion]:
    closed = closed_rows.outcomes_by_stage(book.file.db, book.today())
    return {
        stage_id: found.get(stage_id, Conversion()) + closed.get(stage_id, Conversion())
        for stage_id in found.keys() | closed.keys()
    }
