"""Lists of sales, spending and work, newest first, as many as are asked for."""

from datetime import date
from typing import Any

from balancer_desktop.domain.line import Line, LineKind, Lines
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.side import Side
from balancer_desktop.storage import matching
from balancer_desktop.storage.ledger_store import EXPENSES, RECEIVABLE, SALES

_SIDES = {side.value: side for side in Side}
_TABLES = {
    LineKind.SALE: f"entry AS e JOIN posting AS s ON s.entry = e.id AND s.account = {SALES}",
    LineKind.EXPENSE: f"entry AS e JOIN posting AS s ON s.entry = e.id AND s.account = {EXPENSES}",
    LineKind.WORK: "work AS e",
}
_KIND = {LineKind.SALE: "{}e.kind = 'sale'", LineKind.EXPENSE: "{}e.kind = 'expense'", LineKind.WORK: "1"}
_TOTAL = "SELECT coalesce(sum(total), 0) FROM mix_month WHERE measure = ? AND month BETWEEN ? AND ?"
_MEASURE = {LineKind.SALE: Measure.INCOME, LineKind.EXPENSE: Measure.MONEY, LineKind.WORK: Measure.HOURS}
_WIDE = 400
"""Days beyond which a search reads the whole table."""
_AMOUNT = {LineKind.SALE: "-s.amount", LineKind.EXPENSE: "s.amount", LineKind.WORK: "e.minutes"}
_TEXT = {LineKind.SALE: "e.memo", LineKind.EXPENSE: "e.memo", LineKind.WORK: "e.note"}
_OWED = f"EXISTS (SELECT 1 FROM posting AS r WHERE r.entry = e.id AND r.account = {RECEIVABLE})"


def lines(db: Any, kind: LineKind, days: tuple[date, date], text: str = "", limit: int = 1000) -> Lines:
    """The newest `limit` lines whose person or words hold every word of the text.

    days: the first and the last of a run of whole months.
    """
    matching.prepare(db)
    where, values = _where(kind, days, text)
    side, owed = ("NULL", _OWED) if kind is LineKind.SALE else ("e.side", "0")
    rows = db.execute_sql(
        f"SELECT e.id, e.on_date, e.party, {_TEXT[kind]}, {_AMOUNT[kind]}, {side}, {owed}, "
        f"(SELECT name FROM party WHERE party.id = e.party) FROM {_TABLES[kind]} WHERE {where} "
        "ORDER BY e.on_date DESC, e.id DESC LIMIT ?",
        (*values, limit),
    ).fetchall()
    found = tuple(_line(kind, *row) for row in rows)
    if len(found) < limit:
        return Lines(found, len(found), sum(line.amount for line in found))
    return Lines(found, *_summed(db, kind, where, values) if text.strip() else _whole(db, kind, days))


def _whole(db: Any, kind: LineKind, days: tuple[date, date]) -> tuple[int, int]:
    """Count and total of a whole period of whole months; the total stands in the mix's cache."""
    where, values = _where(kind, days, "")
    table = "work" if kind is LineKind.WORK else "entry"
    count = db.execute_sql(f"SELECT count(*) FROM {table} AS e WHERE {where}", values).fetchone()
    months = (day.isoformat()[:7] for day in days)
    return int(count[0]), int(db.execute_sql(_TOTAL, (_MEASURE[kind].value, *months)).fetchone()[0])


def _summed(db: Any, kind: LineKind, where: str, values: tuple[object, ...]) -> tuple[int, int]:
    row = db.execute_sql(
        f"SELECT count(*), coalesce(sum({_AMOUNT[kind]}), 0) FROM {_TABLES[kind]} WHERE {where}", values
    ).fetchone()
    return int(row[0]), int(row[1])


def _where(kind: LineKind, days: tuple[date, date], text: str) -> tuple[str, tuple[object, ...]]:
    # Reading words all over the book is quicker in the order of the rows than in that of their dates: hence the +.
    by_row = "+" if text and (days[1] - days[0]).days > _WIDE else ""
    conditions = [_KIND[kind].format(by_row), f"{by_row}e.on_date BETWEEN ? AND ?"]
    values: list[object] = [day.isoformat() for day in days]
    for word in matching.words(text):
        person = "e.party IN (SELECT id FROM party WHERE folded LIKE ? ESCAPE '\\')"
        conditions.append(f"({person} OR {matching.holds(_TEXT[kind])})")
        values += [matching.within(word), *matching.values(word)]
    return " AND ".join(conditions), tuple(values)


def _line(
    kind: LineKind, id_: int, on: str, party: int | None, text: str, amount: int, side: str | None, owed: int, who: str
) -> Line:
    fixed = _SIDES[side] if side else None
    return Line(kind, id_, date.fromisoformat(on), party or 0, who or "", text, amount, fixed, bool(owed))
