"""What a party's page and the tables of people need besides their rows."""

from balancer_desktop.app.book import Book
from balancer_desktop.domain.quick_entry.dates import shift
from balancer_desktop.storage.income_total import income_after
from balancer_desktop.storage.referrals import referred_by


def income_of_year(book: Book) -> int:
    """Income of the 12 months up to today, everybody's, in minor units: what a row's income is a share of."""
    return income_after(book.file.db, shift(book.today(), -1, "y"))


def referrals(book: Book, party_id: int) -> dict[int, str]:
    """id → name of everybody this party referred."""
    return referred_by(book.file.db, party_id)
