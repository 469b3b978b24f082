"""Monthly totals of sales, spending and hours, for the months beside the lists."""

from balancer_desktop.app.book import Book
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.period import Period, Stretch
from balancer_desktop.domain.totals import MonthTotals
from balancer_desktop.storage import totals_store

MONTHS = 13


def month_totals(book: Book, first: Month, last: Month) -> list[MonthTotals]:
    """Every month from first to last in order, empty ones included."""
    return totals_store.month_totals(book.file.db, first, last)


def span(book: Book) -> tuple[Month, Month] | None:
    """The first and the last month that hold a sale, spending or work; None in a book without any."""
    return totals_store.span(book.file.db)


def cash_and_owed(book: Book) -> tuple[int, int]:
    """Minor units in cash, and minor units of sales not paid yet."""
    owed = book.ledger.owed()
    return totals_store.earned_less_spent(book.file.db) - owed, owed


def months_beside(book: Book, period: Period) -> list[MonthTotals]:
    """The months of a longer period; for a single month the 13 around it, which end with today's or 13 earlier …"""
    first, last = _around(book, period)
    return month_totals(book, first, last)


def _around(book: Book, period: Period) -> tuple[Month, Month]:
    this = Month.of(book.today())
    if period.stretch is Stretch.ALL:
        return span(book) or (this, this)
    if period.stretch is not Stretch.MONTH:
        return period.first, period.last
    distance = (this.year - period.end.year) * 12 + this.month - period.end.month
    last = this.plus(-MONTHS * (distance // MONTHS))
    return last.plus(1 - MONTHS), last
