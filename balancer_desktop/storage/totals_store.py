"""What each month adds up to.

Sales come from the mix's cache, in which every sale is counted once. Spending and hours are counted afresh, because
the cache leaves out what runs the business.
"""

from typing import Any

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.totals import MonthTotals
from balancer_desktop.storage.ledger_store import EXPENSES

_SALES = "SELECT month, sum(total) FROM mix_month WHERE measure = 'income' AND month BETWEEN ? AND ? GROUP BY month"
_SPENT = (
    "SELECT substr(e.on_date, 1, 7), sum(s.amount) FROM entry AS e "
    f"JOIN posting AS s ON s.entry = e.id AND s.account = {EXPENSES} "
    "WHERE e.kind = 'expense' AND e.on_date BETWEEN ? AND ? GROUP BY 1"
)
_WORKED = "SELECT substr(on_date, 1, 7), sum(minutes) FROM work WHERE on_date BETWEEN ? AND ? GROUP BY 1"
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
    days = first.first.isoformat(), last.last.isoformat()
    sales = dict(db.execute_sql(_SALES, (str(first), str(last))).fetchall())
    spent = dict(db.execute_sql(_SPENT, days).fetchall())
    worked = dict(db.execute_sql(_WORKED, days).fetchall())
    months = [(month, str(month)) for month in first.until(last)]
    return [MonthTotals(m, sales.get(key, 0), spent.get(key, 0), worked.get(key, 0)) for m, key in months]


def span(db: Any) -> tuple[Month, Month] | None:
    """The first and the last month that hold a sale, spending or work; None in a book without any."""
    low, high = db.execute_sql(_SPAN).fetchone()
    return (Month.parse(low[:7]), Month.parse(high[:7])) if low else None
