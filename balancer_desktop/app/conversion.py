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
    return _by_stage(book, open_ones, _usual_cycle(book))


def chances(book: Book, stages: Iterable[Stage], open_ones: Iterable[Opportunity]) -> dict[int, Fraction]:
    """By stage, the chance of winning what is there, 0 to 1; see domain.pipeline.conversion."""
    usual = _usual_cycle(book)
    limit = conversions.long_after(usual)
    failing = (one for one in open_ones if conversions.is_long_open(one, book.today(), limit))
    return conversions.chances(stages, _by_stage(book, failing, usual))


def _usual_cycle(book: Book) -> float | None:
    return Spans(closed_rows.cycles(book.file.db, book.today())).usual


def _by_stage(book: Book, open_ones: Iterable[Opportunity], usual: float | None) -> dict[int, Conversion]:
    found = closed_rows.outcomes_by_stage(book.file.db, book.today())
    for stage_id, one in conversions.of_stages(open_ones, book.today(), usual).items():
        found[stage_id] = found.get(stage_id, Conversion()) + one
    return found
