"""Each party's days with a sale, as its rhythm is told from them: a cache that follows every change."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from balancer_desktop.domain.rhythm.sale_days import SaleDays, sale_days
from balancer_desktop.storage.ledger_store import SALES

_AT_ONCE = 500
_COLUMNS = "party, first_on, last_on, days, gap"
# Sales of one day are one purchase; a refund is none, and is told by the small index of refunds.
_SALE_DAY = f"""
SELECT DISTINCT e.party AS party, e.on_date AS on_date FROM entry AS e
WHERE e.kind = 'sale' AND NOT EXISTS (SELECT 1 FROM posting AS p INDEXED BY posting_refund
    WHERE p.entry = e.id AND p.account = {SALES} AND p.amount > 0)
"""
# The gap is the median, in days. Told without sale_days(), which what is checked against this was counted by.
_COUNTED = f"""
WITH sale_day AS ({_SALE_DAY}),
step AS (
    SELECT party, julianday(on_date) - julianday(lag(on_date) OVER (PARTITION BY party ORDER BY on_date)) AS days
    FROM sale_day),
ranked AS (
    SELECT party, days, row_number() OVER (PARTITION BY party ORDER BY days) AS place,
        count(*) OVER (PARTITION BY party) AS steps FROM step WHERE days IS NOT NULL),
median AS (SELECT party, avg(days) AS gap FROM ranked
    WHERE place IN ((steps + 1) / 2, (steps + 2) / 2) GROUP BY party)
SELECT d.party, min(d.on_date), max(d.on_date), count(*), m.gap FROM sale_day AS d
LEFT JOIN median AS m ON m.party = d.party GROUP BY d.party
"""


class RhythmStore:
    """Reads the cache; follow() belongs to the end of every change."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def sale_days(self, ids: Sequence[int] | None = None) -> dict[int, SaleDays]:
        """By party, of those named or of everybody who ever bought."""
        chosen = "" if ids is None else f" WHERE party IN ({_listed(ids)})"
        day = cache(date.fromisoformat)
        rows = self._db.execute_sql(f"SELECT {_COLUMNS} FROM sale_rhythm{chosen}").fetchall()
        return {party: SaleDays(day(first), day(last), days, gap) for party, first, last, days, gap in rows}

    def follow(self, sellers: Sequence[int]) -> None:
        """Count the days of these parties afresh."""
        for start in range(0, len(sellers), _AT_ONCE):
            chosen = _listed(sellers[start : start + _AT_ONCE])
            self._db.execute_sql(f"DELETE FROM sale_rhythm WHERE party IN ({chosen})")
            self._insert(f"AND e.party IN ({chosen})")

    def rebuild(self) -> None:
        """Count everybody's days afresh."""
        self._db.execute_sql("DELETE FROM sale_rhythm")
        self._insert("")

    def stale(self) -> Iterator[int]:
        """Parties of whom the cache says something else than their sales do."""
        cached = set(self._db.execute_sql(f"SELECT {_COLUMNS} FROM sale_rhythm").fetchall())
        counted = set(self._db.execute_sql(_COUNTED).fetchall())
        yield from sorted({row[0] for row in cached ^ counted})

    def _insert(self, among: str) -> None:
        day = cache(date.fromisoformat)
        rows = self._db.execute_sql(f"{_SALE_DAY} {among} ORDER BY e.party, e.on_date")
        counted = ((party, sale_days(day(on) for _, on in days)) for party, days in groupby(rows, itemgetter(0)))
        self._db.connection().executemany(
            f"INSERT INTO sale_rhythm ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",
            ((party, str(found.first), str(found.last), found.days, found.gap) for party, found in counted if found),
        )


def _listed(ids: Sequence[int]) -> str:
    return ", ".join(map(str, ids))
