"""The lists of sales, spending and work, and what is done to several lines at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from balancer_desktop.app import money, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.line import Line, LineKind, Lines
from balancer_desktop.domain.period import Period
from balancer_desktop.storage import lines_store

_REMOVE: dict[LineKind, Callable[[Book, int], None]] = {
    LineKind.SALE: money.remove_sale,
    LineKind.EXPENSE: money.remove_expense,
    LineKind.WORK: work.remove,
}
_MANY = {LineKind.SALE: "sales", LineKind.EXPENSE: "expenses", LineKind.WORK: "work entries"}


def lines(book: Book, kind: LineKind, period: Period, text: str = "", limit: int = 1000) -> Lines:
    """The newest lines of a kind in a period whose person or words hold every word of the text."""
    return lines_store.lines(book.file.db, kind, period.days, text, limit)


def remove(book: Book, chosen: Sequence[Line]) -> None:
    """Take lines out, as one step to undo."""
    if len(chosen) == 1:
        _REMOVE[chosen[0].kind](book, chosen[0].id)
    elif chosen:
        with book.change(f"Remove {len(chosen)} {_MANY[chosen[0].kind]}"):
            for line in chosen:
                _REMOVE[line.kind](book, line.id)


def mark_paid(book: Book, sale_ids: Sequence[int], *, paid: bool = True) -> None:
    """Say that sales have been paid, or that they are not paid after all; one step to undo."""
    found = (book.ledger.sale(sale_id) for sale_id in sale_ids)
    changing = [sale for sale in found if sale and sale.owed is paid]
    if not changing:
        return
    what = f"{len(changing)} sales" if len(changing) > 1 else book.people.names([changing[0].party_id]).popitem()[1]
    with book.change(f"{'Paid' if paid else 'Not paid yet'}: {what}"):
        for sale in changing:
            money.edit_sale(book, replace(sale, owed=not paid))
