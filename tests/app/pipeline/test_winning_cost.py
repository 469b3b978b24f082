"""What winning cost, as it is read from a book."""

from datetime import date

from balancer_desktop.app import book_settings, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.book_settings import BookSettings
from balancer_desktop.app.winning_cost import gain_and_keep, winning_cost
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.gain_and_keep import Effort
from balancer_desktop.domain.pipeline.winning_cost import Payback
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing, StandingChange


def test_one_party_is_told_from_its_entries(book: Book) -> None:
    party = people.add(book, Party("Hilltop"), Standing.PROSPECT, date(2026, 1, 1))
    other = people.add(book, Party("Other"), Standing.PROSPECT, date(2026, 1, 1))
    with book.change("Fill"):
        for who in (party, other):
            book.work.add(Work(date(2026, 2, 1), 90, Side.GAIN, who))
        book.ledger.add_expense(Expense(date(2026, 2, 2), 1500, Side.GAIN, party))
        book.ledger.add_expense(Expense(date(2026, 4, 1), 500, Side.GAIN, party, introductory=True))
        book.ledger.add_sale(Sale(date(2026, 3, 1), party, 9000))
    assert winning_cost(book, party).payback is Payback.UNPRICED
    book_settings.save(book, BookSettings(hourly_cost=4000))
    told = winning_cost(book, party)
    assert (told.cost, told.payback, told.paid_on) == (8000, Payback.PAID, date(2026, 3, 1))
    assert winning_cost(book, party, date(2026, 2, 28)).payback is Payback.NO_SALE


def test_all_customers_are_told_from_twelve_months(book: Book) -> None:
    with book.change("Fill"):
        for n in range(6):
            party = book.people.add(Party(f"P{n}", customer_since=date(2020, 1, 1) if n == 5 else None))
            book.people.add_standing(StandingChange(party, date(2025, 1, 1), Standing.CURRENT))
            book.ledger.add_sale(Sale(date(2025, 11, 20) if n == 4 else date(2025, 11, 21), party, 100))
        book.people.add_standing(StandingChange(1, date(2026, 5, 21), Standing.EX))
        book.work.add(Work(date(2025, 11, 20), 9, Side.GAIN))
        book.work.add(Work(date(2025, 11, 21), 400, Side.GAIN))
        book.work.add(Work(date(2026, 11, 20), 50, Side.KEEP))
        book.work.add(Work(date(2026, 11, 20), 50, Side.RUN))
        for side, amount in ((Side.GAIN, 1000), (Side.KEEP, 300), (Side.WIN_BACK, 7)):
            book.ledger.add_expense(Expense(date(2026, 1, 1), amount, side))
            book.ledger.add_expense(Expense(date(2026, 1, 1), 20, side, introductory=True))
    told = gain_and_keep(book)
    assert (told.first, told.last, told.months) == (date(2025, 11, 21), date(2026, 11, 20), 12)
    assert (told.gaining, told.keeping) == (Effort(400, 1060), Effort(50, 300))
    # One was a customer long before, one bought first a day too early; one left after six of the twelve days.
    assert (told.gained, told.kept) == (4, 6 - 1 / 2)
    assert told.to_gain_one == Effort(100, 265)
    assert gain_and_keep(book, date(2026, 11, 18)).withheld == "Needs 12 months of records; you have 11."
