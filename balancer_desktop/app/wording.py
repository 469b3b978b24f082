"""Short texts for the labels of changes."""

from balancer_desktop.app.book import Book
from balancer_desktop.domain.money import format_amount


def hours(minutes: int) -> str:
    """`2 h 30 min`, `45 min`, `2 h`."""
    whole, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{whole} h" if whole else "", f"{rest} min" if rest else "") if part)


def money(book: Book, amount: int) -> str:
    """`450.00 EUR`, in the plain form that labels use whatever the locale."""
    return f"{format_amount(amount, book.currency)} {book.currency.code}"
