"""Sales to those with whom something is open, read by way of what is open: the rest of the book is not looked at."""

from datetime import date
from typing import Any

from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.pipeline.bought import Bought
from balancer_desktop.storage.ledger_store import SALES

# A standing that a sale made on the day of the opening or later does not count: it is what is asked about. Of a
# customer's sales those that can be like the opportunity are read: half its value, or with a memo.
_BOUGHT = f"""
SELECT o.id, o.party, o.title, o.value, o.customer, e.id, e.on_date, -s.amount, e.memo
FROM (SELECT *, coalesce((
        SELECT c.standing FROM standing_change AS c WHERE c.party = open.party AND c.on_date <= open.opened_on
        AND NOT (c.on_date = open.opened_on AND c.cause_sale IS NOT NULL)
        ORDER BY c.on_date DESC, c.id DESC LIMIT 1), '') = 'current' AS customer
    FROM opportunity AS open WHERE closed_on IS NULL) AS o
CROSS JOIN entry AS e ON e.party = o.party AND e.kind = 'sale' AND e.on_date >= o.opened_on
CROSS JOIN posting AS s ON s.entry = e.id AND s.account = {SALES} AND s.amount < 0
WHERE (NOT o.customer OR e.memo <> '' OR -2 * s.amount >= o.value)
    AND NOT EXISTS (SELECT 1 FROM opportunity AS w WHERE w.sale = e.id)
ORDER BY o.opened_on, o.id, e.on_date, e.id
"""


def bought(db: Any) -> list[Bought]:
    """Of every open opportunity the sales to its party since it was opened, the first first; no refund, and none that
    another opportunity became.
    """
    return [
        Bought(id_, title, value, bool(customer), Sale(date.fromisoformat(on), party, amount, memo, id=sale))
        for id_, party, title, value, customer, sale, on, amount, memo in db.execute_sql(_BOUGHT).fetchall()
    ]
