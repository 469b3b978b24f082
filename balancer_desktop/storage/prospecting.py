"""What was done to win prospects, read from indexes: a week of contacts, the newest prospect, and first contacts."""

from datetime import date
from typing import Any

# Whoever became something else that very day was a prospect that day; whoever has no history yet is one.
_TOUCHES = """
SELECT count(*) FROM (SELECT 1 FROM contact AS c
WHERE c.on_date BETWEEN :first AND :last AND NOT c.incoming AND c.channel <> 'note' AND (
    EXISTS (SELECT 1 FROM opportunity AS o WHERE o.party = c.party AND o.opened_on <= c.on_date
        AND (o.closed_on IS NULL OR o.closed_on >= c.on_date))
    OR NOT EXISTS (SELECT 1 FROM standing_change AS s WHERE s.party = c.party AND s.on_date <= c.on_date)
    OR EXISTS (SELECT 1 FROM standing_change AS s
        WHERE s.party = c.party AND s.on_date <= c.on_date AND s.standing = 'prospect'
        AND NOT EXISTS (SELECT 1 FROM standing_change AS later WHERE later.party = s.party
            AND (later.on_date, later.id) > (s.on_date, s.id) AND later.on_date < c.on_date)))
LIMIT :most)
"""
_NEWEST = """
SELECT max(day) FROM (
    SELECT max(on_date) AS day FROM standing_change WHERE standing = 'prospect' AND on_date <= :day
    UNION ALL SELECT * FROM (SELECT o.opened_on FROM opportunity AS o WHERE o.opened_on <= :day
        AND coalesce((SELECT s.standing FROM standing_change AS s WHERE s.party = o.party AND s.on_date <= o.opened_on
            ORDER BY s.on_date DESC, s.id DESC LIMIT 1), 'prospect') <> 'current'
        ORDER BY o.opened_on DESC LIMIT 1))
"""
# Only the latest first sales, for what is usual changes; and then only of those whose record begins as a prospect's:
# of a customer the business had before its book nobody knows how they were won.
_FIRSTS = """
SELECT min(min(ifnull((SELECT min(on_date) FROM contact WHERE party = r.party), '9999'),
               ifnull((SELECT substr(min(received_at), 1, 10) FROM inquiry WHERE party = r.party), '9999')),
           min(ifnull((SELECT min(opened_on) FROM opportunity WHERE party = r.party), '9999'),
               ifnull((SELECT min(on_date) FROM standing_change WHERE party = r.party), '9999'))), r.first_on
FROM (SELECT party, first_on FROM sale_rhythm WHERE first_on <= :day ORDER BY first_on DESC, party LIMIT :most) AS r
JOIN party AS p ON p.id = r.party
WHERE ifnull(p.customer_since, r.first_on) >= r.first_on AND ifnull((SELECT s.standing FROM standing_change AS s
    WHERE s.party = r.party ORDER BY s.on_date, s.id LIMIT 1), 'prospect') = 'prospect'
"""


def touches(db: Any, first: date, last: date, most: int = -1) -> int:
    """Contacts from first to last day that were touches (see domain.pipeline.discipline).

    No more than `most` are looked for, all when it is negative.
    """
    values = {"first": first.isoformat(), "last": last.isoformat(), "most": most}
    return int(db.execute_sql(_TOUCHES, values).fetchone()[0])


def newest_prospect(db: Any, day: date) -> date | None:
    """The latest day up to this one on which somebody became a prospect, or was offered something while no customer."""
    row = db.execute_sql(_NEWEST, {"day": day.isoformat()}).fetchone()
    return date.fromisoformat(row[0]) if row[0] else None


def firsts(db: Any, day: date, most: int) -> list[tuple[date, date]]:
    """First contact (or first mention) and first sale of those who bought first up to the day, the latest `most`."""
    rows = db.execute_sql(_FIRSTS, {"day": day.isoformat(), "most": most}).fetchall()
    return [(date.fromisoformat(met), date.fromisoformat(sold)) for met, sold in rows if met < "9999"]
