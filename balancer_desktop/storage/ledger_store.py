"""Sales and expenses as double-entry postings that sum to zero; on screen each stays one line.

Debits are positive. A sale of 100 posts +100 to cash (or receivable) and −100 to sales; an expense of 60 posts
+60 to expenses and −60 to cash.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from balancer_desktop.domain.entries import Expense, Sale
from balancer_desktop.domain.side import Side
from balancer_desktop.storage.tables import EntryRow, PostingRow

CASH, RECEIVABLE, SALES, EXPENSES = 1, 2, 3, 4

_SALES = (
    "SELECT e.on_date, e.party, -s.amount, e.memo, EXISTS "
    f"(SELECT 1 FROM posting AS r WHERE r.entry = e.id AND r.account = {RECEIVABLE}), e.id "
    f"FROM entry AS e JOIN posting AS s ON s.entry = e.id AND s.account = {SALES} WHERE e.kind = 'sale'"
)
_EXPENSES = (
    "SELECT e.on_date, s.amount, e.side, e.party, e.memo, e.id, e.introductory FROM entry AS e "
    f"JOIN posting AS s ON s.entry = e.id AND s.account = {EXPENSES} WHERE e.kind = 'expense'"
)
_ENTER = "INSERT INTO entry (kind, on_date, party, side, memo, source, introductory) VALUES (?, ?, ?, ?, ?, ?, ?)"
_POST = "INSERT INTO posting (entry, account, amount) VALUES (?, ?, ?)"
_BETWEEN = "AND e.on_date BETWEEN ? AND ? ORDER BY e.on_date DESC, e.id DESC LIMIT ?"


class LedgerStore:
    """Takes and returns domain.entries.Sale and Expense; writes need the book's change gate."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def add_sale(self, sale: Sale, source: str | None = None) -> int:
        row = ("sale", sale.on.isoformat(), sale.party_id, None, sale.memo, source, 0)
        return self._post(self._enter(row), _sale_postings(sale))

    def update_sale(self, sale: Sale) -> None:
        EntryRow.update(on_date=sale.on.isoformat(), party=sale.party_id, memo=sale.memo).where(
            EntryRow.id == sale.id
        ).execute(self._db)
        self._repost(sale.id, _sale_postings(sale))

    def add_expense(self, expense: Expense, source: str | None = None) -> int:
        on, party, side = expense.on.isoformat(), expense.party_id or None, expense.side.value
        row = ("expense", on, party, side, expense.memo, source, int(expense.introductory))
        return self._post(self._enter(row), _expense_postings(expense))

    def update_expense(self, expense: Expense) -> None:
        EntryRow.update(
            on_date=expense.on.isoformat(),
            party=expense.party_id or None,
            side=expense.side.value,
            memo=expense.memo,
            introductory=int(expense.introductory),
        ).where(EntryRow.id == expense.id).execute(self._db)
        self._repost(expense.id, _expense_postings(expense))

    def remove(self, entry_id: int) -> None:
        PostingRow.delete().where(PostingRow.entry == entry_id).execute(self._db)
        EntryRow.delete().where(EntryRow.id == entry_id).execute(self._db)

    def sale(self, entry_id: int) -> Sale | None:
        return next(iter(self._sales("AND e.id = ?", entry_id)), None)

    def expense(self, entry_id: int) -> Expense | None:
        return next(iter(self._expenses("AND e.id = ?", entry_id)), None)

    def sales(self, first: date, last: date, most: int = -1) -> list[Sale]:
        """Sales from first to last day, both included, newest first; no more than `most`, all when it is negative."""
        return self._sales(_BETWEEN, first.isoformat(), last.isoformat(), most)

    def expenses(self, first: date, last: date, most: int = -1) -> list[Expense]:
        """As sales."""
        return self._expenses(_BETWEEN, first.isoformat(), last.isoformat(), most)

    def sales_of(self, party_id: int) -> list[Sale]:
        """A party's sales in the order of their dates."""
        return self._sales("AND e.party = ? ORDER BY e.on_date, e.id", party_id)

    def expenses_of(self, party_id: int) -> list[Expense]:
        return self._expenses("AND e.party = ? ORDER BY e.on_date, e.id", party_id)

    def first_sale(self, party_id: int) -> Sale | None:
        """The party's earliest sale that is no refund."""
        return next((sale for sale in self.sales_of(party_id) if sale.amount > 0), None)

    def has_sale(self, party_id: int) -> bool:
        row = self._db.execute_sql(
            "SELECT 1 FROM entry AS e JOIN posting AS s ON s.entry = e.id AND s.account = ? "
            "WHERE e.kind = 'sale' AND e.party = ? AND s.amount < 0 LIMIT 1",
            (SALES, party_id),
        ).fetchone()
        return row is not None

    def balances(self) -> dict[str, int]:
        """Debit balance of every account, by its name; they sum to zero."""
        rows = self._db.execute_sql(
            "SELECT name, coalesce((SELECT sum(amount) FROM posting WHERE account = account.id), 0) FROM account"
        )
        return dict(rows.fetchall())

    def owed(self) -> int:
        """Minor units of sales not paid yet."""
        # The account stands in the SQL itself: that is how SQLite knows the index of what is owed.
        rows = self._db.execute_sql(f"SELECT coalesce(sum(amount), 0) FROM posting WHERE account = {RECEIVABLE}")
        return int(rows.fetchone()[0])

    def _enter(self, row: tuple[object, ...]) -> int:
        """Written as plain SQL, like the postings: peewee would take longer to put it together than SQLite to do it."""
        return int(self._db.execute_sql(_ENTER, row).lastrowid)

    def _post(self, entry_id: int, postings: Iterable[tuple[int, int]]) -> int:
        for posting in postings:
            self._db.execute_sql(_POST, (entry_id, *posting))
        return entry_id

    def _repost(self, entry_id: int, postings: Iterable[tuple[int, int]]) -> None:
        PostingRow.delete().where(PostingRow.entry == entry_id).execute(self._db)
        self._post(entry_id, postings)

    def _sales(self, where: str, *values: object) -> list[Sale]:
        rows = self._db.execute_sql(f"{_SALES} {where}", values)
        return [Sale(date.fromisoformat(on), party, amount, memo, bool(owed), id_)
                for on, party, amount, memo, owed, id_ in rows]  # fmt: skip

    def _expenses(self, where: str, *values: object) -> list[Expense]:
        rows = self._db.execute_sql(f"{_EXPENSES} {where}", values)
        return [Expense(date.fromisoformat(on), amount, Side(side), party or 0, memo, id_, bool(introductory))
                for on, amount, side, party, memo, id_, introductory in rows]  # fmt: skip


def _sale_postings(sale: Sale) -> tuple[tuple[int, int], ...]:
    return (RECEIVABLE if sale.owed else CASH, sale.amount), (SALES, -sale.amount)


def _expense_postings(expense: Expense) -> tuple[tuple[int, int], ...]:
    return (EXPENSES, expense.amount), (CASH, -expense.amount)
