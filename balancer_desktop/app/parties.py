"""What a party's page and the tables of people need besides their rows."""

from datetime import timedelta

from balancer_desktop.app.book import Book
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.shifting import shift
from balancer_desktop.storage.income_total import income_between
from balancer_desktop.storage.referrals import referred_by


def income_of_year(book: Book) -> int:
    """Income of the 12 months up to today, everybody's, in minor units: what a row's income is a share of.

    Whole months come from the mix's totals; only the days that are left of the first one are added up.
    """
    day = shift(book.today(), -1, "y")
    begun = Month.of(day)
    months = book.mix.months(Measure.INCOME, begun.plus(1), Month.of(book.today()))
    rest = income_between(book.file.db, day + timedelta(days=1), begun.last)
    return rest + sum(month.keep + month.gain + month.win_back for month in months)


def referrals(book: Book, party_id: int) -> dict[int, str]:
    """id → name of everybody this party referred."""
    return referred_by(book.file.db, party_id)
