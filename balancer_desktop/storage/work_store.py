"""Hours worked, and the timer that may be running."""

from datetime import date, datetime
from typing import Any

from balancer_desktop.domain.entries import Work
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.timer import Timer
from balancer_desktop.storage.tables import TimerRow, WorkRow

_WORK = "SELECT on_date, minutes, side, party, note, id FROM work WHERE"
_ADD = (
    "INSERT INTO work (on_date, minutes, side, party, note, source) "
    "VALUES (:on_date, :minutes, :side, :party, :note, :source)"
)


class WorkStore:
    """Takes and returns domain.entries.Work and domain.timer.Timer; writes need the book's change gate."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def add(self, work: Work, source: str | None = None) -> int:
        return int(self._db.execute_sql(_ADD, _columns(work) | {"source": source}).lastrowid)

    def update(self, work: Work) -> None:
        WorkRow.update(**_columns(work)).where(WorkRow.id == work.id).execute(self._db)

    def remove(self, work_id: int) -> None:
        WorkRow.delete().where(WorkRow.id == work_id).execute(self._db)

    def get(self, work_id: int) -> Work | None:
        return next(iter(self._select("id = ?", work_id)), None)

    def between(self, first: date, last: date, most: int = -1) -> list[Work]:
        """Work from first to last day, both included, newest first; no more than `most`, all when it is negative."""
        where = "on_date BETWEEN ? AND ? ORDER BY on_date DESC, id DESC LIMIT ?"
        return self._select(where, first.isoformat(), last.isoformat(), most)

    def minutes(self, first: date, last: date) -> dict[Side, int]:
        """The minutes on every side from first to last day, 0 where nothing was logged."""
        found = dict(
            self._db.execute_sql(
                "SELECT side, sum(minutes) FROM work WHERE on_date BETWEEN ? AND ? GROUP BY side",
                (first.isoformat(), last.isoformat()),
            ).fetchall()
        )
        return {side: found.get(side.value, 0) for side in Side}

    def of_party(self, party_id: int) -> list[Work]:
        return self._select("party = ? ORDER BY on_date, id", party_id)

    def timer(self) -> Timer | None:
        row = self._db.execute_sql("SELECT started_at, party, side, note FROM timer").fetchone()
        return Timer(datetime.fromisoformat(row[0]), Side(row[2]), row[1] or 0, row[3]) if row else None

    def set_timer(self, timer: Timer | None) -> None:
        TimerRow.delete().execute(self._db)
        if timer:
            TimerRow.insert(
                id=1, started_at=timer.started_at.isoformat(), party=timer.party_id or None,
                side=timer.side.value, note=timer.note,
            ).execute(self._db)  # fmt: skip

    def _select(self, where: str, *values: object) -> list[Work]:
        rows = self._db.execute_sql(f"{_WORK} {where}", values)
        return [Work(date.fromisoformat(on), minutes, Side(side), party or 0, note, id_)
                for on, minutes, side, party, note, id_ in rows]  # fmt: skip


def _columns(work: Work) -> dict[str, Any]:
    return {
        "on_date": work.on.isoformat(),
        "minutes": work.minutes,
        "side": work.side.value,
        "party": work.party_id or None,
        "note": work.note,
    }
