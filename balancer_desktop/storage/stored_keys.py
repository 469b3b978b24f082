"""The import keys of a book, looked up by SQLite as an import asks for them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_TABLES = {
    "people": ("party",), "sales": ("entry",), "expenses": ("entry",), "work": ("work",),
    "contacts": ("contact", "missed call"), "next_steps": ("next_step",), "inquiries": ("inquiry",),
    "opportunities": ("opportunity",),
}  # fmt: skip
"""Where the records of a kind are; a key begins with its kind."""
_IDS = {"missed call": ("inquiry", "-id")}
"""A missed call in a log of contacts is an inquiry; its id is below zero, to tell it from those of contacts."""


class StoredKeys:
    """What domain.importing.known.ImportedKeys asks for."""

    def __init__(self, db: Any) -> None:
        self._db = db
        tables = {table for several in _TABLES.values() for table in several}
        self._empty = {
            name for name in tables if not self._first(f"SELECT 1 FROM {_place(name)[0]} WHERE source IS NOT NULL")
        }

    def among(self, keys: Sequence[str]) -> Mapping[str, int]:
        """Those of these keys, all of one kind, that the book has, and the ids of their records."""
        found: dict[str, int] = {}
        for table, id_ in self._tables(keys[0]) if keys else ():
            marks = ", ".join("?" * len(keys))
            rows = self._db.execute_sql(f"SELECT source, {id_} FROM {table} WHERE source IN ({marks})", keys)
            found |= dict(rows.fetchall())
        return found

    def starting(self, start: str) -> Iterator[tuple[str, int]]:
        """The keys that begin like this, which ends with a tab, and the ids of their records."""
        after = f"{start[:-1]}\n"  # the character after a tab
        for table, id_ in self._tables(start):
            yield from self._db.execute_sql(
                f"SELECT source, {id_} FROM {table} WHERE source >= ? AND source < ?", (start, after)
            )

    def _tables(self, key: str) -> list[tuple[str, str]]:
        """Table and column of the ids."""
        return [_place(name) for name in _TABLES[key.partition("\t")[0]] if name not in self._empty]

    def _first(self, sql: str) -> Any:
        return self._db.execute_sql(f"{sql} LIMIT 1").fetchone()


def _place(name: str) -> tuple[str, str]:
    return _IDS.get(name, (name, "id"))
