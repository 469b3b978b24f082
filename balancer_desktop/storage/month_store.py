"""Who came in a month, and its hours by side."""

from datetime import date
from typing import Any

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.month_summary import Came
from balancer_desktop.domain.side import Side


def minutes_by_side(db: Any, month: Month) -> dict[Side, int]:
    """Every side, 0 where nothing was logged."""
    found = dict(
        db.execute_sql(
            "SELECT side, sum(minutes) FROM work WHERE on_date BETWEEN ? AND ? GROUP BY side", _days(month)
        ).fetchall()
    )
    return {side: found.get(side.value, 0) for side in Side}


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
