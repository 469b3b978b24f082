"""The mix's monthly totals: a cache that follows every change by its difference, and can be rebuilt from the rows.

Hours and money add up row by row, those of running the business too, which the mix leaves out but a month's totals
need. Income and heads depend on a party's whole series of sales, so a party whose sales
changed is classified afresh and only the difference to what was cached is written.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from balancer_desktop.domain.mix import NEW_DAYS, SILENT_DAYS, Measure, MixMonth, PartyMonth, classify, party_months
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import MIX_SIDES, Side
from balancer_desktop.storage.dates import to_date
from balancer_desktop.storage.ledger_store import EXPENSES, SALES
from balancer_desktop.storage.settings_store import SettingsStore

_AT_ONCE = 500
"""Parties counted together: fewer queries, and no more memory for an import of any length."""

# CROSS JOIN keeps the order as written, + keeps an index out of it: SQLite cannot know how small a step is, and would
# read every entry for it.
# A row whose id was freed and given to a bulk insert of the same step is in its range as well as among the images.
_NOT_IN_RANGE = (
    "NOT EXISTS (SELECT 1 FROM undo_range AS r "
    "WHERE r.step = u.step AND r.name = '{}' AND u.id BETWEEN r.low AND r.high)"
)
# The ledger writes an entry's header and its postings together, so a touched entry has images of both.
_MONEY_CHANGE = f"""
SELECT u.on_date, u.side, -p.amount FROM undo_posting AS p
    CROSS JOIN undo_entry AS u ON u.step = p.step AND u.id = p.entry AND u.existed AND u.kind = 'expense'
    WHERE p.step = :s AND p.existed AND p.account = {EXPENSES}
UNION ALL SELECT e.on_date, e.side, p.amount FROM undo_entry AS u CROSS JOIN entry AS e ON e.id = u.id
    CROSS JOIN posting AS p ON p.entry = e.id AND p.account = {EXPENSES} WHERE u.step = :s AND e.kind = 'expense'
    AND {_NOT_IN_RANGE.format("entry")}
UNION ALL SELECT e.on_date, e.side, p.amount FROM undo_range AS r CROSS JOIN entry AS e ON e.id BETWEEN r.low AND r.high
    CROSS JOIN posting AS p ON p.entry = e.id AND p.account = {EXPENSES}
    WHERE r.step = :s AND r.name = 'entry' AND +e.kind = 'expense'
"""
_HOURS_CHANGE = f"""
SELECT on_date, side, -minutes FROM undo_work WHERE step = :s AND existed
UNION ALL SELECT w.on_date, w.side, w.minutes FROM undo_work AS u CROSS JOIN work AS w ON w.id = u.id WHERE u.step = :s
    AND {_NOT_IN_RANGE.format("work")}
UNION ALL SELECT w.on_date, w.side, w.minutes FROM undo_range AS r CROSS JOIN work AS w ON w.id BETWEEN r.low AND r.high
    WHERE r.step = :s AND r.name = 'work'
"""
_INCOME_COLUMNS = "party, month, side, income, heads"
_ADD = (
    "INSERT INTO mix_month (measure, month, side, total) VALUES (?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET total = total + excluded.total"
)
Totals = Counter[tuple[str, str, str]]
"""(measure, month, side) → total."""


class MixStore:
    """Reads the mix; follow() belongs to the end of every change."""

    def __init__(self, db: Any) -> None:
        self._db = db
        self._settings = SettingsStore(db)

    def months(self, measure: Measure, first: Month, last: Month) -> list[MixMonth]:
        """Every month from first to last, empty ones included."""
        rows = self._db.execute_sql(
            "SELECT month, side, total FROM mix_month WHERE measure = ? AND month BETWEEN ? AND ?",
            (measure.value, str(first), str(last)),
        )
        totals = {(month, side): total for month, side, total in rows}
        return [
            MixMonth(m, **{s.value: totals.get((str(m), s.value), 0) for s in MIX_SIDES}) for m in first.until(last)
        ]

    def span(self) -> tuple[Month, Month] | None:
        """The first and last month that hold anything."""
        low, high = self._db.execute_sql("SELECT min(month), max(month) FROM mix_month").fetchone()
        return (Month.parse(low), Month.parse(high)) if low else None

    def buyers(self, month: Month, side: Side) -> list[int]:
        """Parties with income on this side in the month."""
        rows = self._db.execute_sql(
            "SELECT party FROM income_month WHERE month = ? AND side = ?", (str(month), side.value)
        )
        return [row[0] for row in rows]

    def classified(self, party_id: int) -> list[tuple[int, Side]]:
        """A party's sales as (id, side), in the order of their dates."""
        rows = self._sales_rows("AND e.party = ?", (party_id,), "e.id, e.on_date, -s.amount").fetchall()
        since = self._db.execute_sql("SELECT customer_since FROM party WHERE id = ?", (party_id,)).fetchone()
        sales = [(date.fromisoformat(on), amount) for _, on, amount in rows]
        sides = classify(sales, to_date(since[0]) if since else None, *self._days)
        return [(row[0], side) for row, side in zip(rows, sides, strict=True)]

    def follow(self, step: int, touched: frozenset[str], sellers: Sequence[int]) -> None:
        """Bring the totals in line with what a step of the history changed, its parties with other sales among them."""
        if "setting" in touched and self._days_changed(step):
            self.rebuild()
            return
        change: Totals = Counter()
        if "work" in touched:
            self._gather(change, Measure.HOURS, self._db.execute_sql(_HOURS_CHANGE, {"s": step}))
        if "entry" in touched:
            self._gather(change, Measure.MONEY, self._db.execute_sql(_MONEY_CHANGE, {"s": step}))
        for start in range(0, len(sellers), _AT_ONCE):
            self._recount(sellers[start : start + _AT_ONCE], change)
        self._write(change)

    def rebuild(self) -> None:
        """Count everything afresh."""
        incomes, totals = self.counted()
        self._db.execute_sql("DELETE FROM mix_month")
        self._db.execute_sql("DELETE FROM income_month")
        self._insert_income(incomes)
        self._write(totals)

    def cached(self) -> tuple[set[tuple[Any, ...]], Totals]:
        """What the cache says: rows of (party, month, side, income, heads), and totals."""
        income = set(self._db.execute_sql(f"SELECT {_INCOME_COLUMNS} FROM income_month").fetchall())
        rows = self._db.execute_sql("SELECT measure, month, side, total FROM mix_month").fetchall()
        return income, Counter({(measure, month, side): total for measure, month, side, total in rows})

    def counted(self) -> tuple[list[tuple[Any, ...]], Totals]:
        """What the cache should say, counted from the entries themselves; totals of zero are left out."""
        totals: Totals = Counter()
        hours = self._db.execute_sql("SELECT substr(on_date, 1, 7), side, sum(minutes) FROM work GROUP BY 1, 2")
        self._gather(totals, Measure.HOURS, hours)
        money = self._db.execute_sql(
            "SELECT substr(e.on_date, 1, 7), e.side, sum(p.amount) FROM entry AS e "
            "JOIN posting AS p ON p.entry = e.id AND p.account = ? WHERE e.kind = 'expense' GROUP BY 1, 2",
            (EXPENSES,),
        )
        self._gather(totals, Measure.MONEY, money)
        incomes = list(self._incomes())
        for _, month, side, income, heads in incomes:
            totals[Measure.INCOME, month, side] += income
            totals[Measure.HEADS, month, side] += heads
        return incomes, Counter({key: total for key, total in totals.items() if total})

    def _days_changed(self, step: int) -> bool:
        names = "('new_days', 'silent_days')"
        return bool(
            self._db.execute_sql(
                "SELECT 1 FROM undo_setting AS u LEFT JOIN setting AS s ON s.id = u.id "
                f"WHERE u.step = ? AND (u.name IN {names} OR s.name IN {names})",
                (step,),
            ).fetchone()
        )

    @staticmethod
    def _gather(totals: Totals, measure: Measure, rows: Iterable[tuple[str, str, int]]) -> None:
        for on, side, amount in rows:
            totals[measure.value, on[:7], side] += amount

    def _recount(self, parties: Sequence[int], change: Totals) -> None:
        """Replace these parties' months, adding the difference to the change."""
        chosen = ", ".join(map(str, parties))
        rows = self._db.execute_sql(f"SELECT {_INCOME_COLUMNS} FROM income_month WHERE party IN ({chosen})")
        before, after = set(rows.fetchall()), list(self._incomes(chosen))
        stale, fresh = before.difference(after), [row for row in after if row not in before]
        delete = "DELETE FROM income_month WHERE party = ? AND month = ? AND side = ?"
        self._db.connection().executemany(delete, (row[:3] for row in stale))
        self._insert_income(fresh)
        for sign, differing in ((-1, stale), (1, fresh)):
            for _, month, side, income, heads in differing:
                change[Measure.INCOME, month, side] += sign * income
                change[Measure.HEADS, month, side] += sign * heads

    def _incomes(self, chosen: str = "") -> Iterator[tuple[Any, ...]]:
        """Rows of income_month as the sales have them, of the parties whose ids are listed, or of all."""
        among = f" AND {{}} IN ({chosen})" if chosen else ""
        rows = self._db.execute_sql(
            f"SELECT id, customer_since FROM party WHERE customer_since <> ''{among.format('id')}"
        )
        since, days = dict(rows.fetchall()), self._days
        day = cache(date.fromisoformat)
        sales = self._sales_rows(among.format("e.party"), (), "e.party, e.on_date, -s.amount")
        for party_id, group in groupby(sales, itemgetter(0)):
            dated = [(day(on), amount) for _, on, amount in group]
            sides = classify(dated, to_date(since.get(party_id)), *days)
            yield from _rows(party_id, party_months(dated, sides))

    def _sales_rows(self, where: str, values: tuple[object, ...], columns: str) -> Any:
        return self._db.execute_sql(
            f"SELECT {columns} FROM entry AS e JOIN posting AS s ON s.entry = e.id AND s.account = {SALES} "
            f"WHERE e.kind = 'sale' {where} ORDER BY e.party, e.on_date, e.id",
            values,
        )

    @property
    def _days(self) -> tuple[int, int]:
        new = self._settings.get("new_days", str(NEW_DAYS))
        return int(new), int(self._settings.get("silent_days", str(SILENT_DAYS)))

    def _insert_income(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._db.connection().executemany("INSERT INTO income_month VALUES (?, ?, ?, ?, ?)", rows)

    def _write(self, change: Totals) -> None:
        rows = [(*key, total) for key, total in change.items() if total]
        self._db.connection().executemany(_ADD, rows)
        self._db.execute_sql("DELETE FROM mix_month WHERE total = 0")


def _rows(party_id: int, months: Iterable[PartyMonth]) -> list[tuple[int, str, str, int, int]]:
    return [(party_id, str(m.month), m.side.value, m.income, m.heads) for m in months]
