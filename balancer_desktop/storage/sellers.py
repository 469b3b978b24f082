"""Whose sales a step of the history has touched: what both caches of sales begin with."""

from typing import Any

# CROSS JOIN keeps the order as written, + keeps an index out of it: SQLite cannot know how small a step is, and would
# read every entry for it.
_SELLERS = """
SELECT party FROM undo_entry WHERE step = :s AND existed AND kind = 'sale'
UNION SELECT e.party FROM undo_entry AS u CROSS JOIN entry AS e ON e.id = u.id WHERE u.step = :s AND e.kind = 'sale'
UNION SELECT e.party FROM undo_range AS r CROSS JOIN entry AS e ON e.id BETWEEN r.low AND r.high
      WHERE r.step = :s AND r.name = 'entry' AND +e.kind = 'sale'
UNION SELECT id FROM undo_party WHERE step = :s
"""


def sellers_touched(db: Any, step: int, touched: frozenset[str]) -> list[int]:
    """Ids of the parties with a sale or a record that the step has changed."""
    if not touched & {"entry", "party"}:
        return []
    return [row[0] for row in db.execute_sql(_SELLERS, {"s": step}).fetchall()]
