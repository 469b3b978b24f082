"""Month totals and cash come from a cache; the ledger, summed by itself, says the same."""

from datetime import date

from balancer_desktop.app import lines, money, people, totals, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side


def assert_as_in_the_ledger(book: Book) -> None:
    balances = book.ledger.balances()
    assert totals.cash_and_owed(book) == (balances["Cash"], balances["Receivable"])


def test_cash_owed_and_months_follow_every_kind_of_change(book: Book) -> None:
    ann = people.add(book, Party("Ann"))
    assert_as_in_the_ledger(book)
    sale = money.record_sale(book, Sale(date(2026, 11, 2), ann, 45000))
    owed = money.record_sale(book, Sale(date(2026, 10, 2), ann, 12000, owed=True))
    money.record_sale(book, Sale(date(2026, 11, 3), ann, -5000))
    van = money.record_expense(book, Expense(date(2026, 11, 4), 7000, Side.RUN, memo="van"))
    work.log(book, Work(date(2026, 11, 4), 90, Side.RUN))
    work.log(book, Work(date(2026, 11, 4), 30, Side.KEEP))
    assert totals.cash_and_owed(book) == (33000, 12000)
    assert_as_in_the_ledger(book)
    (november,) = totals.month_totals(book, Month(2026, 11), Month(2026, 11))
    assert (november.sales, november.expenses, november.minutes) == (40000, 7000, 120)
    lines.mark_paid(book, [owed])
    assert totals.cash_and_owed(book) == (45000, 0)
    money.remove_expense(book, van)
    money.remove_sale(book, sale)
    assert_as_in_the_ledger(book)
    while book.undo():
        assert_as_in_the_ledger(book)
    while book.redo():
        assert_as_in_the_ledger(book)
