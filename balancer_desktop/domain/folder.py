"""The owner's folders of those who left: a tree of names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.text import storable

LONGEST_NAME = 100
DEEPEST = 12
"""Folders within folders: deeper ones would make paths that some systems cannot open."""

_NAMES = re.compile(r"(?:[^/\\]|\\.|\\$)+", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


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


def checked_name(name: str) -> str:
    """The name as it is kept; BadInput when it is missing or overlong."""
    name = storable(" ".join(name.split()))
    if not name:
        raise BadInput("The folder's name is missing.", "Write a word or two, such as “Moved away”.")
    if len(name) > LONGEST_NAME:
        raise BadInput(f"The name is {len(name)} characters long.", f"Shorten it to {LONGEST_NAME} at most.")
    return name


def path_text(names: Iterable[str]) -> str:
    """`Moved/Abroad`; a slash or backslash within a name is led by a backslash."""
    return "/".join(name.replace("\\", "\\\\").replace("/", "\\/") for name in names)


def read_path(text: str) -> tuple[str, ...]:
    """The names that path_text() was given; BadInput for one that is missing or overlong, or for too many."""
    names = tuple(checked_name(_ESCAPED.sub(r"\1", name)) for name in _NAMES.findall(text))
    if len(names) > DEEPEST:
        raise BadInput("Folders cannot lie that deep.", f"Keep to {DEEPEST} within each other.")
    return names
