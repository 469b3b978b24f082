"""The owner's folders of those who left: a tree of names, with who is filed where."""

from collections.abc import Sequence
from uuid import uuid4

from balancer_desktop.app.book import Book
from balancer_desktop.app.wording import gone
from balancer_desktop.domain.archive_tree import ArchiveTree, grown
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.folder import DEEPEST, Folder, checked_name, path_of, path_text, read_path, within
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import Standing


def add(book: Book, name: str, parent_id: int = 0) -> int:
    """The new folder's id. BadInput for a missing or overlong name, one that is there already, or too deep a place."""
    folders = book.folders.all()
    folder = Folder(checked_name(name), parent_id, uuid4().hex)
    _check_place(folders, folder)
    with book.change(f"Add the folder “{folder.name}”"):
        return book.folders.add(folder)


def make_path(book: Book, path: str) -> int:
    """The folder that `Moved/Abroad` names from the top down, made where it is missing. BadInput as for add."""
    return make(book, read_path(path))


def make(book: Book, names: Sequence[str]) -> int:
    """The folder of these names from the top down (0 without any), made where it is missing. BadInput as for add."""
    there = {(folder.parent_id, folded(folder.name)): folder.id for folder in book.folders.all()}
    folder_id = 0
    with book.change(f"Add the folder “{path_text(names)}”"):
        for name in names:
            folder_id = there.get((folder_id, folded(name))) or add(book, name, folder_id)
    return folder_id


def rename(book: Book, folder_id: int, name: str) -> None:
    """BadInput as for add."""
    folders = book.folders.all()
    before = _folder(folders, folder_id)
    folder = Folder(checked_name(name), before.parent_id, before.uid, before.id)
    if folder != before:
        _check_place(folders, folder)
        with book.change(f"Rename the folder “{before.name}” to “{folder.name}”"):
            book.folders.update(folder)


def move(book: Book, folder_id: int, parent_id: int) -> None:
    """Put a folder with all that is in it into another one (0: the top). BadInput for a place within itself."""
    folders = book.folders.all()
    before = _folder(folders, folder_id)
    if parent_id in within(folders, folder_id):
        raise BadInput(f"“{before.name}” cannot lie within itself.", "Choose another folder for it.")
    folder = Folder(before.name, parent_id, before.uid, before.id)
    if folder != before:
        _check_place(folders, folder)
        with book.change(f"Move the folder “{folder.name}”"):
            book.folders.update(folder)


def remove(book: Book, folder_id: int) -> None:
    """Remove an empty folder; BadInput when it holds folders or people.

    Where those who came back were once filed in it, their history names the folder around it from then on.
    """
    folders = book.folders.all()
    folder = _folder(folders, folder_id)
    if any(other.parent_id == folder_id for other in folders):
        raise BadInput(f"“{folder.name}” holds other folders.", "Move them elsewhere first.")
    people = book.folders.people_in().get(folder_id, 0)
    if people:
        holds = "1 person" if people == 1 else f"{people} people"
        raise BadInput(f"“{folder.name}” holds {holds}.", "File them elsewhere first.")
    with book.change(f"Remove the folder “{folder.name}”"):
        book.folders.hand_over(folder_id, folder.parent_id)
        book.folders.remove(folder_id)


def tree(book: Book) -> ArchiveTree:
    """Who is lapsed and who left, counted by folder."""
    counts = book.people.standings()
    return grown(book.folders.all(), book.folders.people_in(), counts[Standing.LAPSED])


def _folder(folders: list[Folder], folder_id: int) -> Folder:
    found = next((folder for folder in folders if folder.id == folder_id), None)
    if found is None:
        raise gone("folder")
    return found


def _check_place(folders: list[Folder], folder: Folder) -> None:
    """A name stands once in a folder, however it is written; and nothing lies deeper than can be opened."""
    around = [other.parent_id for other in folders if other.id == folder.parent_id]
    if folder.parent_id and not around:
        raise gone("folder")
    siblings = (other for other in folders if other.parent_id == folder.parent_id and other.id != folder.id)
    if any(folded(other.name) == folded(folder.name) for other in siblings):
        raise BadInput(f"There is a folder “{folder.name}” here already.", "Choose another name.")
    if _depth_of(folders, folder.parent_id) + _height(folders, folder.id) >= DEEPEST:
        raise BadInput("Folders cannot lie that deep.", f"Keep to {DEEPEST} within each other.")


def _depth_of(folders: list[Folder], folder_id: int) -> int:
    return len(path_of(folders, folder_id))


def _height(folders: list[Folder], folder_id: int) -> int:
    """How many levels lie below a folder."""
    below = [folder.id for folder in folders if folder_id and folder.parent_id == folder_id]
    return 1 + max(_height(folders, id_) for id_ in below) if below else 0
