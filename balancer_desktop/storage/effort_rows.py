"""What was done for gaining and for keeping between two days, and for whom."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from balancer_desktop.domain.side import Side
from balancer_desktop.storage.ledger_store import EXPENSES


def spent(db: Any, first: date, last: date) -> dict[Side | None, int]:
    """Minor units spent from first to last day, by side; what was introductory under None, whatever its side."""
    rows = db.execute_sql(
        "SELECT iif(e.introductory, NULL, e.side), sum(p.amount) FROM entry AS e JOIN posting AS p ON p.entry = e.id "
        f"AND p.account = {EXPENSES} WHERE e.kind = 'expense' AND e.on_date BETWEEN ? AND ? GROUP BY 1",
        (first.isoformat(), last.isoformat()),
    ).fetchall()
    return {Side(side) if side else None: amount for side, amount in rows}


def gained(db: Any, first: date, last: date) -> int:
    """Parties whose first sale ever, or the day they are customers since when that is earlier, is between the days."""
    row = db.execute_sql(
        "SELECT count(*) FROM sale_rhythm AS r JOIN party AS p ON p.id = r.party "
        "WHERE r.first_on BETWEEN :first AND :last AND ifnull(p.customer_since, r.first_on) >= :first",
        {"first": first.isoformat(), "last": last.isoformat()},
    ).fetchone()
    return int(row[0])


def turns_of_current(db: Any) -> Iterator[tuple[int, date, bool]]:
    """(party, day, whether it is current from then on), party by party in order."""
    day = cache(date.fromisoformat)
    rows = db.execute_sql(
        "SELECT party, on_date, standing = 'current' FROM standing_change ORDER BY party, on_date, id"
    )
    for party, on, current in rows.fetchall():
        yield party, day(on), bool(current)
