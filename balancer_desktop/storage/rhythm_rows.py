"""What everybody's rhythm is told from, one row of plain figures a party, in pages that keep nobody waiting."""

from collections.abc import Collection
from typing import Any

from balancer_desktop.domain.rhythm.columns import FIELDS
from balancer_desktop.storage.ledger_store import SALES

_DAY = "CAST(julianday({}) - 1721424.5 AS INTEGER)"
"""A date's ordinal, as Python counts days."""
_TAG = "(SELECT min(c.{}) FROM party_tag AS t JOIN tag_cadence AS c ON c.tag = t.tag WHERE t.party = p.id)"
_INCOME = "(SELECT sum(i.income) FROM income_month AS i WHERE i.party = p.id{})"
_HALF_YEAR = " AND i.month >= strftime('%Y-%m', s.last_on, 'start of month', '-5 months')"
_OF_LAPSED = "CASE p.standing WHEN 'lapsed' THEN {} END"
_VALUES = {
    "id": "p.id",
    "standing": "CASE p.standing WHEN 'prospect' THEN 0 WHEN 'current' THEN 1 WHEN 'lapsed' THEN 2 ELSE 3 END",
    "began": (
        "CASE WHEN p.standing IN ('lapsed', 'ex') THEN "
        + _DAY.format("(SELECT max(c.on_date) FROM standing_change AS c WHERE c.party = p.id)")
        + " END"
    ),
    "first": _DAY.format("s.first_on"),
    "last": _DAY.format("s.last_on"),
    "days": "s.days",
    "gap": "s.gap",
    "contact": _DAY.format(
        "max(coalesce((SELECT max(c.on_date) FROM contact AS c WHERE c.party = p.id), ''), "
        "coalesce((SELECT max(w.on_date) FROM work AS w WHERE w.party = p.id), ''), coalesce(s.last_on, ''))"
    ),
    "since": _DAY.format("p.customer_since"),
    "ideal": "p.ideal_gap",
    "longest": "p.longest_gap",
    "tag_ideal": _TAG.format("ideal_gap"),
    "tag_longest": _TAG.format("longest_gap"),
    "income": _OF_LAPSED.format(_INCOME.format("")),
    "half_year": _OF_LAPSED.format(_INCOME.format(_HALF_YEAR)),
}
_ROWS = (
    f"SELECT {', '.join(f'coalesce({_VALUES[field]}, 0)' for field in FIELDS)} FROM party AS p "
    "LEFT JOIN sale_rhythm AS s ON s.party = p.id WHERE {} ORDER BY p.id"
)
# Dates come from the index alone; of the postings only the few refunds are looked at, which have an index of their own.
_SALE_DAYS = f"""
SELECT DISTINCT e.party, {_DAY.format("e.on_date")} FROM entry AS e
WHERE e.kind = 'sale' AND e.party IN ({{}})
AND NOT EXISTS (SELECT 1 FROM posting AS r INDEXED BY posting_refund
    WHERE r.entry = e.id AND r.account = {SALES} AND r.amount > 0)
ORDER BY 1, 2
"""
Row = tuple[Any, ...]


def rhythm_page(db: Any, after: int, most: int) -> list[Row]:
    """Rows of FIELDS, of the next parties after an id; 0 stands for what is not known. Empty at the end."""
    rows = db.execute_sql(_ROWS.format("p.id > ?") + " LIMIT ?", (after, most)).fetchall()
    return list(rows)


def rhythm_rows(db: Any, ids: Collection[int]) -> list[Row]:
    """Rows of FIELDS, of these parties."""
    return list(db.execute_sql(_ROWS.format(f"p.id IN ({', '.join(map(str, sorted(ids)))})")).fetchall())


def days_of(db: Any, ids: Collection[int]) -> list[tuple[int, int]]:
    """(party, ordinal) of each day with a sale of these parties, in order; a refund is none."""
    return list(db.execute_sql(_SALE_DAYS.format(", ".join(map(str, sorted(ids))))).fetchall())
