"""A month's figures for the review: hours by side, income by where it came from, spending, who came, who left."""

from balancer_desktop.app import totals
from balancer_desktop.app.book import Book
from balancer_desktop.app.exits import exits
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.month_summary import Left, MonthSummary
from balancer_desktop.storage import month_store


def month_summary(book: Book, month: Month) -> MonthSummary:
    """One month of the book in figures; all zero for a month that holds nothing."""
    income = book.mix.months(Measure.INCOME, month, month)[0]
    return MonthSummary(
        month=month,
        minutes=book.work.minutes(month.first, month.last),
        existing=income.keep,
        new=income.gain,
        won_back=income.win_back,
        spent=totals.month_totals(book, month, month)[0].expenses,
        came=month_store.came(book.file.db, month),
        left=_left(book, month),
    )


def _left(book: Book, month: Month) -> tuple[Left, ...]:
    """Who left in the month, by day, with the reason."""
    found = exits(book, month, month)
    names = book.people.names([one.party_id for one in found])
    labels = {reason.id: reason.label for reason in book.people.reasons()}
    return tuple(Left(one.party_id, names[one.party_id], one.on, labels.get(one.reason_id, "")) for one in found)
