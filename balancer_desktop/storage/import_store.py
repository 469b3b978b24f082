"""Bulk reading and writing for imports: many rows at a time, straight through SQLite's executemany."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice, repeat
from typing import Any

from balancer_desktop.domain.entries import Contact, NextStep
from balancer_desktop.domain.importing.drafts import OWED, Lot, marks_of
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.put_off import PutOff
from balancer_desktop.domain.standing import StandingChange, standing_on
from balancer_desktop.storage.dates import to_date, to_text
from balancer_desktop.storage.instants import instant_text
from balancer_desktop.storage.ledger_store import CASH, EXPENSES, RECEIVABLE, SALES
from balancer_desktop.storage.people_store import search_text

BULK_TABLES = ("party", "contact_point", "party_tag", "standing_change", "entry", "posting", "work")
DIARY_TABLES = ("contact", "inquiry", "opportunity", "stage_move", "parking", "next_step", "put_off")
"""Bulk tables of what is written when all changes of standing are."""

_ENTRY = "entry (id, kind, on_date, party, side, memo, source)"
_PEOPLE_AT_ONCE = 1000


class ImportStore:
    """Writes need the book's change gate, inside history.bulk() of the tables. Ids are given out rising and gapless.

    The parties of a lot are ids here, 0 for nobody.
    """

    def __init__(self, db: Any) -> None:
        self._db = db

    def next_id(self, table: str) -> int:
        return int(self._db.execute_sql(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])

    def add_people(self, people: Iterable[tuple[str, Party, list[StandingChange]]]) -> None:
        """(key, party, history) with the ids already set; the history's last change is the standing."""
        rest = iter(people)
        while lot := list(islice(rest, _PEOPLE_AT_ONCE)):
            self._add_people(lot)

    def _add_people(self, people: Sequence[tuple[str, Party, list[StandingChange]]]) -> None:
        rows, details, tags = [], [], []
        changes: list[StandingChange] = []
        for key, party, history in people:
            standing = standing_on(history, date.max).value
            rows.append((
                party.id, party.kind.value, party.name, party.company, party.address, party.notes,
                party.referred_by or None, to_text(party.customer_since), party.ideal_gap or None,
                party.longest_gap or None, standing, search_text(party), key,
            ))  # fmt: skip
            details += [(party.id, c.kind.value, c.value, c.label) for c in party.contacts]
            tags += [(party.id, tag) for tag in dict.fromkeys(party.tags)]
            changes += history
        self._many(
            "party (id, kind, name, company, address, notes, referred_by, customer_since, ideal_gap, longest_gap, "
            "standing, folded, source)",
            13,
            rows,
        )
        self._many("contact_point (party, kind, value, label)", 4, details)
        self._many("party_tag (party, tag)", 2, tags)
        self._add_changes(changes)

    def add_standings(self, changes: Sequence[StandingChange]) -> None:
        """Changes of parties that are in the book, whose standing follows."""
        self._add_changes(changes)
        self._db.connection().executemany(
            "UPDATE party SET standing = (SELECT s.standing FROM standing_change AS s WHERE s.party = party.id "
            "ORDER BY s.on_date DESC, s.id DESC LIMIT 1) WHERE id = ?",
            [(party_id,) for party_id in {change.party_id for change in changes}],
        )

    def add_contacts(self, contacts: Iterable[tuple[Contact, str]]) -> None:
        """Each with its import key, or an empty text."""
        self._many(
            "contact (on_date, party, channel, note, incoming, answered, source)",
            7,
            (
                (c.on.isoformat(), c.party_id, c.channel.value, c.note, int(c.incoming), int(c.answered), key or None)
                for c, key in contacts
            ),
        )

    def add_steps(self, steps: Iterable[tuple[NextStep, str]]) -> None:
        """Each with its import key, or an empty text."""
        self._many(
            "next_step (due, party, what, done_on, outcome, closed_by, opportunity, checklist, source)",
            9,
            (
                (s.due.isoformat(), s.party_id, s.what, to_text(s.done_on), s.outcome, s.closed_by or None,
                 s.opportunity_id or None, s.checklist, key or None)
                for s, key in steps
            ),
        )  # fmt: skip

    def add_inquiries(self, inquiries: Iterable[Inquiry]) -> None:
        self._many(
            "inquiry (received_at, channel, party, name, phone, email, referred_by, answered_by, asked, promised, "
            "promised_by, responded_at, state, settled_on, referrer_told, source)",
            16,
            (
                (instant_text(i.received), i.channel.value, i.party_id or None, i.name, i.phone, i.email,
                 i.referred_by or None, i.answered_by, i.asked, i.promised, to_text(i.promised_by),
                 instant_text(i.responded), i.state.value, to_text(i.settled_on), to_text(i.referrer_told),
                 i.source or None)
                for i in inquiries
            ),
        )  # fmt: skip

    def add_opportunities(self, opportunities: Sequence[Opportunity]) -> None:
        """With their moves and parkings; their ids are given out here, in their order."""
        numbered = list(enumerate(opportunities, self.next_id("opportunity")))
        self._many(
            "opportunity (id, party, title, opened_on, value, probability, origin, referred_by, inquiry, expected_on, "
            "closed_on, outcome, reason, note, agreed, sale, ends_on, referrer_told, source)",
            19,
            (
                (id_, o.party_id, o.title, o.opened.isoformat(), o.value, o.probability, o.origin,
                 o.referred_by or None, o.inquiry_id or None, to_text(o.expected), to_text(o.closed),
                 o.outcome.value if o.outcome else None, o.reason_id or None, o.note, o.agreed, o.sale_id or None,
                 to_text(o.ends), to_text(o.referrer_told), o.source or None)
                for id_, o in numbered
            ),
        )  # fmt: skip
        self._many(
            "stage_move (opportunity, on_date, stage)",
            3,
            ((id_, move.on.isoformat(), move.stage_id) for id_, o in numbered for move in o.moves),
        )
        self._many(
            "parking (opportunity, on_date, until)",
            3,
            ((id_, p.on.isoformat(), p.until.isoformat()) for id_, o in numbered for p in o.parkings),
        )

    def add_put_off(self, matters: Iterable[PutOff]) -> None:
        rows = ((matter.party_id, matter.matter.value, matter.until.isoformat()) for matter in matters)
        self._many("put_off (party, what, until)", 3, rows)

    def add_sales(self, first: int, lot: Lot) -> None:
        """Sales, whose ids count from `first`."""
        ids, nothing = range(first, first + len(lot.key)), repeat(None)
        accounts = [RECEIVABLE if mark == OWED else CASH for mark in lot.mark]
        self._many(_ENTRY, 7, zip(ids, repeat("sale"), lot.on, lot.party, nothing, lot.memo, lot.key, strict=False))
        self._post(zip(ids, accounts, lot.measure, repeat(SALES), strict=False))

    def add_expenses(self, first: int, lot: Lot) -> None:
        """Expenses, whose ids count from `first` and whose marks all hold a side."""
        ids, parties = range(first, first + len(lot.key)), (party or None for party in lot.party)
        marks = list(map(marks_of, lot.mark))
        sides, introductory = [side for _, side in marks], [int(bool(mark)) for mark, _ in marks]
        self._many(
            "entry (id, kind, on_date, party, side, memo, source, introductory)",
            8,
            zip(ids, repeat("expense"), lot.on, parties, sides, lot.memo, lot.key, introductory, strict=False),
        )
        self._post(zip(ids, repeat(EXPENSES), lot.measure, repeat(CASH), strict=False))

    def add_work(self, lot: Lot) -> None:
        """Work, whose marks are all sides."""
        parties = (party or None for party in lot.party)
        rows = zip(lot.on, lot.measure, lot.mark, parties, lot.memo, lot.key, strict=True)
        self._many("work (on_date, minutes, side, party, note, source)", 6, rows)

    def entries(self, kind: str, ids: Sequence[int]) -> dict[int, tuple[str, int, int]]:
        """Of sales, expenses or work (domain.importing.fields.Kind) of these ids: ISO day, party or 0, and measure."""
        marks = ", ".join("?" * len(ids))
        if kind == "work":
            sql = f"SELECT id, on_date, coalesce(party, 0), minutes FROM work WHERE id IN ({marks})"
        else:
            account, sign, name = (SALES, "-", "sale") if kind == "sales" else (EXPENSES, "", "expense")
            sql = (
                f"SELECT e.id, e.on_date, coalesce(e.party, 0), {sign}s.amount FROM entry AS e "
                f"JOIN posting AS s ON s.entry = e.id AND s.account = {account} "
                f"WHERE e.kind = '{name}' AND e.id IN ({marks})"
            )
        rows = self._db.execute_sql(sql, tuple(ids)).fetchall()
        return {id_: (on, party, measure) for id_, on, party, measure in rows}

    def next_event(self, party_id: int, after: date) -> date | None:
        """The first later day on which anything is logged with a party."""
        found = self._db.execute_sql(
            "SELECT min(on_date) FROM (" + " UNION ALL ".join(
                f"SELECT min(on_date) AS on_date FROM {table} WHERE party = :party AND on_date > :after"
                for table in ("contact", "work", "entry")
            ) + ")",
            {"party": party_id, "after": after.isoformat()},
        ).fetchone()[0]  # fmt: skip
        return to_date(found)

    def rule_dates(self) -> dict[int, date]:
        """When the first-sale rule made a customer of a party, for those it did."""
        rows = self._db.execute_sql("SELECT party, on_date FROM standing_change WHERE cause_sale IS NOT NULL")
        return {party: date.fromisoformat(on) for party, on in rows}

    def prospects(self) -> set[int]:
        return {row[0] for row in self._db.execute_sql("SELECT id FROM party WHERE standing = 'prospect'")}

    def _add_changes(self, changes: Iterable[StandingChange]) -> None:
        self._many(
            "standing_change (party, on_date, standing, reason, note, cause_sale, folder, hook, hook_due, hook_done)",
            10,
            (
                (c.party_id, c.on.isoformat(), c.standing.value, c.reason_id or None, c.note, c.cause_sale or None,
                 c.folder_id or None, c.hook, to_text(c.hook_due), to_text(c.hook_done))
                for c in changes
            ),
        )  # fmt: skip

    def _post(self, entries: Iterable[tuple[int, int, int, int]]) -> None:
        """(entry, account, amount, account that gives it) → its two postings."""
        self._db.connection().executemany(
            "INSERT INTO posting (entry, account, amount) VALUES (?1, ?2, ?3), (?1, ?4, -?3)", entries
        )

    def _many(self, into: str, columns: int, rows: Iterable[tuple[object, ...]]) -> None:
        marks = ", ".join("?" * columns)
        self._db.connection().executemany(f"INSERT INTO {into} VALUES ({marks})", rows)
