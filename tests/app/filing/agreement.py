"""What record and disk must agree on, found out independently: by walking the disk and reading the stores."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from balancer_desktop.app import archive as archiving
from balancer_desktop.app import archive_folders, filing, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.missing_folders import missing
from balancer_desktop.domain.file_names import archive_folder_name, is_numbered, party_folder_name
from balancer_desktop.domain.folder import Folder
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing

MARKER = ".balancer"


def marked(book: Book) -> dict[str, Path]:
    """Every folder with a marker, by the uid in it; no uid may be there twice, no marker half written."""
    found: dict[str, Path] = {}
    for top in ("Customers", "ex_Customers"):
        for folder, _, files in os.walk(book.folder / top):
            assert f"{MARKER}.new" not in files
            if MARKER in files:
                uid = (Path(folder) / MARKER).read_text(encoding="ascii").split("\n")[0]
                assert uid not in found
                found[uid] = Path(folder)
    return found


def documents(book: Book) -> list[tuple[str, str]]:
    """Names and contents of all the owner's files, wherever they are."""
    return sorted(
        (name, (Path(folder) / name).read_text(encoding="utf-8"))
        for top in ("Customers", "ex_Customers")
        for folder, _, files in os.walk(book.folder / top)
        for name in files
        if name != MARKER
    )


def assert_agreed(book: Book, strays: int = 0) -> None:
    """Every folder of the record is on the disk where the record wants it, under its name, and there is no other."""
    where, uids = marked(book), {folder.id: folder.uid for folder in book.folders.all()}
    known = set(uids.values())
    for folder in book.folders.all():
        assert is_numbered(where[folder.uid].name, archive_folder_name(folder.name))
        assert where[folder.uid].parent == (where[uids[folder.parent_id]] if folder.parent_id else _top(book, ex=True))
    for party_id, name, uid, standing, folder_id in book.folders.filed():
        known.add(uid)
        ex = standing is Standing.EX
        assert people.rows(book, ids=[party_id])[0].standing is standing
        assert where[uid].name == party_folder_name(name, uid)
        assert where[uid].parent == (where[uids[folder_id]] if folder_id and ex else _top(book, ex=ex))
        assert filing.find(book, party_id) == where[uid]
    assert len(where) == len(known) + strays
    places = book.folders.places()
    assert {uid: book.folder / place.placed for uid, place in places.items()} == where
    assert missing(book) == filing.waiting(book) == []


def _top(book: Book, *, ex: bool) -> Path:
    return book.folder / ("ex_Customers" if ex else "Customers")


def add(book: Book, name: str, *, folder: bool = True) -> int:
    """A current customer, whose folder holds a document and a folder with another."""
    party_id = people.add(book, Party(name), Standing.CURRENT)
    if folder:
        path = filing.open_folder(book, party_id)
        (path / "letter.txt").write_text(f"Dear {party_id}", encoding="utf-8")
        (path / "photos").mkdir()
        (path / "photos" / "roof.jpg").write_text(f"roof of {party_id}", encoding="utf-8")
    return party_id


def archive(book: Book, party_id: int, folder_id: int = 0) -> None:
    archiving.archive(book, [party_id], 1, folder_id=folder_id)


def restore(book: Book, party_id: int) -> None:
    archiving.restore(book, [party_id])


def refile(book: Book, party_id: int, folder_id: int) -> None:
    archiving.refile(book, [party_id], folder_id)


def rename(book: Book, party_id: int, name: str) -> None:
    party = book.people.get(party_id)
    assert party
    people.edit(book, replace(party, name=name))


def add_folder(book: Book, name: str, parent: int = 0) -> int:
    return archive_folders.add(book, name, parent)


def change_folder(book: Book, folder_id: int, change: Callable[[Folder], Folder]) -> None:
    with book.change("Change folder"):
        book.folders.update(change(next(f for f in book.folders.all() if f.id == folder_id)))


def remove_folder(book: Book, folder_id: int) -> None:
    archive_folders.remove(book, folder_id)
