"""The tables of people: one row a party with its figures of twelve months, gathered in one pass."""

from collections.abc import Collection
from datetime import date
from typing import Any

from balancer_desktop.domain.party import PartyKind
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.dates import to_date
from balancer_desktop.storage.ledger_store import EXPENSES, SALES

_KINDS = {kind.value: kind for kind in PartyKind}
_STANDINGS = {standing.value: standing for standing in Standing}
_FIRST = "(SELECT value FROM contact_point AS c WHERE c.party = p.id AND c.kind = '{}' ORDER BY c.id LIMIT 1)"
_LATEST = "(SELECT max(on_date) FROM {0} WHERE {0}.party = p.id)"
_YEAR = (
    "(SELECT sum(amount) FROM entry AS e JOIN posting AS s ON s.entry = e.id AND s.account = {} "
    "WHERE e.party = p.id AND e.kind = '{}' AND e.on_date > :since)"
)
# Every figure is looked up party by party, in an index that begins with the party: only those who are shown cost time.
_ROWS = f"""
SELECT p.id, p.name, p.kind, p.standing, p.company, p.folded, p.customer_since,
    (SELECT group_concat(tag, ', ') FROM party_tag WHERE party_tag.party = p.id),
    {_FIRST.format("phone")},
    {_FIRST.format("email")},
    r.last_on, {_LATEST.format("work")}, {_LATEST.format("contact")},
    iif(r.gap > 0, (julianday(:today) - julianday(r.last_on)) / r.gap, NULL),
    -{_YEAR.format(SALES, "sale")},
    {_YEAR.format(EXPENSES, "expense")},
    (SELECT sum(minutes) FROM work WHERE work.party = p.id AND work.on_date > :since),
    s.on_date, x.label, s.folder, iif(s.hook_done IS NULL, s.hook, ''), iif(s.hook_done IS NULL, s.hook_due, NULL),
    n.due, n.what
FROM party AS p
LEFT JOIN sale_rhythm AS r ON r.party = p.id
LEFT JOIN standing_change AS s ON s.id = (
    SELECT id FROM standing_change AS l WHERE l.party = p.id ORDER BY l.on_date DESC, l.id DESC LIMIT 1)
LEFT JOIN exit_reason AS x ON x.id = s.reason
LEFT JOIN next_step AS n ON n.id = (
    SELECT id FROM next_step AS l WHERE l.party = p.id AND l.done_on IS NULL ORDER BY l.due, l.id LIMIT 1)
"""


def person_rows(
    db: Any, today: date, standings: Collection[Standing] = (), ids: Collection[int] = ()
) -> list[PersonRow]:
    """Rows of the parties in these standings (none named: all), or of these ids, in order of name."""
    chosen = "1"
    if standings:
        chosen = f"p.standing IN ({', '.join(repr(s.value) for s in standings)})"
    if ids:
        chosen += f" AND p.id IN ({', '.join(map(str, ids))})"
    rows = db.execute_sql(
        f"{_ROWS} WHERE {chosen} ORDER BY p.folded, p.id",
        {"today": today.isoformat(), "since": _year_before(today).isoformat()},
    )
    return [_row(*row) for row in rows]


def _row(
    id_: int, name: str, kind: str, standing: str, company: str, folded: str, since: str | None, tags: str | None,
    phone: str | None, email: str | None, sold: str | None, worked: str | None, spoken: str | None,
    beyond: float | None, income: int | None, costs: int | None, minutes: int | None, changed: str | None,
    reason: str | None, folder: int | None, hook: str | None, hook_due: str | None, due: str | None, what: str | None,
) -> PersonRow:  # fmt: skip
    return PersonRow(
        id=id_,
        name=name,
        kind=_KINDS[kind],
        standing=_STANDINGS[standing],
        company=company,
        tags=tags or "",
        phone=phone or "",
        email=email or "",
        folded=folded,
        customer_since=to_date(since),
        standing_since=to_date(changed),
        reason=reason or "",
        last_contact=to_date(max(sold or "", worked or "", spoken or "")),
        last_sale=to_date(sold),
        last_done=to_date(max(sold or "", worked or "")),
        income=income or 0,
        costs=costs or 0,
        minutes=minutes or 0,
        next_due=to_date(due),
        next_step=what or "",
        folder_id=folder or 0,
        hook=hook or "",
        hook_due=to_date(hook_due),
        beyond=beyond,
    )


def _year_before(today: date) -> date:
    try:
        return today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year - 1, day=28)
