"""The import keys of a book, looked up by SQLite as an import asks for them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_TABLES = {"people": "party", "sales": "entry", "expenses": "entry", "work": "work"}
"""Where the records of a kind are; a key begins with its kind."""


class StoredKeys:
    """What domain.importing.known.ImportedKeys asks for."""

    def __init__(self, db: Any) -> None:
        self._db = db
        tables = set(_TABLES.values())
        self._empty = {table for table in tables if not self._first(f"SELECT 1 FROM {table} WHERE source IS NOT NULL")}

    def among(self, keys: Sequence[str]) -> Mapping[str, int]:
        """Those of these keys, all of one kind, that the book has, and the ids of their records."""
        table = _table(keys[0]) if keys else ""
        if not table or table in self._empty:
            return {}
        marks = ", ".join("?" * len(keys))
        return dict(self._db.execute_sql(f"SELECT source, id FROM {table} WHERE source IN ({marks})", keys).fetchall())

    def starting(self, start: str) -> Iterator[tuple[str, int]]:
        """The keys that begin like this, which ends with a tab, and the ids of their records."""
        table = _table(start)
        if table not in self._empty:
            after = f"{start[:-1]}\n"  # the character after a tab
            yield from self._db.execute_sql(
                f"SELECT source, id FROM {table} WHERE source >= ? AND source < ?", (start, after)
            )

    def _first(self, sql: str) -> Any:
        return self._db.execute_sql(f"{sql} LIMIT 1").fetchone()


def _table(key: str) -> str:
    return _TABLES[key.partition("\t")[0]]
