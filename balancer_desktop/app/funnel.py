"""The funnel of a period, and how long things take, as a book has them."""

from datetime import date

from balancer_desktop.app.book import Book
from balancer_desktop.domain.pipeline import cycle
from balancer_desktop.domain.pipeline import funnel as funnels
from balancer_desktop.domain.pipeline.cycle import Spans, TimeInStage
from balancer_desktop.domain.pipeline.funnel import Funnel
from balancer_desktop.domain.pipeline.opportunity import Outcome
from balancer_desktop.domain.pipeline.sources import Arrivals
from balancer_desktop.storage import pipeline_rows


def funnel(book: Book, first: date, last: date) -> Funnel:
    """From a day to another, both included, and never beyond today: what is to come has not happened."""
    last = max(first, min(last, book.today()))
    opportunities = book.pipeline.all()
    won = [one.sale_id for one in opportunities if one.outcome is Outcome.WON and one.sale_id]
    arrivals = Arrivals(book.inquiries.since(first), opportunities, pipeline_rows.sales(book.file.db, won))
    return funnels.funnel(arrivals, book.stages.stages(), first, last)


def time_in_stages(book: Book, day: date | None = None) -> dict[int, TimeInStage]:
    """By stage, of everything that ever was there by a day (today)."""
    return cycle.time_in_stages(book.pipeline.all(), day or book.today())


def usual_cycle(book: Book, day: date | None = None) -> Spans:
    """Days from opening to won, of all that were won by a day (today)."""
    return cycle.cycle(book.pipeline.all(), day or book.today())
