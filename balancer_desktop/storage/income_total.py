"""Income between two days, straight from the ledger."""

from datetime import date
from typing import Any

from balancer_desktop.storage.ledger_store import SALES


def income_between(db: Any, first: date, last: date) -> int:
    """Minor units of all sales from first to last day, both included, refunds taken off; read from indexes alone."""
    rows = db.execute_sql(
        "SELECT coalesce(-sum(s.amount), 0) FROM entry AS e JOIN posting AS s ON s.entry = e.id AND s.account = ? "
        "WHERE e.kind = 'sale' AND e.on_date BETWEEN ? AND ?",
        (SALES, first.isoformat(), last.isoformat()),
    )
    return int(rows.fetchone()[0])
