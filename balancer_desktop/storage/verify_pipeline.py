"""Whether inquiries, opportunities and what hangs on them agree with each other."""

from typing import Any

_NO_TIME = (
    "SELECT id FROM inquiry WHERE date(substr({0}, 1, 10), '+0 days') IS NOT substr({0}, 1, 10) "
    "OR substr({0}, 12, 5) > '23:59' OR substr({0}, 15, 2) > '59'"
)
# An opportunity's history begins with the stage it was opened in, and ends no later than it was closed.
_COURSES = (
    "SELECT o.id FROM opportunity AS o LEFT JOIN stage_move AS m ON m.opportunity = o.id GROUP BY o.id "
    "HAVING o.opened_on IS NOT min(m.on_date) OR o.closed_on < max(m.on_date)"
)
_SALES = (
    "SELECT o.id FROM opportunity AS o JOIN entry AS e ON e.id = o.sale "
    "WHERE e.kind <> 'sale' OR e.party IS NOT o.party"
)
_SHARED = "SELECT id FROM opportunity WHERE sale IN (SELECT sale FROM opportunity GROUP BY sale HAVING count(*) > 1)"
_ORIGINS = "SELECT o.id FROM opportunity AS o JOIN inquiry AS i ON i.id = o.inquiry WHERE i.party IS NOT o.party"
_STEPS = "SELECT n.id FROM next_step AS n JOIN opportunity AS o ON o.id = n.opportunity WHERE n.party <> o.party"
# A day of difference may be the offsets'.
_ORDER = (
    "SELECT id FROM inquiry WHERE substr(responded_at, 1, 10) < date(received_at, '-1 day') "
    "OR settled_on < substr(received_at, 1, 10)"
)
_DISAGREEMENTS = {
    "opportunity {}: its stages do not begin and end with it": _COURSES,
    "opportunity {}: the sale it became is not its party's": _SALES,
    "opportunity {}: the sale it became came of another one too": _SHARED,
    "opportunity {}: the inquiry it came of is not its party's": _ORIGINS,
    "next step {}: the opportunity it serves is not its party's": _STEPS,
    "inquiry {}: when it was received is no time": _NO_TIME.format("received_at"),
    "inquiry {}: when it was answered is no time": _NO_TIME.format("responded_at"),
    "inquiry {}: it was answered or settled before it was received": _ORDER,
}


def disagreements(db: Any) -> list[str]:
    """A sentence for each that does not agree, given that all references and dates hold."""
    return [words.format(id_) for words, sql in _DISAGREEMENTS.items() for (id_,) in db.execute_sql(sql).fetchall()]
