"""Row-level undo: every change leaves the images its rows had before, and undoing swaps them back.

After SQLite's documented trigger technique (https://www.sqlite.org/undoredo.html), with typed row images instead
of SQL text. Temporary triggers keep, per step, the first image of each row touched; a row that did not exist is
noted as such. Undoing a step puts its images back *with the triggers running*, which records the mirror step: redo
is the undo of that. A verb gets all this free, and nothing is left in the book's file.

Rows that an import adds in bulk are noted as one range of ids, since an image of "was not there" per row would
double the cost of writing them.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from balancer_desktop.storage.tables import TRACKED

DEPTH = 500
"""Steps the owner can undo; the book lets go of older ones."""
_NO_END = 2**62
_MANY = 1000
_OF_A_PARTY = ("contact_point", "party_tag", "standing_change", "entry", "work", "contact", "next_step", "timer",
               "put_off", "party_folder", "inquiry", "opportunity")  # fmt: skip
_OF_AN_OPPORTUNITY = ("stage_move", "parking")
_PARTY_COLUMN = {"party": "id"} | dict.fromkeys(_OF_A_PARTY, "party")


class History:
    """The steps of one connection. It must watch() before the first change; every other method runs inside the
    transaction of the change it belongs to."""

    def __init__(self, db: Any) -> None:
        self._db = db
        self._step = 0
        self._columns: dict[str, tuple[str, ...]] = {}

    def watch(self) -> None:
        """From now on keep what changes; only the first call counts, so that a book only read opens sooner."""
        if self._columns:
            return
        columns = {table: self._columns_of(table) for table in TRACKED}
        with self._db.transaction():  # its own: were the change rolled back, the triggers would go with it
            self._db.execute_sql(
                "CREATE TEMP TABLE undo_step (id INTEGER PRIMARY KEY CHECK (id = 1), step INTEGER NOT NULL)"
            )
            self._db.execute_sql("INSERT INTO undo_step VALUES (1, 0)")
            self._db.execute_sql("CREATE TEMP TABLE undo_range (step INTEGER, name TEXT, low INTEGER, high INTEGER)")
            for table in TRACKED:
                self._watch(table, columns[table])
        self._columns = columns

    def begin(self) -> int:
        """Open the next step; what is written from here on belongs to it."""
        self._step += 1
        self._db.execute_sql("UPDATE undo_step SET step = ?", (self._step,))
        return self._step

    def touched(self, step: int) -> frozenset[str]:
        """The tables the step has changed."""
        rows = self._db.execute_sql(
            " UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT 1 FROM undo_{t} WHERE step = :s)" for t in TRACKED)
            + " UNION ALL SELECT name FROM undo_range WHERE step = :s",
            {"s": step},
        )
        return frozenset(row[0] for row in rows)

    def parties(self, step: int, tables: frozenset[str]) -> frozenset[int] | None:
        """The parties whose rows the step has touched; None when an import made them too many to name."""
        if self._db.execute_sql("SELECT 1 FROM undo_range WHERE step = ?", (step,)).fetchone():
            return None
        queries = [
            f"SELECT {column} FROM undo_{t} WHERE step = :s AND existed "
            f"UNION SELECT t.{column} FROM undo_{t} AS u JOIN {t} AS t ON t.id = u.id WHERE u.step = :s"
            for t, column in _PARTY_COLUMN.items()
            if t in tables
        ]
        queries += [
            f"SELECT o.party FROM undo_{t} AS u LEFT JOIN {t} AS t ON t.id = u.id "
            "JOIN opportunity AS o ON o.id IN (u.opportunity, t.opportunity) WHERE u.step = :s"
            for t in _OF_AN_OPPORTUNITY
            if t in tables
        ]
        if not queries:
            return frozenset()
        rows = self._db.execute_sql(f"{' UNION '.join(queries)} LIMIT {_MANY + 1}", {"s": step}).fetchall()
        return frozenset(row[0] for row in rows if row[0]) if len(rows) <= _MANY else None

    def swap(self, step: int) -> int:
        """Put the step's images back; the returned step holds what that replaced."""
        mirror = self.begin()
        for table in TRACKED:
            columns = ", ".join(self._columns[table])
            self._delete_ranges(step, table)
            self._db.execute_sql(
                f"DELETE FROM {table} WHERE id IN (SELECT id FROM undo_{table} WHERE step = ?)", (step,)
            )
            self._db.execute_sql(
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM undo_{table} WHERE step = ? AND existed",
                (step,),
            )
        self.forget([step])
        return mirror

    def forget(self, steps: Iterable[int]) -> None:
        """Let go of steps that nobody will undo any more."""
        for step in steps:
            for table in TRACKED:
                self._db.execute_sql(f"DELETE FROM undo_{table} WHERE step = ?", (step,))
            self._db.execute_sql("DELETE FROM undo_range WHERE step = ?", (step,))

    @contextmanager
    def bulk(self, *tables: str) -> Iterator[None]:
        """Rows inserted into these tables meanwhile must get rising ids above all others; they form one range each."""
        # A failure needs no tidying here: the change it belongs to is rolled back, triggers included.
        for table in tables:
            self._db.execute_sql(f"DROP TRIGGER temp.undo_{table}_insert")
            low = self._take_over(table, self._highest(table) + 1)
            self._db.execute_sql("INSERT INTO undo_range VALUES (?, ?, ?, ?)", (self._step, table, low, _NO_END))
        yield
        for table in tables:
            self._db.execute_sql(self._insert_trigger(table))
            self._db.execute_sql(
                "UPDATE undo_range SET high = ? WHERE step = ? AND name = ? AND high = ?",
                (self._highest(table), self._step, table, _NO_END),
            )
        self._db.execute_sql("DELETE FROM undo_range WHERE high < low")

    def _columns_of(self, table: str) -> tuple[str, ...]:
        return tuple(row[1] for row in self._db.execute_sql(f"PRAGMA table_info({table})"))

    def _watch(self, table: str, names: tuple[str, ...]) -> None:
        columns = ", ".join(names)
        old = ", ".join(f"OLD.{column}" for column in names)
        # Values are kept as they are, untyped; but an untyped id could not be looked up in the primary key.
        typed = ", ".join("id INTEGER" if column == "id" else column for column in names)
        self._db.execute_sql(
            f"CREATE TEMP TABLE undo_{table} (step INTEGER, existed INTEGER, {typed}, PRIMARY KEY (step, id)) "
            "WITHOUT ROWID"
        )
        self._db.execute_sql(self._insert_trigger(table))
        for event in ("UPDATE", "DELETE"):
            self._db.execute_sql(
                f"CREATE TEMP TRIGGER undo_{table}_{event.lower()} BEFORE {event} ON main.{table} BEGIN "
                f"INSERT INTO undo_{table} (step, existed, {columns}) SELECT step, 1, {old} FROM undo_step "
                f"{_unseen(table, 'OLD')}; END"
            )

    @staticmethod
    def _insert_trigger(table: str) -> str:
        return (
            f"CREATE TEMP TRIGGER undo_{table}_insert AFTER INSERT ON main.{table} BEGIN "
            f"INSERT INTO undo_{table} (step, existed, id) SELECT step, 0, NEW.id FROM undo_step "
            f"{_unseen(table, 'NEW')}; END"
        )

    def _take_over(self, table: str, low: int) -> int:
        """Where a range from `low` must begin to swallow those of the step that reach into it: a row is in one only."""
        overlapping = "FROM undo_range WHERE step = ? AND name = ? AND high >= ?"
        found = self._db.execute_sql(f"SELECT min(low) {overlapping}", (self._step, table, low)).fetchone()[0]
        self._db.execute_sql(f"DELETE {overlapping}", (self._step, table, low))
        return low if found is None else min(low, int(found))

    def _highest(self, table: str) -> int:
        return int(self._db.execute_sql(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])

    def _delete_ranges(self, step: int, table: str) -> None:
        ranges = self._db.execute_sql("SELECT low, high FROM undo_range WHERE step = ? AND name = ?", (step, table))
        for low, high in ranges.fetchall():
            self._db.execute_sql(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", (low, high))


def _unseen(table: str, row: str) -> str:
    """The condition of a trigger that its OLD or NEW row is met for the first time in this step."""
    return (
        f"WHERE NOT EXISTS (SELECT 1 FROM undo_{table} AS u WHERE u.step = undo_step.step AND u.id = {row}.id) "
        f"AND NOT EXISTS (SELECT 1 FROM undo_range AS r WHERE r.step = undo_step.step AND r.name = '{table}' "
        f"AND {row}.id BETWEEN r.low AND r.high)"
    )
