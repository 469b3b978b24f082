"""The histories of those who ever left, and when the book's records begin."""

from datetime import date
from typing import Any

from balancer_desktop.domain.exits import Turn
from balancer_desktop.domain.standing import Standing

_STANDINGS = {standing.value: standing for standing in Standing}


def turns(db: Any, first: date = date.min, last: date = date.max) -> list[Turn]:
    """The whole histories of the parties that became ex between two days, one after the other."""
    rows = db.execute_sql(
        "SELECT party, on_date, standing, reason FROM standing_change WHERE party IN (SELECT party "
        "FROM standing_change WHERE standing = 'ex' AND on_date BETWEEN ? AND ?) ORDER BY party, on_date, id",
        (first.isoformat(), last.isoformat()),
    ).fetchall()
    return [Turn(party, date.fromisoformat(on), _STANDINGS[to], reason or 0) for party, on, to, reason in rows]


def records_begin(db: Any) -> date | None:
    """The day of the earliest sale, expense, hour, contact or leaving; None in a book without any."""
    row = db.execute_sql(
        "SELECT min(day) FROM (SELECT min(on_date) AS day FROM entry WHERE kind = 'sale' "
        "UNION ALL SELECT min(on_date) FROM entry WHERE kind = 'expense' UNION ALL SELECT min(on_date) FROM work "
        "UNION ALL SELECT min(on_date) FROM contact "
        "UNION ALL SELECT min(on_date) FROM standing_change WHERE standing = 'ex')"
    ).fetchone()
    return date.fromisoformat(row[0]) if row[0] else None
