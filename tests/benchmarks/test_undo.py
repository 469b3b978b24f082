"""Taking one entry back costs no more than writing it, however large the book."""

from balancer_desktop.app import money, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Sale, Work
from balancer_desktop.domain.side import Side
from tests.benchmarks.big_book import TODAY
from tests.benchmarks.conftest import Books
from tests.benchmarks.measuring import Goal, by_turns, report, timed

ROWS = 1_000_000
SMALL = 1_000
TURNS = 21


def test_undo_of_one_entry_against_logging_it(opened: Books) -> None:
    """Sales are the dearest entries: two postings, the first-sale rule, and the customer classified afresh."""
    book, small = opened(ROWS), opened(SMALL)
    logged, undone, logged_small = by_turns(
        TURNS, lambda: _log_sale(book), lambda: _undo(book), lambda: _log_and_undo(small)
    )
    report("undo of one sale at 1,000,000 ledger rows ÷ logging it", undone, logged, Goal(2))
    report("logging one sale, 1,000,000 ÷ 1,000 ledger rows", logged, logged_small, Goal(2))


def test_undo_of_hours_against_logging_them(opened: Books) -> None:
    book = opened(ROWS)
    logged, undone = by_turns(TURNS, lambda: _log_hours(book), lambda: _undo(book))
    report("undo of hours at 1,000,000 ledger rows ÷ logging them", undone, logged, Goal(2))


def test_a_sale_of_the_customer_who_bought_most(opened: Books) -> None:
    """One customer with 4,000 sales: all of them are classified afresh."""
    book = opened(ROWS)
    many, usual = by_turns(TURNS, lambda: _log_and_undo(book, party=1), lambda: _log_and_undo(book, party=7))
    report("logging a sale of a customer with 4,000 sales ÷ of one with six", many, usual)


def _log_sale(book: Book, party: int = 7) -> float:
    before = len(book.ledger.sales_of(party))
    taken = timed(lambda: money.record_sale(book, Sale(TODAY, party, 12_345, "Roof")))
    assert len(book.ledger.sales_of(party)) == before + 1
    return taken


def _log_hours(book: Book) -> float:
    taken = timed(lambda: work.log(book, Work(TODAY, 90, Side.KEEP, 7, "Roof")))
    assert book.undo_label
    return taken


def _log_and_undo(book: Book, party: int = 7) -> float:
    taken = _log_sale(book, party)
    _undo(book)
    return taken


def _undo(book: Book) -> float:
    taken = timed(book.undo)
    assert not book.undo_label
    return taken
