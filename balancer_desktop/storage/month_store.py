"""Who came in a month."""

from datetime import date
from typing import Any

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.month_summary import Came


def came(db: Any, month: Month) -> tuple[Came, ...]:
    """Parties whose history begins in the month, in the order they came."""
    rows = db.execute_sql(
        "SELECT p.id, p.name, c.on_date FROM standing_change AS c JOIN party AS p ON p.id = c.party "
        "WHERE c.on_date BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM standing_change AS earlier "
        "WHERE earlier.party = c.party AND (earlier.on_date, earlier.id) < (c.on_date, c.id)) ORDER BY c.on_date, p.id",
        _days(month),
    ).fetchall()
    return tuple(Came(id_, name, date.fromisoformat(on)) for id_, name, on in rows)


def _days(month: Month) -> tuple[str, str]:
    return month.first.isoformat(), month.last.isoformat()
