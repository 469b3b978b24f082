"""What the owner does with money: record, correct and take out sales and expenses."""

from dataclasses import replace

from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import follow_first_sale
from balancer_desktop.app.won_sales import follow_sales, keep_won
from balancer_desktop.app.wording import gone, money, name_of
from balancer_desktop.app.work import not_future
from balancer_desktop.domain.entries import Expense, Sale, checked_amount
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.text import storable


def record_sale(book: Book, sale: Sale, source: str | None = None) -> int:
    """The new sale's id; a first sale makes a customer of a prospect. BadInput for zero, no party, a future date."""
    sale = _checked_sale(book, sale)
    what = "Sale" if sale.amount > 0 else "Refund"
    with book.change(f"{what} of {money(book, abs(sale.amount))} · {name_of(book, sale.party_id)}"):
        sale_id = book.ledger.add_sale(sale, source)
        follow_first_sale(book, sale.party_id)
    return sale_id


def edit_sale(book: Book, sale: Sale) -> None:
    """Replace a sale by this one, what its being the first had caused included; BadInput as for a new one."""
    sale = _checked_sale(book, sale)
    before = book.ledger.sale(sale.id)
    if before is None:
        raise gone("sale")
    if before == sale:
        return
    with book.change(f"Edit the sale of {money(book, sale.amount)} · {name_of(book, sale.party_id)}"):
        if before.party_id != sale.party_id:
            keep_won(book, before)
        book.ledger.update_sale(sale)
        for party_id in {before.party_id, sale.party_id}:
            follow_sales(book, party_id)


def remove_sale(book: Book, sale_id: int) -> None:
    """Take a sale out; what its being the first had caused goes with it.

    An opportunity it came of stays won, at the amount of the sale, and its party a customer.
    """
    sale = book.ledger.sale(sale_id)
    if sale is None:
        return
    with book.change(f"Remove the sale of {money(book, sale.amount)} · {name_of(book, sale.party_id)}"):
        keep_won(book, sale)
        book.ledger.remove(sale_id)
        follow_sales(book, sale.party_id)


def record_expense(book: Book, expense: Expense, source: str | None = None) -> int:
    """The new expense's id; BadInput for zero, a future date, or a party that is none."""
    expense = _checked_expense(book, expense)
    with book.change(f"Expense of {money(book, expense.amount)}{_about(expense)}"):
        return book.ledger.add_expense(expense, source)


def edit_expense(book: Book, expense: Expense) -> None:
    expense = _checked_expense(book, expense)
    before = book.ledger.expense(expense.id)
    if before is None:
        raise gone("expense")
    if before != expense:
        with book.change(f"Edit the expense of {money(book, expense.amount)}{_about(expense)}"):
            book.ledger.update_expense(expense)


def remove_expense(book: Book, expense_id: int) -> None:
    expense = book.ledger.expense(expense_id)
    if expense:
        with book.change(f"Remove the expense of {money(book, expense.amount)}{_about(expense)}"):
            book.ledger.remove(expense_id)


def _checked_sale(book: Book, sale: Sale) -> Sale:
    checked_amount(sale.amount)
    not_future(book, sale.on)
    if not sale.party_id or not book.people.names([sale.party_id]):
        raise BadInput("Who it was earned from is missing.", "Name a customer.")
    return replace(sale, memo=storable(sale.memo.strip()))


def _checked_expense(book: Book, expense: Expense) -> Expense:
    checked_amount(expense.amount)
    not_future(book, expense.on)
    if expense.party_id:
        name_of(book, expense.party_id)
    return replace(expense, memo=storable(expense.memo.strip()))


def _about(expense: Expense) -> str:
    return f" · {expense.memo}" if expense.memo else ""
