"""People and their standings."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind, folded, phone_digits
from balancer_desktop.domain.standing import ExitReason, ReasonClass, Standing, StandingChange, standing_on
from balancer_desktop.storage.dates import to_date, to_text
from balancer_desktop.storage.tables import (
    ContactPointRow,
    ExitReasonRow,
    PartyRow,
    PutOffRow,
    StandingRow,
    TagRow,
)

_REFERENCES = (
    ("entry", "party"), ("work", "party"), ("contact", "party"), ("next_step", "party"), ("party", "referred_by"),
    ("timer", "party"), ("party_folder", "party"), ("inquiry", "party"), ("inquiry", "referred_by"),
    ("opportunity", "party"), ("opportunity", "referred_by"),
)  # fmt: skip


def search_text(party: Party) -> str:
    """Everything a filter or a search may look for in a party, folded; phone numbers also as bare digits."""
    digits = " ".join(phone_digits(phone) for phone in party.phones)
    words = (party.name, party.company, *party.tags, *(c.value for c in party.contacts), digits)
    return folded(" ".join(words))


class PeopleStore:
    """Takes and returns domain.party and domain.standing types; writes need the book's change gate."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def add(self, party: Party, source: str | None = None) -> int:
        """The new party's id. Its standing is prospect until a change is added."""
        row = PartyRow.insert(**_columns(party), standing=Standing.PROSPECT.value, source=source)
        party_id = int(row.execute(self._db))
        self._write_details(party_id, party)
        return party_id

    def update(self, party: Party) -> None:
        PartyRow.update(**_columns(party)).where(PartyRow.id == party.id).execute(self._db)
        ContactPointRow.delete().where(ContactPointRow.party == party.id).execute(self._db)
        TagRow.delete().where(TagRow.party == party.id).execute(self._db)
        self._write_details(party.id, party)

    def remove(self, party_id: int) -> None:
        """Only for a party that nothing refers to (see references)."""
        for row in (ContactPointRow, TagRow, StandingRow, PutOffRow):
            row.delete().where(row.party == party_id).execute(self._db)
        PartyRow.delete().where(PartyRow.id == party_id).execute(self._db)

    def references(self, party_id: int) -> int:
        """How many entries, contacts, next steps and referrals name this party."""
        counts = (f"(SELECT count(*) FROM {table} WHERE {column} = :id)" for table, column in _REFERENCES)
        return int(self._db.execute_sql(f"SELECT {' + '.join(counts)}", {"id": party_id}).fetchone()[0])

    def get(self, party_id: int) -> Party | None:
        found = self.get_many([party_id])
        return found[0] if found else None

    def get_many(self, ids: Iterable[int] | None = None) -> list[Party]:
        """Whole parties by id, or every one (None), in order of id."""
        chosen = None if ids is None else sorted(ids)
        contacts: dict[int, list[ContactPoint]] = defaultdict(list)
        for party, kind, value, label in self._details("party, kind, value, label", "contact_point", chosen):
            contacts[party].append(ContactPoint(ContactKind(kind), value, label))
        tags: dict[int, list[str]] = defaultdict(list)
        for party, tag in self._details("party, tag", "party_tag", chosen):
            tags[party].append(tag)
        columns = "id, name, kind, company, address, referred_by, customer_since, notes, ideal_gap, longest_gap"
        return [
            Party(
                name, PartyKind(kind), company, tuple(contacts[id_]), tuple(tags[id_]), address, referrer or 0,
                to_date(since), notes, id_, ideal or 0, longest or 0,
            )
            for id_, name, kind, company, address, referrer, since, notes, ideal, longest in self._details(
                columns, "party", chosen, key="id"
            )
        ]  # fmt: skip

    def names(self, ids: Iterable[int] | None = None) -> dict[int, str]:
        chosen = None if ids is None else sorted(ids)
        return dict(self._details("id, name", "party", chosen, key="id"))

    def known(self, ids: Iterable[int] | None = None) -> list[tuple[int, str, Standing, tuple[str, ...], str]]:
        """What recognising people in a line takes: id, name, standing, phones, company."""
        chosen = None if ids is None else sorted(ids)
        phones: dict[int, tuple[str, ...]] = defaultdict(tuple)
        for party, kind, value in self._details("party, kind, value", "contact_point", chosen):
            if kind == ContactKind.PHONE:
                phones[party] += (value,)
        standings = {standing.value: standing for standing in Standing}
        return [
            (id_, name, standings[standing], phones[id_], company)
            for id_, name, standing, company in self._details("id, name, standing, company", "party", chosen, key="id")
        ]

    def some_phones(self, most: int) -> list[str]:
        """The first phone numbers of the book, as written."""
        rows = self._db.execute_sql("SELECT value FROM contact_point WHERE kind = 'phone' LIMIT ?", (most,))
        return [value for (value,) in rows.fetchall()]

    def named(self, name: str) -> int:
        """How many parties have exactly this name."""
        return int(self._db.execute_sql("SELECT count(*) FROM party WHERE name = ?", (name,)).fetchone()[0])

    def with_email(self, address: str) -> list[int]:
        """Who has this e-mail address, in capitals or not."""
        rows = self._db.execute_sql(
            "SELECT DISTINCT party FROM contact_point WHERE kind = 'email' AND value = ? COLLATE NOCASE ORDER BY party",
            (address,),
        )
        return [party for (party,) in rows.fetchall()]

    def standing(self, party_id: int) -> Standing:
        """The standing today, the latest of the history."""
        row = self._db.execute_sql("SELECT standing FROM party WHERE id = ?", (party_id,)).fetchone()
        return Standing(row[0]) if row else Standing.PROSPECT

    def standings(self) -> dict[Standing, int]:
        """How many parties are in each standing."""
        rows = self._db.execute_sql("SELECT standing, count(*) FROM party GROUP BY standing").fetchall()
        return {standing: dict(rows).get(standing.value, 0) for standing in Standing}

    def tags(self) -> list[str]:
        return [row[0] for row in self._db.execute_sql("SELECT DISTINCT tag FROM party_tag ORDER BY tag")]

    def history(self, party_id: int) -> list[StandingChange]:
        """A party's changes of standing in order."""
        return self._changes("WHERE party = ? ORDER BY on_date, id", party_id)

    def histories(self) -> list[StandingChange]:
        """Everybody's changes of standing, party by party, each history in order."""
        return self._changes("ORDER BY party, on_date, id")

    def add_standing(self, change: StandingChange) -> int:
        row = StandingRow.insert(
            party=change.party_id, on_date=change.on.isoformat(), standing=change.standing.value,
            reason=change.reason_id or None, note=change.note, cause_sale=change.cause_sale or None,
            folder=change.folder_id or None, hook=change.hook, hook_due=to_text(change.hook_due),
            hook_done=to_text(change.hook_done),
        )  # fmt: skip
        change_id = int(row.execute(self._db))
        self._settle(change.party_id)
        return change_id

    def refile(self, change: StandingChange) -> None:
        """Write where somebody who left is filed, and their hook, as the change has them."""
        StandingRow.update(
            folder=change.folder_id or None,
            hook=change.hook,
            hook_due=to_text(change.hook_due),
            hook_done=to_text(change.hook_done),
        ).where(StandingRow.id == change.id).execute(self._db)

    def move_standing(self, change_id: int, party_id: int, on: date) -> None:
        StandingRow.update(on_date=on.isoformat()).where(StandingRow.id == change_id).execute(self._db)
        self._settle(party_id)

    def remove_standing(self, change_id: int, party_id: int) -> None:
        StandingRow.delete().where(StandingRow.id == change_id).execute(self._db)
        self._settle(party_id)

    def caused_by(self, sale_id: int) -> list[StandingChange]:
        """The changes the first-sale rule made because of this sale."""
        rows = self._db.execute_sql("SELECT DISTINCT party FROM standing_change WHERE cause_sale = ?", (sale_id,))
        return [c for (party,) in rows.fetchall() for c in self.history(party) if c.cause_sale == sale_id]

    def reasons(self) -> list[ExitReason]:
        rows = self._db.execute_sql("SELECT label, kind, retired, id FROM exit_reason ORDER BY id")
        return [ExitReason(label, ReasonClass(kind), bool(retired), id_) for label, kind, retired, id_ in rows]

    def add_reason(self, reason: ExitReason) -> int:
        row = ExitReasonRow.insert(label=reason.label, kind=reason.kind.value, retired=int(reason.retired))
        return int(row.execute(self._db))

    def update_reason(self, reason: ExitReason) -> None:
        columns = {"label": reason.label, "kind": reason.kind.value, "retired": int(reason.retired)}
        ExitReasonRow.update(**columns).where(ExitReasonRow.id == reason.id).execute(self._db)

    def remove_reason(self, reason_id: int) -> None:
        """Only for a reason that nobody left for (see reason_uses)."""
        ExitReasonRow.delete().where(ExitReasonRow.id == reason_id).execute(self._db)

    def reason_uses(self) -> dict[int, int]:
        """How many changes of standing, of old times too, name each reason; those that none names are missing."""
        sql = "SELECT reason, count(*) FROM standing_change WHERE reason IS NOT NULL GROUP BY reason"
        return dict(self._db.execute_sql(sql).fetchall())

    def _changes(self, chosen: str, *values: object) -> list[StandingChange]:
        rows = self._db.execute_sql(
            "SELECT party, on_date, standing, reason, note, cause_sale, id, folder, hook, hook_due, hook_done "
            f"FROM standing_change {chosen}",
            values,
        )
        return [
            StandingChange(
                party, date.fromisoformat(on), Standing(standing), reason or 0, note, cause or 0, id_,
                folder or 0, hook, to_date(due), to_date(done),
            )
            for party, on, standing, reason, note, cause, id_, folder, hook, due, done in rows
        ]  # fmt: skip

    def _settle(self, party_id: int) -> None:
        """Bring the party's cached standing in line with its history."""
        standing = standing_on(self.history(party_id), date.max)
        PartyRow.update(standing=standing.value).where(
            (PartyRow.id == party_id) & (PartyRow.standing != standing.value)
        ).execute(self._db)

    def _write_details(self, party_id: int, party: Party) -> None:
        for contact in party.contacts:
            ContactPointRow.insert(
                party=party_id, kind=contact.kind.value, value=contact.value, label=contact.label
            ).execute(self._db)
        for tag in dict.fromkeys(party.tags):
            TagRow.insert(party=party_id, tag=tag).execute(self._db)

    def _details(self, columns: str, table: str, ids: list[int] | None, key: str = "party") -> list[tuple[Any, ...]]:
        """Rows of the chosen parties, in order of row id; None is every party."""
        where = "" if ids is None else f" WHERE {key} IN ({', '.join(map(str, ids))})"
        return list(self._db.execute_sql(f"SELECT {columns} FROM {table}{where} ORDER BY id").fetchall())


def _columns(party: Party) -> dict[str, Any]:
    return {
        "kind": party.kind.value,
        "name": party.name,
        "company": party.company,
        "address": party.address,
        "notes": party.notes,
        "referred_by": party.referred_by or None,
        "customer_since": to_text(party.customer_since),
        "folded": search_text(party),
        "ideal_gap": party.ideal_gap or None,
        "longest_gap": party.longest_gap or None,
    }
