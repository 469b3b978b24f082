"""Whether a book holds together: file, references, ledger, histories, caches."""

import sqlite3
from typing import Any

from peewee import DatabaseError

from balancer_desktop.storage.ledger_store import EXPENSES, SALES
from balancer_desktop.storage.mix_store import MixStore
from balancer_desktop.storage.people_store import PeopleStore, search_text
from balancer_desktop.storage.rhythm_store import RhythmStore
from balancer_desktop.storage.verify_pipeline import disagreements


def problems(db: Any) -> list[str]:
    """A sentence for everything that is not as it should be; an empty list for a sound book."""
    found: list[str] = []
    for checks in (
        (_file,),
        (_references, _unbalanced, _misposted, _dates, _standings, disagreements),
        (_search_texts, _mix, _rhythm),
    ):
        found += [problem for check in checks for problem in check(db)]
        if found:  # the checks after these read whole records, which takes a file, references and dates that hold
            break
    return found


def _file(db: Any) -> list[str]:
    try:
        rows = [row[0] for row in db.execute_sql("PRAGMA integrity_check").fetchall()]
    except (DatabaseError, sqlite3.Error) as error:
        rows = [str(error)]
    return [f"database file: {row}" for row in rows if row != "ok"]


def _references(db: Any) -> list[str]:
    rows = db.execute_sql("PRAGMA foreign_key_check").fetchall()
    return [f"{table} {rowid} names a missing row of {parent}" for table, rowid, parent, _ in rows]


def _unbalanced(db: Any) -> list[str]:
    rows = db.execute_sql("SELECT entry, sum(amount) FROM posting GROUP BY entry HAVING sum(amount) <> 0").fetchall()
    return [f"entry {entry} does not sum to zero but to {total}" for entry, total in rows]


def _misposted(db: Any) -> list[str]:
    """Every entry has its one income or expense posting and its counterpart."""
    rows = db.execute_sql(
        "SELECT e.id, e.kind, count(p.id), sum(p.account = CASE e.kind WHEN 'sale' THEN ? ELSE ? END) "
        "FROM entry AS e LEFT JOIN posting AS p ON p.entry = e.id GROUP BY e.id HAVING count(p.id) < 2 OR 1 <> "
        "sum(p.account = CASE e.kind WHEN 'sale' THEN ? ELSE ? END)",
        (SALES, EXPENSES, SALES, EXPENSES),
    ).fetchall()
    return [f"{kind} {entry} has {count} postings where two belong" for entry, kind, count, _ in rows]


def _dates(db: Any) -> list[str]:
    """Adding no days turns 30 February into 1 or 2 March, so a date that differs from the sum is none."""
    columns = (("entry", "on_date"), ("work", "on_date"), ("contact", "on_date"), ("standing_change", "on_date"),
               ("next_step", "due"), ("next_step", "done_on"), ("party", "customer_since"),
               ("standing_change", "hook_due"), ("standing_change", "hook_done"), ("put_off", "until"),
               ("inquiry", "promised_by"), ("inquiry", "settled_on"), ("inquiry", "referrer_told"),
               ("opportunity", "opened_on"), ("opportunity", "expected_on"), ("opportunity", "closed_on"),
               ("opportunity", "ends_on"), ("opportunity", "referrer_told"), ("stage_move", "on_date"),
               ("parking", "on_date"), ("parking", "until"))  # fmt: skip
    return [
        f"{table} {id_}: “{text}” is not a date"
        for table, column in columns
        for id_, text in db.execute_sql(
            f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL AND date({column}, '+0 days') IS NOT {column}"
        ).fetchall()
    ]


def _standings(db: Any) -> list[str]:
    """The latest row of a party's history is its standing, as domain.standing.standing_on has it."""
    rows = db.execute_sql(
        "SELECT id, standing, told FROM (SELECT id, standing, coalesce((SELECT s.standing FROM standing_change AS s "
        "WHERE s.party = party.id ORDER BY s.on_date DESC, s.id DESC LIMIT 1), 'prospect') AS told FROM party) "
        "WHERE standing <> told"
    ).fetchall()
    return [f"party {id_} is filed as {standing}, its history says {told}" for id_, standing, told in rows]


def _search_texts(db: Any) -> list[str]:
    stored = dict(db.execute_sql("SELECT id, folded FROM party").fetchall())
    stale = (party.id for party in PeopleStore(db).get_many() if stored[party.id] != search_text(party))
    return [f"party {id_} cannot be found by what it holds" for id_ in stale]


def _rhythm(db: Any) -> list[str]:
    return [f"party {id_}: its days with a sale differ from the sales" for id_ in RhythmStore(db).stale()]


def _mix(db: Any) -> list[str]:
    store = MixStore(db)
    cached_income, cached_totals = store.cached()
    incomes, totals = store.counted()
    wrong = {f"{m} of {month}, {side}" for (m, month, side) in cached_totals.keys() | totals.keys()
             if cached_totals[m, month, side] != totals[m, month, side]}  # fmt: skip
    if not wrong and cached_income != set(incomes):
        wrong = {"income by party"}
    return [f"the chart's {what} differs from the entries" for what in sorted(wrong)]
