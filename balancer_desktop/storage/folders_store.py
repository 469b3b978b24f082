"""The owner's folders of those who left, whose files have a folder on the disk, and where that was last seen."""

from collections.abc import Collection
from typing import Any, NamedTuple

from balancer_desktop.domain.folder import Folder
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import Standing
from balancer_desktop.domain.text import storable
from balancer_desktop.storage.tables import FolderRow, PartyFolderRow

UNSETTLED = "?"
# Of somebody who left, the latest change of standing says where they are filed.
_LATEST = (
    "(SELECT s.folder FROM standing_change AS s WHERE s.party = {}.id AND s.standing = 'ex' "
    "ORDER BY s.on_date DESC, s.id DESC LIMIT 1)"
)

# CROSS JOIN keeps the order: few have a folder, and SQLite would look at every party of the book first.
_FILED = (
    "SELECT p.id, p.name, f.uid, p.standing, "
    f"CASE p.standing WHEN 'ex' THEN coalesce({_LATEST.format('p')}, 0) ELSE 0 END "
    "FROM party_folder AS f CROSS JOIN party AS p ON p.id = f.party"
)
_PLACE = "SELECT uid, placed, wanted FROM place WHERE uid = ?"


class FiledParty(NamedTuple):
    """A party that has a folder on the disk: what that should be called, and where it belongs."""

    party_id: int
    name: str
    uid: str
    standing: Standing
    folder_id: int


class Place(NamedTuple):
    """Where a folder was last seen, a path within the book's folder, and where it was wanted then (Slot.wanted).

    UNSETTLED in front of wanted: it was about to be moved there, and nobody knows whether it was. UNSETTLED alone: it
    was empty, not wanted any more, and about to be removed.
    """

    placed: str
    wanted: str


class FoldersStore:
    """Writes to folders and to who has one need the book's change gate; places need BookFile.writing() alone."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def all(self) -> list[Folder]:
        rows = self._db.execute_sql("SELECT name, parent, uid, id FROM folder ORDER BY folded, id")
        return [Folder(name, parent or 0, uid, id_) for name, parent, uid, id_ in rows]

    def add(self, folder: Folder) -> int:
        return int(FolderRow.insert(**_columns(folder), uid=folder.uid).execute(self._db))

    def update(self, folder: Folder) -> None:
        FolderRow.update(**_columns(folder)).where(FolderRow.id == folder.id).execute(self._db)

    def remove(self, folder_id: int) -> None:
        FolderRow.delete().where(FolderRow.id == folder_id).execute(self._db)

    def hand_over(self, folder_id: int, heir_id: int) -> None:
        """Have every change of standing that names a folder name another one (0: none)."""
        self._db.execute_sql("UPDATE standing_change SET folder = ? WHERE folder = ?", (heir_id or None, folder_id))

    def mentions(self, folder_id: int) -> int:
        """How many changes of standing, of old times too, name this folder."""
        row = self._db.execute_sql("SELECT count(*) FROM standing_change WHERE folder = ?", (folder_id,)).fetchone()
        return int(row[0])

    def people_in(self) -> dict[int, int]:
        """How many of those who left are filed in each folder; 0 is the one of no folder."""
        rows = self._db.execute_sql(
            f"SELECT coalesce({_LATEST.format('p')}, 0), count(*) FROM party AS p WHERE p.standing = 'ex' GROUP BY 1"
        ).fetchall()
        return dict(rows)

    def folder_of(self, ids: Collection[int] | None = None) -> dict[int, int]:
        """The folder each of these (None: all) who left is filed in; 0 is none of the owner's own."""
        chosen = "" if ids is None else f" AND p.id IN ({', '.join(map(str, ids))})"
        rows = self._db.execute_sql(
            f"SELECT p.id, coalesce({_LATEST.format('p')}, 0) FROM party AS p WHERE p.standing = 'ex'{chosen}"
        ).fetchall()
        return dict(rows)

    def reasons_in(self, folder_id: int) -> list[int]:
        """Why those left who are filed in a folder, the commonest reason first."""
        rows = self._db.execute_sql(
            "SELECT s.reason FROM standing_change AS s JOIN party AS p ON p.id = s.party AND p.standing = 'ex' "
            "WHERE s.folder = ? AND s.reason IS NOT NULL GROUP BY s.reason ORDER BY count(*) DESC, s.reason",
            (folder_id,),
        ).fetchall()
        return [row[0] for row in rows]

    def latest_for(self, reason_id: int) -> int:
        """The folder of whoever left last for a reason; 0 for none."""
        row = self._db.execute_sql(
            "SELECT s.folder FROM standing_change AS s JOIN party AS p ON p.id = s.party AND p.standing = 'ex' "
            "WHERE s.standing = 'ex' AND s.reason = ? ORDER BY s.on_date DESC, s.id DESC LIMIT 1",
            (reason_id,),
        ).fetchone()
        return int(row[0] or 0) if row else 0

    def uid_of(self, party_id: int) -> str:
        """The name by which a party's folder on the disk is known; an empty text when it has none."""
        row = self._db.execute_sql("SELECT uid FROM party_folder WHERE party = ?", (party_id,)).fetchone()
        return str(row[0]) if row else ""

    def give(self, party_id: int, uid: str) -> None:
        PartyFolderRow.insert(party=party_id, uid=uid).execute(self._db)

    def filed(self, ids: Collection[int] | None = None) -> list[FiledParty]:
        """Those of these parties (None: all) that have a folder on the disk."""
        chosen = "" if ids is None else f" WHERE f.party IN ({', '.join(map(str, ids))})"
        rows = self._db.execute_sql(f"{_FILED}{chosen} ORDER BY f.party").fetchall()
        return [FiledParty(id_, name, uid, Standing(standing), folder) for id_, name, uid, standing, folder in rows]

    def exchange(self, party_id: int, uid: str) -> None:
        """Let a party have another folder than before."""
        PartyFolderRow.update(uid=uid).where(PartyFolderRow.party == party_id).execute(self._db)

    def places(self, uids: Collection[str] | None = None) -> dict[str, Place]:
        """Where these folders (None: all) were last seen; those never seen are left out."""
        if uids is None:
            rows = self._db.execute_sql("SELECT uid, placed, wanted FROM place").fetchall()
        else:
            rows = [row for uid in uids for row in self._db.execute_sql(_PLACE, (uid,)).fetchall()]
        return {uid: Place(placed, wanted) for uid, placed, wanted in rows}

    def strays(self) -> dict[str, Place]:
        """Folders on the disk that the record does not know, or not any more."""
        rows = self._db.execute_sql(
            "SELECT uid, placed, wanted FROM place WHERE uid NOT IN (SELECT uid FROM party_folder) "
            "AND uid NOT IN (SELECT uid FROM folder)"
        ).fetchall()
        return {uid: Place(placed, wanted) for uid, placed, wanted in rows}

    def put(self, uid: str, place: Place) -> None:
        # A name that is no text, as Linux allows, cannot be remembered; the folder is then found by its marker.
        self._db.execute_sql(
            "INSERT OR REPLACE INTO place (uid, placed, wanted) VALUES (?, ?, ?)",
            (uid, storable(place.placed), place.wanted),
        )

    def shift(self, old: str, new: str) -> None:
        """A folder was moved, and what is in it went along."""
        self._db.execute_sql(
            "UPDATE place SET placed = :new || substr(placed, length(:old) + 1) "
            "WHERE substr(placed, 1, length(:old) + 1) = :old || '/'",
            {"old": storable(old), "new": storable(new)},
        )

    def forget(self, uid: str) -> None:
        self._db.execute_sql("DELETE FROM place WHERE uid = ?", (uid,))


def _columns(folder: Folder) -> dict[str, Any]:
    return {"parent": folder.parent_id or None, "name": folder.name, "folded": folded(folder.name)}
