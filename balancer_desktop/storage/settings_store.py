"""The book's settings, and the column mappings that imports remember."""

from typing import Any

from balancer_desktop.storage.tables import MappingRow, SettingRow


class SettingsStore:
    """Names and values are text; who reads a setting knows what it means."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def get(self, name: str, otherwise: str = "") -> str:
        value = self._value(name)
        return otherwise if value is None else value

    def names(self) -> set[str]:
        """What has been set."""
        return {row[0] for row in self._db.execute_sql("SELECT name FROM setting").fetchall()}

    def set(self, name: str, value: str) -> None:
        if self._value(name) == value:
            return
        changed = SettingRow.update(value=value).where(SettingRow.name == name).execute(self._db)
        if not changed:
            SettingRow.insert(name=name, value=value).execute(self._db)

    def mappings(self) -> dict[str, str]:
        """The mappings remembered, by header, as the JSON they were stored in."""
        return dict(self._db.execute_sql("SELECT header, mapping FROM import_mapping").fetchall())

    def remember_mapping(self, header: str, mapping: str) -> None:
        changed = MappingRow.update(mapping=mapping).where(MappingRow.header == header).execute(self._db)
        if not changed:
            MappingRow.insert(header=header, mapping=mapping).execute(self._db)

    def _value(self, name: str) -> str | None:
        row = self._db.execute_sql("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None
