"""Where the folders on the disk belong, as the record has it: those of parties, and the archive's own."""

from collections.abc import Iterable
from typing import NamedTuple

from balancer_desktop.domain.file_names import archive_folder_name, party_folder_name
from balancer_desktop.domain.folder import Folder
from balancer_desktop.domain.standing import Standing

CUSTOMERS, ARCHIVE = "Customers", "ex_Customers"


class Slot(NamedTuple):
    """One folder's place. parent: CUSTOMERS, ARCHIVE, or the uid of the archive folder it is in.

    As the parent is named by its uid, nothing changes for a folder when one above it is renamed: it goes along.
    whose: for sentences. party_id is 0 for an archive folder.
    """

    uid: str
    parent: str
    name: str
    whose: str
    party_id: int = 0

    @property
    def wanted(self) -> str:
        return f"{self.parent}/{self.name}"


def party_slot(party_id: int, name: str, uid: str, standing: Standing, folder_uid: str = "") -> Slot:
    """folder_uid: the archive folder that somebody who left is filed in, empty for none."""
    parent = (folder_uid or ARCHIVE) if standing is Standing.EX else CUSTOMERS
    return Slot(uid, parent, party_folder_name(name, uid), name, party_id)


def archive_slots(folders: Iterable[Folder]) -> list[Slot]:
    """The archive's folders, each after the one it is in."""
    below: dict[int, list[Folder]] = {}
    for folder in folders:
        below.setdefault(folder.parent_id, []).append(folder)
    slots: list[Slot] = []
    level = [(ARCHIVE, folder) for folder in below.pop(0, ())]
    while level:
        slots += [Slot(folder.uid, parent, archive_folder_name(folder.name), folder.name) for parent, folder in level]
        level = [(folder.uid, child) for _, folder in level for child in below.pop(folder.id, ())]
    return slots
