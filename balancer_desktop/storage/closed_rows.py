"""What became of everything that was closed, counted by the database: the board asks for it after every change."""

from datetime import date
from typing import Any

from balancer_desktop.domain.pipeline.conversion import Conversion

_CYCLES = """
SELECT julianday(closed_on) - julianday(opened_on) FROM opportunity WHERE outcome = 'won' AND closed_on <= :day
"""
# Of several moves on one day the last one counts: where it stood at night (domain.pipeline.stays).
_OUTCOMES = """
SELECT m.stage, count(DISTINCT iif(o.outcome = 'won', o.id, NULL)), count(DISTINCT iif(o.outcome = 'lost', o.id, NULL))
FROM opportunity AS o JOIN stage_move AS m ON m.opportunity = o.id AND m.on_date <= o.closed_on
WHERE o.closed_on <= :day AND NOT EXISTS (SELECT 1 FROM stage_move AS later
    WHERE later.opportunity = m.opportunity AND later.on_date = m.on_date AND later.id > m.id)
GROUP BY m.stage
"""


def cycles(db: Any, day: date) -> tuple[int, ...]:
    """Days from opening to won, of all that were won by the end of the day."""
    return tuple(int(days) for (days,) in db.execute_sql(_CYCLES, {"day": day.isoformat()}).fetchall())


def outcomes_by_stage(db: Any, day: date) -> dict[int, Conversion]:
    """By stage, what became of the closed ones that ever were there."""
    rows = db.execute_sql(_OUTCOMES, {"day": day.isoformat()}).fetchall()
    return {stage: Conversion(won=won, lost=lost) for stage, won, lost in rows}
