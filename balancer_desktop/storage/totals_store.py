"""What each month adds up to.

All of it comes from the mix's cache, in which every sale, expense and hour is counted once.
"""

from typing import Any

from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.totals import MonthTotals

_TOTALS = "SELECT measure, month, sum(total) FROM mix_month WHERE month BETWEEN ? AND ? GROUP BY measure, month"
_IN_ALL = "SELECT coalesce(sum(CASE measure WHEN 'income' THEN total WHEN 'money' THEN -total END), 0) FROM mix_month"
_SPAN = (
    "SELECT min(on_date), max(on_date) FROM (SELECT min(on_date) AS on_date FROM work "
    "UNION ALL SELECT max(on_date) FROM work "
    "UNION ALL SELECT min(on_date) FROM entry WHERE kind = 'sale' "
    "UNION ALL SELECT max(on_date) FROM entry WHERE kind = 'sale' "
    "UNION ALL SELECT min(on_date) FROM entry WHERE kind = 'expense' "
    "UNION ALL SELECT max(on_date) FROM entry WHERE kind = 'expense')"
)


def month_totals(db: Any, first: Month, last: Month) -> list[MonthTotals]:
    """Every month from first to last, empty ones included."""
    rows = db.execute_sql(_TOTALS, (str(first), str(last))).fetchall()
    totals = {(measure, month): total for measure, month, total in rows}

    def of(measure: Measure, month: Month) -> int:
        return int(totals.get((measure.value, str(month)), 0))

    return [
        MonthTotals(m, of(Measure.INCOME, m), of(Measure.MONEY, m), of(Measure.HOURS, m)) for m in first.until(last)
    ]


def earned_less_spent(db: Any) -> int:
    """Minor units of all sales less all spending: what is in cash or still owed."""
    return int(db.execute_sql(_IN_ALL).fetchone()[0])


def span(db: Any) -> tuple[Month, Month] | None:
    """The first and the last month that hold a sale, spending or work; None in a book without any."""
    low, high = db.execute_sql(_SPAN).fetchone()
    return (Month.parse(low[:7]), Month.parse(high[:7])) if low else None
