"""The owner's folders of those who left: a tree of names."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folder:
    """parent_id 0 is the top, ex_Customers itself. uid: a random name that stays through renaming and moving."""

    name: str
    parent_id: int = 0
    uid: str = ""
    id: int = 0


def path_of(folders: Iterable[Folder], folder_id: int) -> tuple[str, ...]:
    """Names from the top down to a folder; empty for 0, and for one that is not there."""
    known = {folder.id: folder for folder in folders}
    names: list[str] = []
    while (folder := known.get(folder_id)) and len(names) <= len(known):
        names.append(folder.name)
        folder_id = folder.parent_id
    return tuple(reversed(names))


def within(folders: Iterable[Folder], folder_id: int) -> set[int]:
    """The folder and every one below it."""
    folders, found = list(folders), {folder_id}
    while more := {folder.id for folder in folders if folder.parent_id in found} - found:
        found |= more
    return found
