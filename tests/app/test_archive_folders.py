"""Folders of those who left: names once in a place, no circles, removed only when empty, counted with those below."""

from datetime import date

import pytest

from balancer_desktop.app import archive, archive_folders, people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.archive_tree import Branch
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.folder import path_of
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing

DAY = date(2026, 1, 1)


def left(book: Book, name: str, folder: int) -> int:
    party = people.add(book, Party(name), Standing.CURRENT, DAY)
    archive.archive(book, [party], 1, DAY, folder)
    return party


def test_the_tree_counts_those_below(book: Book) -> None:
    moved, closed = archive_folders.add(book, "Moved"), archive_folders.add(book, "closed")
    abroad = archive_folders.add(book, "Abroad", moved)
    for name, folder in (("A", moved), ("B", abroad), ("C", abroad), ("D", 0)):
        left(book, name, folder)
    people.add(book, Party("L"), Standing.LAPSED)
    tree = archive_folders.tree(book)
    assert tree.lapsed == 1
    assert tree.ex == Branch(
        0,
        "ex_Customers",
        1,
        4,
        (Branch(closed, "closed", 0, 0), Branch(moved, "Moved", 1, 3, (Branch(abroad, "Abroad", 2, 2),))),
    )
    assert [branch.name for branch in tree.ex.walk()] == ["ex_Customers", "closed", "Moved", "Abroad"]


def test_a_name_stands_once_in_a_place_however_it_is_written(book: Book) -> None:
    moved = archive_folders.add(book, "  Déjà   vu ")
    with pytest.raises(BadInput, match="There is a folder “deja VU” here already"):
        archive_folders.add(book, "deja VU")
    inner = archive_folders.add(book, "deja vu", moved)
    with pytest.raises(BadInput, match="here already"):
        archive_folders.move(book, inner, 0)
    archive_folders.rename(book, moved, "DEJA VU")
    assert path_of(book.folders.all(), inner) == ("DEJA VU", "deja vu")


def test_a_folder_keeps_its_own_id_through_renaming_and_moving(book: Book) -> None:
    a, b = archive_folders.add(book, "A"), archive_folders.add(book, "B")
    uid = book.folders.all()[0].uid
    archive_folders.rename(book, a, "Z")
    archive_folders.move(book, a, b)
    assert [(folder.name, folder.parent_id) for folder in book.folders.all() if folder.uid == uid] == [("Z", b)]


def test_no_folder_lies_within_itself(book: Book) -> None:
    a = archive_folders.add(book, "A")
    b = archive_folders.add(book, "B", archive_folders.add(book, "C", a))
    for inside in (a, b):
        with pytest.raises(BadInput, match="within itself"):
            archive_folders.move(book, a, inside)


def test_only_an_empty_folder_goes_and_old_times_name_the_one_around_it(book: Book) -> None:
    outer = archive_folders.add(book, "Outer")
    inner = archive_folders.add(book, "Inner", outer)
    party = left(book, "A", inner)
    with pytest.raises(BadInput, match="holds other folders"):
        archive_folders.remove(book, outer)
    with pytest.raises(BadInput, match="“Inner” holds 1 person"):
        archive_folders.remove(book, inner)
    archive.restore(book, [party])
    archive_folders.remove(book, inner)
    assert [change.folder_id for change in book.people.history(party)] == [0, outer, 0]
    archive_folders.remove(book, outer)
    assert [change.folder_id for change in book.people.history(party)] == [0, 0, 0]
    assert book.folders.all() == []
    book.undo()
    book.undo()
    assert [change.folder_id for change in book.people.history(party)] == [0, inner, 0]


@pytest.mark.parametrize(
    ("name", "words"),
    [(" \t", "name is missing"), ("x" * 101, "101 characters"), ("\0", "")],
    ids=["none", "long", "odd"],
)
def test_names_are_tidied_or_refused(book: Book, name: str, words: str) -> None:
    if words:
        with pytest.raises(BadInput, match=words):
            archive_folders.add(book, name)
    else:
        archive_folders.add(book, name)
        assert book.folders.all()[0].name == "\ufffd"


def test_what_is_not_there_is_refused(book: Book) -> None:
    folder = archive_folders.add(book, "A")
    for verb in (
        lambda: archive_folders.add(book, "B", 9),
        lambda: archive_folders.rename(book, 9, "B"),
        lambda: archive_folders.move(book, folder, 9),
        lambda: archive_folders.move(book, 9, 0),
        lambda: archive_folders.remove(book, 9),
    ):
        with pytest.raises(BadInput, match="folder is not in the book any more"):
            verb()


def test_folders_lie_no_deeper_than_systems_can_open(book: Book) -> None:
    deepest = 0
    for level in range(archive_folders.DEEPEST):
        deepest = archive_folders.add(book, f"Level {level}", deepest)
    with pytest.raises(BadInput, match="that deep"):
        archive_folders.add(book, "One more", deepest)
    pair = archive_folders.add(book, "Pair")
    archive_folders.add(book, "Within", pair)
    parent = next(folder.parent_id for folder in book.folders.all() if folder.id == deepest)
    with pytest.raises(BadInput, match="that deep"):
        archive_folders.move(book, pair, parent)
