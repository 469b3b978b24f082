"""The business's income since a day, which shares of income are parts of."""

from datetime import date
from typing import Any

from balancer_desktop.storage.ledger_store import SALES


def income_after(db: Any, day: date) -> int:
    """Minor units of all sales after a day, refunds taken off; read from indexes alone."""
    rows = db.execute_sql(
        "SELECT coalesce(-sum(s.amount), 0) FROM entry AS e JOIN posting AS s ON s.entry = e.id AND s.account = ? "
        "WHERE e.kind = 'sale' AND e.on_date > ?",
        (SALES, day.isoformat()),
    )
    return int(rows.fetchone()[0])
