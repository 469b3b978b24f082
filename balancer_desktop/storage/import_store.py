"""Bulk reading and writing for imports: many rows at a time, straight through SQLite's executemany."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import StandingChange, standing_on
from balancer_desktop.storage.dates import to_text
from balancer_desktop.storage.ledger_store import CASH, EXPENSES, RECEIVABLE, SALES
from balancer_desktop.storage.people_store import search_text

BULK_TABLES = ("party", "contact_point", "party_tag", "standing_change", "entry", "posting", "work")


class ImportStore:
    """Writes need the book's change gate, inside history.bulk(*BULK_TABLES). Ids are given out rising and gapless."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def keys(self) -> dict[str, int]:
        """Every import key in the book and the id of its record."""
        union = " UNION ALL ".join(
            f"SELECT source, id FROM {table} WHERE source IS NOT NULL" for table in ("party", "entry", "work")
        )
        return dict(self._db.execute_sql(union).fetchall())

    def next_id(self, table: str) -> int:
        return int(self._db.execute_sql(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])

    def add_people(self, people: Iterable[tuple[str, Party, list[StandingChange]]]) -> None:
        """(key, party, history) with the ids already set; the history's last change is the standing."""
        rows, details, tags, changes = [], [], [], []
        for key, party, history in people:
            standing = standing_on(history, date.max).value
            rows.append((
                party.id, party.kind.value, party.name, party.company, party.address, party.notes,
                party.referred_by or None, to_text(party.customer_since), standing, search_text(party), key,
            ))  # fmt: skip
            details += [(party.id, c.kind.value, c.value, c.label) for c in party.contacts]
            tags += [(party.id, tag) for tag in dict.fromkeys(party.tags)]
            changes += [
                (c.party_id, c.on.isoformat(), c.standing.value, c.reason_id or None, c.note, c.cause_sale or None)
                for c in history
            ]
        self._many(
            "party (id, kind, name, company, address, notes, referred_by, customer_since, standing, folded, source)",
            11,
            rows,
        )
        self._many("contact_point (party, kind, value, label)", 4, details)
        self._many("party_tag (party, tag)", 2, tags)
        self._many("standing_change (party, on_date, standing, reason, note, cause_sale)", 6, changes)

    def add_sales(self, sales: Iterable[tuple[str, Sale]]) -> None:
        """Sales whose ids follow on from next_id("entry")."""
        postings: list[tuple[int, int, int]] = []

        def entries() -> Iterator[tuple[object, ...]]:
            day = cache(date.isoformat)
            for key, sale in sales:
                number, amount = sale.id, sale.amount
                postings.append((number, RECEIVABLE if sale.owed else CASH, amount))
                postings.append((number, SALES, -amount))
                yield number, "sale", day(sale.on), sale.party_id, None, sale.memo, key

        self._post(entries(), postings)

    def add_expenses(self, expenses: Iterable[tuple[str, Expense]]) -> None:
        """Expenses whose ids follow on from next_id("entry")."""
        postings: list[tuple[int, int, int]] = []

        def entries() -> Iterator[tuple[object, ...]]:
            for key, spent in expenses:
                postings.append((spent.id, EXPENSES, spent.amount))
                postings.append((spent.id, CASH, -spent.amount))
                on, party = spent.on.isoformat(), spent.party_id or None
                yield spent.id, "expense", on, party, spent.side.value, spent.memo, key

        self._post(entries(), postings)

    def add_work(self, work: Iterable[tuple[str, Work]]) -> None:
        self._many(
            "work (on_date, minutes, side, party, note, source)",
            6,
            ((w.on.isoformat(), w.minutes, w.side.value, w.party_id or None, w.note, key) for key, w in work),
        )

    def rule_dates(self) -> dict[int, date]:
        """When the first-sale rule made a customer of a party, for those it did."""
        rows = self._db.execute_sql("SELECT party, on_date FROM standing_change WHERE cause_sale IS NOT NULL")
        return {party: date.fromisoformat(on) for party, on in rows}

    def prospects(self) -> set[int]:
        return {row[0] for row in self._db.execute_sql("SELECT id FROM party WHERE standing = 'prospect'")}

    def _post(self, entries: Iterator[tuple[object, ...]], postings: list[tuple[int, int, int]]) -> None:
        self._many("entry (id, kind, on_date, party, side, memo, source)", 7, entries)
        self._many("posting (entry, account, amount)", 3, postings)

    def _many(self, into: str, columns: int, rows: Iterable[tuple[object, ...]]) -> None:
        marks = ", ".join("?" * columns)
        self._db.connection().executemany(f"INSERT INTO {into} VALUES ({marks})", rows)
