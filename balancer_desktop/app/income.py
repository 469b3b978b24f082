"""Income up to a day, of today or of the past, told the same whenever it is asked for."""

from datetime import date, timedelta

from balancer_desktop.app.book import Book
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.shifting import shift
from balancer_desktop.storage.income_total import income_between


def income_of_12_months(book: Book, day: date) -> int:
    """Income of the 12 months that end with a day, everybody's, in minor units.

    Whole months come from the mix's totals; only the days that are left of the first and the last are added up.
    """
    before = shift(day, -1, "y")
    begun, last = Month.of(before), Month.of(day)
    months = book.mix.months(Measure.INCOME, begun.plus(1), last.plus(-1))
    ends = income_between(book.file.db, before + timedelta(days=1), begun.last)
    ends += income_between(book.file.db, last.first, day)
    return ends + sum(month.keep + month.gain + month.win_back for month in months)
