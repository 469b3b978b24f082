"""How often the owner wants to be in touch, by tag, and what is put off until a day."""

from datetime import date
from typing import Any

from balancer_desktop.domain.put_off import Matter, PutOff
from balancer_desktop.storage.tables import PutOffRow, TagCadenceRow


class RemindersStore:
    """Writes need the book's change gate."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def tag_gaps(self) -> dict[str, tuple[int, int]]:
        """Days between contacts by tag: (ideal, longest), 0 where one is not set."""
        rows = self._db.execute_sql("SELECT tag, ideal_gap, longest_gap FROM tag_cadence ORDER BY tag").fetchall()
        return {tag: (ideal or 0, longest or 0) for tag, ideal, longest in rows}

    def set_tag_gaps(self, tag: str, ideal: int, longest: int) -> None:
        """0 and 0 take the tag's cadence away."""
        gaps = {"ideal_gap": ideal or None, "longest_gap": longest or None}
        if not ideal and not longest:
            TagCadenceRow.delete().where(TagCadenceRow.tag == tag).execute(self._db)
        elif not TagCadenceRow.update(**gaps).where(TagCadenceRow.tag == tag).execute(self._db):
            TagCadenceRow.insert(tag=tag, **gaps).execute(self._db)

    def put_off(self, day: date) -> set[tuple[int, Matter]]:
        """What is still put off on the day, by party."""
        rows = self._db.execute_sql("SELECT party, what FROM put_off WHERE until > ?", (day.isoformat(),)).fetchall()
        return {(party, Matter(what)) for party, what in rows}

    def all_put_off(self) -> list[PutOff]:
        """Everything that was ever put off and not brought up since, days gone by included; by party."""
        rows = self._db.execute_sql("SELECT party, what, until FROM put_off ORDER BY party, what").fetchall()
        return [PutOff(party, Matter(what), date.fromisoformat(until)) for party, what, until in rows]

    def put_off_until(self, wanted: PutOff) -> None:
        until = wanted.until.isoformat()
        chosen = (PutOffRow.party == wanted.party_id) & (PutOffRow.what == wanted.matter.value)
        if not PutOffRow.update(until=until).where(chosen).execute(self._db):
            PutOffRow.insert(party=wanted.party_id, what=wanted.matter.value, until=until).execute(self._db)

    def bring_up(self, party_id: int, matter: Matter) -> None:
        """Take the putting off back."""
        PutOffRow.delete().where((PutOffRow.party == party_id) & (PutOffRow.what == matter.value)).execute(self._db)
