"""What today's list needs besides the stores: names with standings, what is owed, and what was done on a day."""

from collections.abc import Collection
from datetime import date
from typing import Any

from balancer_desktop.domain.agenda import Owing
from balancer_desktop.domain.entries import Contact, NextStep
from balancer_desktop.domain.standing import Standing, StandingChange
from balancer_desktop.storage.contacts_store import contact_of, step_of
from balancer_desktop.storage.ledger_store import RECEIVABLE, SALES
from balancer_desktop.storage.people_store import PeopleStore

_LAST_DONE = f"""
SELECT on_date, words FROM (
    SELECT * FROM (SELECT on_date, note AS words, 0 AS place FROM work WHERE party = :party
                   ORDER BY on_date DESC, id DESC LIMIT 1)
    UNION ALL SELECT * FROM (SELECT e.on_date, e.memo, 1 FROM entry AS e
                   JOIN posting AS p ON p.entry = e.id AND p.account = {SALES} AND p.amount < 0
                   WHERE e.party = :party AND e.kind = 'sale' ORDER BY e.on_date DESC, e.id DESC LIMIT 1))
ORDER BY on_date DESC, words = '', place LIMIT 1
"""
# CROSS JOIN: there are few open hooks, but a book may be full of people who left.
_HOOKS_DUE = """
SELECT c.party FROM standing_change AS c CROSS JOIN party AS p ON p.id = c.party AND p.standing = 'ex'
WHERE c.hook_due <= :day AND c.hook_done IS NULL AND c.hook <> '' AND NOT EXISTS (
    SELECT 1 FROM standing_change AS later
    WHERE later.party = c.party AND (later.on_date, later.id) > (c.on_date, c.id))
ORDER BY c.hook_due, c.id
"""

_PARKED = """
SELECT p.opportunity FROM parking AS p
WHERE p.on_date <= :day AND p.until > :day AND NOT EXISTS (
    SELECT 1 FROM parking AS later WHERE later.opportunity = p.opportunity
    AND later.on_date <= :day AND (later.on_date, later.id) > (p.on_date, p.id))
"""


def who(db: Any, ids: Collection[int]) -> dict[int, tuple[str, Standing, date]]:
    """Name, standing and the day that standing began, by id."""
    rows = db.execute_sql(
        "SELECT p.id, p.name, p.standing, coalesce(max(c.on_date), '0001-01-01') FROM party AS p "
        "LEFT JOIN standing_change AS c ON c.party = p.id "
        f"WHERE p.id IN ({_listed(ids)}) GROUP BY p.id"
    ).fetchall()
    return {id_: (name, Standing(standing), date.fromisoformat(since)) for id_, name, standing, since in rows}


def owing(db: Any, before: date) -> list[Owing]:
    """Parties with a sale unpaid since before the day, with all they owe."""
    rows = db.execute_sql(
        "SELECT e.party, sum(p.amount), min(e.on_date), group_concat(e.id) FROM posting AS p "
        f"JOIN entry AS e ON e.id = p.entry WHERE p.account = {RECEIVABLE} "
        "GROUP BY e.party HAVING min(e.on_date) < ? AND sum(p.amount) > 0",
        (before.isoformat(),),
    ).fetchall()
    return [
        Owing(party, amount, date.fromisoformat(since), tuple(sorted(map(int, ids.split(",")))))
        for party, amount, since, ids in rows
    ]


def hooks_due(db: Any, day: date) -> list[StandingChange]:
    """The open hooks of those who are ex now, due on or before the day; the longest overdue first."""
    rows = db.execute_sql(_HOOKS_DUE, {"day": day.isoformat()}).fetchall()
    store = PeopleStore(db)
    return [store.history(party)[-1] for (party,) in rows]


def last_done(db: Any, ids: Collection[int]) -> dict[int, tuple[date, str]]:
    """The latest work or sale of each party, by id: when, and the note or memo."""
    found = {}
    for id_ in ids:
        row = db.execute_sql(_LAST_DONE, {"party": id_}).fetchone()
        if row:
            found[id_] = (date.fromisoformat(row[0]), str(row[1]))
    return found


def bought_again(db: Any, ids: Collection[int]) -> dict[int, date]:
    """The first day with a sale after each party's standing began, by id; without those that have none."""
    rows = db.execute_sql(
        f"SELECT e.party, min(e.on_date) FROM entry AS e JOIN posting AS p ON p.entry = e.id "
        f"AND p.account = {SALES} AND p.amount < 0 WHERE e.kind = 'sale' AND e.party IN ({_listed(ids)}) "
        "AND e.on_date > (SELECT max(c.on_date) FROM standing_change AS c WHERE c.party = e.party) GROUP BY e.party"
    ).fetchall()
    return {party: date.fromisoformat(on) for party, on in rows}


def contacts_on(db: Any, day: date) -> list[Contact]:
    rows = db.execute_sql(
        "SELECT on_date, party, channel, note, id, incoming, answered FROM contact WHERE on_date = ? ORDER BY id DESC",
        (day.isoformat(),),
    )
    return [contact_of(*row) for row in rows.fetchall()]


def steps_done_on(db: Any, day: date) -> list[NextStep]:
    """Those the owner did; what was closed as somebody left, or as an opportunity was won or lost, was not done."""
    rows = db.execute_sql(
        "SELECT due, party, what, done_on, id, outcome, closed_by, opportunity, checklist FROM next_step "
        "WHERE done_on = ? AND closed_by IS NULL AND (opportunity IS NULL OR outcome = '') ORDER BY id DESC",
        (day.isoformat(),),
    )
    return [step_of(*row) for row in rows.fetchall()]


def courted(db: Any, ids: Collection[int]) -> bool:
    """Whether one of these has an open opportunity."""
    sql = f"SELECT 1 FROM opportunity WHERE party IN ({_listed(ids)}) AND closed_on IS NULL LIMIT 1"
    return db.execute_sql(sql).fetchone() is not None


def parked(db: Any, ids: Collection[int], day: date) -> set[int]:
    """Which of these opportunities rest at the end of a day."""
    rows = db.execute_sql(f"{_PARKED} AND p.opportunity IN ({_listed(ids)})", {"day": day.isoformat()}).fetchall()
    return {opportunity for (opportunity,) in rows}


def anybody(db: Any) -> bool:
    """Whether anybody is in the book."""
    return db.execute_sql("SELECT 1 FROM party LIMIT 1").fetchone() is not None


def _listed(ids: Collection[int]) -> str:
    return ", ".join(map(str, sorted(ids)))
