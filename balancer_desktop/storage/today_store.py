"""What today's list needs besides the stores: names with standings, what is owed, and what was done on a day."""

from collections.abc import Collection
from datetime import date
from typing import Any

from balancer_desktop.domain.agenda import Owing
from balancer_desktop.domain.entries import Contact, NextStep
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.contacts_store import contact_of, step_of
from balancer_desktop.storage.ledger_store import RECEIVABLE


def who(db: Any, ids: Collection[int]) -> dict[int, tuple[str, Standing, date]]:
    """Name, standing and the day that standing began, by id."""
    rows = db.execute_sql(
        "SELECT p.id, p.name, p.standing, coalesce(max(c.on_date), '0001-01-01') FROM party AS p "
        "LEFT JOIN standing_change AS c ON c.party = p.id "
        f"WHERE p.id IN ({', '.join(map(str, sorted(ids)))}) GROUP BY p.id"
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


def contacts_on(db: Any, day: date) -> list[Contact]:
    rows = db.execute_sql(
        "SELECT on_date, party, channel, note, id, incoming, answered FROM contact WHERE on_date = ? ORDER BY id DESC",
        (day.isoformat(),),
    )
    return [contact_of(*row) for row in rows.fetchall()]


def steps_done_on(db: Any, day: date) -> list[NextStep]:
    rows = db.execute_sql(
        "SELECT due, party, what, done_on, id, outcome, closed_by FROM next_step "
        "WHERE done_on = ? AND closed_by IS NULL ORDER BY id DESC",
        (day.isoformat(),),
    )
    return [step_of(*row) for row in rows.fetchall()]
