"""What was done to win prospects, read from indexes: a week of contacts, the newest prospect, and first contacts."""

from datetime import date, timedelta
from typing import Any

from balancer_desktop.domain.pipeline.discipline import says_contact

# Whoever became something else that very day was a prospect that day; whoever has no history yet is one.
_COURTED = """(
    EXISTS (SELECT 1 FROM opportunity AS o WHERE o.party = {party} AND o.opened_on <= {day}
        AND (o.closed_on IS NULL OR o.closed_on >= {day}))
    OR NOT EXISTS (SELECT 1 FROM standing_change AS s WHERE s.party = {party} AND s.on_date <= {day})
    OR EXISTS (SELECT 1 FROM standing_change AS s
        WHERE s.party = {party} AND s.on_date <= {day} AND s.standing = 'prospect'
        AND NOT EXISTS (SELECT 1 FROM standing_change AS later WHERE later.party = s.party
            AND (later.on_date, later.id) > (s.on_date, s.id) AND later.on_date < {day})))"""
_GOES_OUT = "NOT c.incoming AND c.channel <> 'note'"
_UNLOGGED = (
    "NOT EXISTS (SELECT 1 FROM contact AS c WHERE c.party = {party} AND c.on_date = {day} AND " + _GOES_OUT + ")"
)
_TOUCHES = f"""
SELECT count(*) FROM (SELECT 1 FROM contact AS c WHERE c.on_date BETWEEN :first AND :last AND {_GOES_OUT}
    AND {_COURTED.format(party="c.party", day="c.on_date")} LIMIT :most)
"""
_STEPS = f"""
SELECT n.party, n.done_on, n.what FROM next_step AS n WHERE n.done_on BETWEEN :first AND :last
    AND n.closed_by IS NULL AND (n.opportunity IS NULL OR n.outcome = '')
    AND {_UNLOGGED.format(party="n.party", day="n.done_on")}
    AND {_COURTED.format(party="n.party", day="n.done_on")}
"""
_RESPONDED = "substr(i.responded_at, 1, 10)"
_ANSWERS = f"""
SELECT coalesce(i.party, i.name || '\n' || i.phone || '\n' || i.email), {_RESPONDED} FROM inquiry AS i
WHERE i.responded_at >= :first AND i.responded_at < :after
    AND (i.responded_at <> i.received_at OR i.channel NOT IN ('call', 'visit'))
    AND (i.party IS NULL OR ({_UNLOGGED.format(party="i.party", day=_RESPONDED)}
        AND {_COURTED.format(party="i.party", day=_RESPONDED)}))
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
    """What was done from first to last day that were touches (see domain.pipeline.discipline).

    No more than `most` are looked for, all when it is negative.
    """
    values = {"first": first.isoformat(), "last": last.isoformat()}
    logged = int(db.execute_sql(_TOUCHES, {**values, "most": most}).fetchone()[0])
    if logged == most:
        return logged
    after = (last + timedelta(days=1)).isoformat()
    found = {*db.execute_sql(_ANSWERS, {"first": values["first"], "after": after}).fetchall()}
    found.update((party, on) for party, on, what in db.execute_sql(_STEPS, values).fetchall() if says_contact(what))
    return logged + len(found) if most < 0 else min(logged + len(found), most)


def newest_prospect(db: Any, day: date) -> date | None:
    """The latest day up to this one on which somebody became a prospect, or was offered something while no customer."""
    row = db.execute_sql(_NEWEST, {"day": day.isoformat()}).fetchone()
    return date.fromisoformat(row[0]) if row[0] else None


def firsts(db: Any, day: date, most: int) -> list[tuple[date, date]]:
    """First contact (or first mention) and first sale of those who bought first up to the day, the latest `most`."""
    rows = db.execute_sql(_FIRSTS, {"day": day.isoformat(), "most": most}).fetchall()
    return [(date.fromisoformat(met), date.fromisoformat(sold)) for met, sold in rows if met < "9999"]
