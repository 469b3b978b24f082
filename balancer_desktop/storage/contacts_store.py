"""What was said with whom, and what is to be done next."""

from collections.abc import Collection
from datetime import date
from typing import Any

from balancer_desktop.domain.entries import Channel, Contact, NextStep
from balancer_desktop.storage.dates import to_date, to_text
from balancer_desktop.storage.tables import ContactRow, NextStepRow

_CONTACTS = "SELECT on_date, party, channel, note, id, incoming, answered FROM contact WHERE"
_STEPS = "SELECT due, party, what, done_on, id, outcome, closed_by, opportunity, checklist FROM next_step WHERE"


class ContactsStore:
    """Takes and returns domain.entries.Contact and NextStep; writes need the book's change gate."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def add(self, contact: Contact) -> int:
        return int(ContactRow.insert(**_contact_columns(contact)).execute(self._db))

    def update(self, contact: Contact) -> None:
        ContactRow.update(**_contact_columns(contact)).where(ContactRow.id == contact.id).execute(self._db)

    def remove(self, contact_id: int) -> None:
        ContactRow.delete().where(ContactRow.id == contact_id).execute(self._db)

    def get(self, contact_id: int) -> Contact | None:
        return next(iter(self._contacts("id = ?", contact_id)), None)

    def all(self) -> list[Contact]:
        """Every contact, the oldest first."""
        return self._contacts("1 ORDER BY on_date, id")

    def of_party(self, party_id: int) -> list[Contact]:
        return self._contacts("party = ? ORDER BY on_date, id", party_id)

    def add_step(self, step: NextStep, source: str = "") -> int:
        """source: the key it was brought in under, empty for what was typed."""
        return int(NextStepRow.insert(**_step_columns(step), source=source or None).execute(self._db))

    def update_step(self, step: NextStep) -> None:
        NextStepRow.update(**_step_columns(step)).where(NextStepRow.id == step.id).execute(self._db)

    def remove_step(self, step_id: int) -> None:
        NextStepRow.delete().where(NextStepRow.id == step_id).execute(self._db)

    def close_open(self, party_id: int, on: date, outcome: str, change_id: int) -> None:
        """End every open step of a party undone, on a day, because of a change of standing."""
        self._db.execute_sql(
            "UPDATE next_step SET done_on = ?, outcome = ?, closed_by = ? WHERE party = ? AND done_on IS NULL",
            (on.isoformat(), outcome, change_id, party_id),
        )

    def reopen(self, party_id: int) -> None:
        """Have the steps back that a change of standing closed; what they served may be over meanwhile."""
        self._db.execute_sql(
            "UPDATE next_step SET done_on = NULL, outcome = '', closed_by = NULL, opportunity = (SELECT o.id "
            "FROM opportunity AS o WHERE o.id = next_step.opportunity AND o.closed_on IS NULL) "
            "WHERE party = ? AND closed_by IS NOT NULL",
            (party_id,),
        )

    def hand_over(self, party_id: int, change_id: int) -> None:
        """Have the steps that a change of standing closed be closed by this one."""
        self._db.execute_sql(
            "UPDATE next_step SET closed_by = ? WHERE party = ? AND closed_by <> ?", (change_id, party_id, change_id)
        )

    def step(self, step_id: int) -> NextStep | None:
        return next(iter(self._steps("id = ?", step_id)), None)

    def all_steps(self) -> list[NextStep]:
        """Every next step, the earliest due first."""
        return self._steps("1 ORDER BY due, id")

    def steps_of(self, party_id: int) -> list[NextStep]:
        return self._steps("party = ? ORDER BY due, id", party_id)

    def steps_for(self, opportunity_id: int) -> list[NextStep]:
        """Those that name the opportunity they serve."""
        return self._steps("opportunity = ? ORDER BY due, id", opportunity_id)

    def known_sources(self, sources: Collection[str]) -> set[str]:
        """Which of these keys next steps were brought in under."""
        listed = ", ".join("?" * len(sources))
        rows = self._db.execute_sql(f"SELECT source FROM next_step WHERE source IN ({listed})", tuple(sources))
        return {source for (source,) in rows.fetchall()}

    def steps_due(self, first: date, last: date) -> list[NextStep]:
        """Steps due from one day to another, done or not, the earliest first."""
        return self._steps("due BETWEEN ? AND ? ORDER BY due, id", first.isoformat(), last.isoformat())

    def open_steps(self, until: date) -> list[NextStep]:
        """Steps not done yet that are due on or before the day, the longest overdue first."""
        return self._steps("done_on IS NULL AND due <= ? ORDER BY due, id", until.isoformat())

    def _contacts(self, where: str, *values: object) -> list[Contact]:
        rows = self._db.execute_sql(f"{_CONTACTS} {where}", values)
        return [contact_of(*row) for row in rows]

    def _steps(self, where: str, *values: object) -> list[NextStep]:
        rows = self._db.execute_sql(f"{_STEPS} {where}", values)
        return [step_of(*row) for row in rows]


def contact_of(on: str, party: int, channel: str, note: str, id_: int, incoming: int, answered: int) -> Contact:
    """A row of the table as a contact."""
    return Contact(date.fromisoformat(on), party, Channel(channel), note, id_, bool(incoming), bool(answered))


def step_of(
    due: str, party: int, what: str, done: str | None, id_: int, outcome: str, closed_by: int | None,
    opportunity: int | None, checklist: str,
) -> NextStep:  # fmt: skip
    """A row of the table as a next step."""
    return NextStep(
        date.fromisoformat(due), party, what, to_date(done), id_, outcome, closed_by or 0, opportunity or 0, checklist
    )


def _contact_columns(contact: Contact) -> dict[str, Any]:
    return {
        "on_date": contact.on.isoformat(),
        "party": contact.party_id,
        "channel": contact.channel.value,
        "note": contact.note,
        "incoming": int(contact.incoming),
        "answered": int(contact.answered),
    }


def _step_columns(step: NextStep) -> dict[str, Any]:
    return {
        "due": step.due.isoformat(),
        "party": step.party_id,
        "what": step.what,
        "done_on": to_text(step.done_on),
        "outcome": step.outcome,
        "closed_by": step.closed_by or None,
        "opportunity": step.opportunity_id or None,
        "checklist": step.checklist,
    }
