"""Every figure of prospecting that is told of a day, gathered for comparing what was told with what is told later."""

from datetime import date

from balancer_desktop.app import conversion, discipline, funnel, winning_cost
from balancer_desktop.app.book import Book
from balancer_desktop.app.income import income_of_12_months
from balancer_desktop.domain.inquiries.inquiry import SETTLED, state_on
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.pipeline.conversion import by_stage
from balancer_desktop.storage import prospecting


def figures(book: Book, day: date) -> dict[str, object]:
    """By name, as of the end of a day; the funnel is that of its month."""
    parties = sorted(party for party, began in _beginnings(book).items() if began <= day)
    states = [state_on(inquiry, day) for inquiry in book.inquiries.all()]
    return {
        "conversion": conversion.conversion(book, day),
        "by stage": by_stage(book.pipeline.all(), day),
        "funnel": funnel.funnel(book, Month.of(day).first, day),
        "year": funnel.funnel(book, date(day.year, 1, 1), day),
        "time in stages": funnel.time_in_stages(book, day),
        "cycle": funnel.usual_cycle(book, day),
        "gap": discipline.usual_gap(book, day),
        "newest": prospecting.newest_prospect(book.file.db, day),
        "week": discipline.week(book, day),
        "streak": discipline.streak(book, day),
        "open": sorted(one.id for one in book.pipeline.open_on(day)),
        "costs": {party: winning_cost.winning_cost(book, party, day) for party in parties},
        "gain and keep": winning_cost.gain_and_keep(book, day),
        "income": income_of_12_months(book, day),
        "waiting": sum(state is not None and state not in SETTLED for state in states),
        "settled": sum(state in SETTLED for state in states),
    }


def _beginnings(book: Book) -> dict[int, date]:
    found: dict[int, date] = {}
    for change in book.people.histories():
        found.setdefault(change.party_id, change.on)
    return found
