"""What the board shows besides the opportunities: who they are with, their open steps, and what became of them."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.contacts_store import step_of
from balancer_desktop.storage.ledger_store import SALES


def who(db: Any, parties: Collection[int]) -> dict[int, tuple[str, Standing]]:
    """Name and standing today, by id."""
    standings = {standing.value: standing for standing in Standing}
    rows = db.execute_sql(f"SELECT id, name, standing FROM party WHERE id IN ({_listed(parties)})").fetchall()
    return {id_: (name, standings[standing]) for id_, name, standing in rows}


def open_steps(db: Any, parties: Collection[int]) -> dict[int, list[NextStep]]:
    """The steps not done yet, by party, the earliest due first."""
    steps: dict[int, list[NextStep]] = defaultdict(list)
    # The plus keeps SQLite from reading every open step of the book where only a few parties are asked for.
    for row in db.execute_sql(
        "SELECT due, party, what, done_on, id, outcome, closed_by, opportunity, checklist FROM next_step "
        f"WHERE +done_on IS NULL AND party IN ({_listed(parties)}) ORDER BY party, due, id"
    ).fetchall():
        steps[row[1]].append(step_of(*row))
    return steps


def sales(db: Any, ids: Collection[int]) -> dict[int, int]:
    """What these sales brought, in minor units, by id."""
    rows = db.execute_sql(
        f"SELECT entry, -sum(amount) FROM posting WHERE account = {SALES} AND entry IN ({_listed(ids)}) GROUP BY entry"
    )
    return dict(rows.fetchall())


def _listed(ids: Collection[int]) -> str:
    return ", ".join(map(str, sorted(ids)))
