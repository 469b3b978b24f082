"""Short texts for the labels of changes."""

from collections.abc import Collection

from balancer_desktop.app.book import Book
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import format_amount


def hours(minutes: int) -> str:
    """`2 h 30 min`, `45 min`, `2 h`."""
    whole, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{whole} h" if whole else "", f"{rest} min" if rest else "") if part)


def money(book: Book, amount: int) -> str:
    """`450.00 EUR`, in the plain form that labels use whatever the locale."""
    return f"{format_amount(amount, book.currency)} {book.currency.code}"


def name_of(book: Book, party_id: int) -> str:
    """A party's name; BadInput when the book holds no such party (any more)."""
    name = book.people.names([party_id]).get(party_id)
    if name is None:
        raise BadInput("That person is not in the book any more.", "Undo the removal, or choose somebody else.")
    return name


def whom(book: Book, ids: Collection[int]) -> str:
    """`Acme`, or `3 people`."""
    names = book.people.names(ids)
    return next(iter(names.values())) if len(names) == 1 else f"{len(ids)} people"


def gone(what: str) -> BadInput:
    """The refusal to edit something that was removed meanwhile."""
    return BadInput(f"That {what} is not in the book any more.", "Undo the removal, or enter it anew.")
