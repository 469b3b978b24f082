"""The tables of people: one row a party with its figures of twelve months, gathered in a handful of queries."""

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

# Dates come from the index alone, refunds counted; whoever ever had a refund is then looked at sale by sale.
_LAST_SALE = "SELECT party, max(on_date) FROM entry WHERE {} AND kind = 'sale' GROUP BY party"
_LAST_SALE_OF_REFUNDED = f"""
SELECT e.party, max(CASE WHEN s.amount < 0 THEN e.on_date END) FROM entry AS e
JOIN posting AS s ON s.entry = e.id AND s.account = {SALES}
WHERE e.kind = 'sale' AND e.{{}} AND e.party IN (
    SELECT r.party FROM posting AS p CROSS JOIN entry AS r ON r.id = p.entry WHERE p.account = {SALES} AND p.amount > 0)
GROUP BY e.party
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
    some = f"party IN (SELECT p.id FROM party AS p WHERE {chosen})" if ids else "party IS NOT NULL"
    figures = _Figures(db, some, today)
    rows = db.execute_sql(
        "SELECT p.id, p.name, p.kind, p.standing, p.company, p.folded, p.customer_since FROM party AS p "
        f"WHERE {chosen} ORDER BY p.folded, p.id"
    )
    return [figures.row(*row) for row in rows]


class _Figures:
    """Dictionaries from party id to a figure, each from one grouped query over an index."""

    def __init__(self, db: Any, some: str, today: date) -> None:
        since = _year_before(today).isoformat()

        def pairs(sql: str, *values: object) -> dict[int, Any]:
            return dict(db.execute_sql(sql, values).fetchall())

        self.phone = pairs(f"SELECT party, value FROM contact_point WHERE kind = 'phone' AND {some} ORDER BY id DESC")
        self.email = pairs(f"SELECT party, value FROM contact_point WHERE kind = 'email' AND {some} ORDER BY id DESC")
        self.tags = pairs(f"SELECT party, group_concat(tag, ', ') FROM party_tag WHERE {some} GROUP BY party")
        self.sale = pairs(_LAST_SALE.format(some)) | pairs(_LAST_SALE_OF_REFUNDED.format(some))
        self.worked = pairs(f"SELECT party, max(on_date) FROM work WHERE {some} GROUP BY party")
        self.contact = pairs(f"SELECT party, max(on_date) FROM contact WHERE {some} GROUP BY party")
        self.minutes = pairs(f"SELECT party, sum(minutes) FROM work WHERE {some} AND on_date > ? GROUP BY party", since)
        amounts = (
            "SELECT party, sum(amount) FROM entry JOIN posting ON posting.entry = entry.id AND account = ? "
            f"WHERE {some} AND kind = ? AND on_date > ? GROUP BY party"
        )
        self.income = pairs(amounts, SALES, "sale", since)
        self.costs = pairs(amounts, EXPENSES, "expense", since)
        self.beyond = pairs(
            f"SELECT party, (julianday(?) - julianday(last_on)) / gap FROM sale_rhythm WHERE {some} AND gap > 0",
            today.isoformat(),
        )
        self.standing = {
            party: latest
            for party, *latest in db.execute_sql(
                "SELECT party, on_date, exit_reason.label, folder, iif(hook_done IS NULL, hook, ''), "
                "iif(hook_done IS NULL, hook_due, NULL) FROM standing_change "
                f"LEFT JOIN exit_reason ON exit_reason.id = reason WHERE {some} ORDER BY on_date, standing_change.id"
            ).fetchall()
        }
        self.step = {
            party: (due, what)
            for party, due, what in db.execute_sql(
                f"SELECT party, due, what FROM next_step WHERE {some} AND done_on IS NULL ORDER BY due DESC, id DESC"
            ).fetchall()
        }

    def row(
        self, id_: int, name: str, kind: str, standing: str, company: str, folded: str, since: str | None
    ) -> PersonRow:
        sale = self.sale.get(id_)
        touched = max(sale or "", self.worked.get(id_, ""), self.contact.get(id_, ""))
        changed, reason, folder, hook, hook_due = self.standing.get(id_, (None, None, 0, "", None))
        due, what = self.step.get(id_, (None, ""))
        return PersonRow(
            id=id_,
            name=name,
            kind=_KINDS[kind],
            standing=_STANDINGS[standing],
            company=company,
            tags=self.tags.get(id_, ""),
            phone=self.phone.get(id_, ""),
            email=self.email.get(id_, ""),
            folded=folded,
            customer_since=to_date(since),
            standing_since=to_date(changed),
            reason=reason or "",
            last_contact=to_date(touched),
            last_sale=to_date(sale),
            income=-self.income.get(id_, 0),
            costs=self.costs.get(id_, 0),
            minutes=self.minutes.get(id_, 0),
            next_due=to_date(due),
            next_step=what,
            folder_id=folder or 0,
            hook=hook,
            hook_due=to_date(hook_due),
            beyond=self.beyond.get(id_),
        )


def _year_before(today: date) -> date:
    try:
        return today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year - 1, day=28)
