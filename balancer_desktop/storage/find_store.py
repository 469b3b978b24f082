"""Searching people by all that is known of them, and the newest entries by their words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from balancer_desktop.domain.hit import Hit, HitKind
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage import matching

NEWEST = 10_000
"""Entries of a kind that a search looks through: enough for years of a small business, and quick in a huge book."""

_STANDINGS = "CASE standing WHEN 'current' THEN 0 WHEN 'prospect' THEN 1 WHEN 'lapsed' THEN 2 ELSE 3 END"
# The + keeps SQLite from sorting half a million entries: read backwards by id, the newest come by themselves.
_ENTRIES = {
    HitKind.STEP: "SELECT id, party, due AS on_date, what AS words FROM next_step",
    HitKind.CONTACT: "SELECT id, party, on_date, note AS words FROM contact",
    HitKind.SALE: "SELECT id, party, on_date, memo AS words FROM entry WHERE +kind = 'sale'",
    HitKind.EXPENSE: "SELECT id, party, on_date, memo AS words FROM entry WHERE +kind = 'expense'",
    HitKind.WORK: "SELECT id, party, on_date, note AS words FROM work",
    HitKind.NOTE: "SELECT 0 AS id, id AS party, NULL AS on_date, notes AS words FROM party WHERE notes <> ''",
    HitKind.OPPORTUNITY: "SELECT id, party, opened_on AS on_date, trim(title || ' · ' || note, ' ·') AS words "
    "FROM opportunity",
    # Who asks need not be in the book.
    HitKind.INQUIRY: "SELECT id, party, substr(received_at, 1, 10) AS on_date, phone, "
    "trim(name || ' · ' || phone || ' · ' || email || ' · ' || asked || ' · ' || promised, ' ·') AS words FROM inquiry",
}
_DIGITS = "replace(" * 6 + "f.phone" + "".join(f", '{mark}', '')" for mark in " -/.()")
_SOUGHT = {HitKind.INQUIRY: "f.words || ' ' || " + _DIGITS}
"""What is searched, where that is more than the words shown: a number however it is written."""


def people(db: Any, words: Sequence[str], digits: str, limit: int) -> list[tuple[int, str, str, Standing]]:
    """id, name, company, standing of parties of any standing whose folded text holds every word, or the digits.

    Names that begin with the words come first, then those with a word that does, then by standing and name.
    """
    if not words:
        return []
    every = " AND ".join("instr(folded, ?)" for _ in words)
    text = " ".join(words)
    rank = "CASE WHEN substr(folded, 1, ?) = ? THEN 0 WHEN instr(folded, ?) THEN 1 ELSE 2 END"
    rows = db.execute_sql(
        f"SELECT id, name, company, standing FROM party WHERE ({every}) OR (? <> '' AND instr(folded, ?)) "
        f"ORDER BY {rank}, {_STANDINGS}, folded, id LIMIT ?",
        (*words, digits, digits, len(text), text, f" {words[0]}", limit),
    ).fetchall()
    return [(id_, name, company, Standing(standing)) for id_, name, company, standing in rows]


def entries(db: Any, kind: HitKind, words: Sequence[str], limit: int) -> list[Hit]:
    """The newest entries of a kind whose own words hold every word."""
    if not words:
        return []
    matching.prepare(db)
    every = " AND ".join(matching.holds(_SOUGHT.get(kind, "f.words")) for _ in words)
    values = [value for word in words for value in matching.values(word)]
    rows = db.execute_sql(
        f"SELECT f.id, coalesce(f.party, 0), f.on_date, f.words, coalesce(p.name, '') "
        f"FROM ({_ENTRIES[kind]} ORDER BY rowid DESC LIMIT {NEWEST}) AS f "
        f"LEFT JOIN party AS p ON p.id = f.party WHERE {every} LIMIT ?",
        (*values, limit),
    ).fetchall()
    return [
        Hit(kind, party, found, name, None, date.fromisoformat(on) if on else None, id_)
        for id_, party, on, found, name in rows
    ]
