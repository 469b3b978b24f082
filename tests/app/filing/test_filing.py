"""A party's folder is made when first needed, goes where the record says, and is found wherever the owner puts it."""

import errno
import os
import stat
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from balancer_desktop.app import filing, people
from balancer_desktop.app.book import Book, attach_folders, open_book
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.filing import FolderMissing
from balancer_desktop.app.missing_folders import missing
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.errors import BadInput, Refused
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from tests.app.filing.agreement import (
    MARKER,
    add,
    add_folder,
    archive,
    assert_agreed,
    change_folder,
    documents,
    refile,
    remove_folder,
    rename,
    restore,
)
from tests.conftest import TODAY


def reopened(book: Book) -> Book:
    book.close()
    return open_book(book.folder, lambda: TODAY)


def test_a_folder_is_made_when_first_needed_and_only_then(book: Book) -> None:
    acme = add(book, "Acme: Hard/ware", folder=False)
    assert list((book.folder / "Customers").iterdir()) == []
    path = filing.open_folder(book, acme)
    assert path.parent == book.folder / "Customers"
    assert path.name.startswith("Acme- Hard-ware (")
    assert book.undo_label == "Make a folder for Acme: Hard/ware"
    assert filing.open_folder(book, acme) == path
    assert_agreed(book)
    with pytest.raises(BadInput):
        filing.open_folder(book, 99)


def test_folders_and_markers_are_private_whatever_the_umask(book: Book) -> None:
    before = os.umask(0)
    try:
        path = filing.open_folder(book, add(book, "Acme", folder=False))
        folder = add_folder(book, "Retired")
    finally:
        os.umask(before)
    assert folder
    for made in (path, book.folder / "ex_Customers" / "Retired"):
        assert stat.S_IMODE(made.stat().st_mode) == 0o700
        assert stat.S_IMODE((made / MARKER).stat().st_mode) == 0o600


def test_archiving_restoring_renaming_and_refiling_take_the_folder_along(book: Book) -> None:
    acme, twin = add(book, "Acme"), add(book, "ACME")
    retired = add_folder(book, "Retired")
    moved = add_folder(book, "Moved", retired)
    before = documents(book)
    for act in (
        lambda: archive(book, acme),
        lambda: archive(book, twin, moved),
        lambda: refile(book, acme, retired),
        lambda: rename(book, acme, "CON"),
        lambda: change_folder(book, moved, lambda folder: replace(folder, name="Far: away", parent_id=0)),
        lambda: change_folder(book, retired, lambda folder: replace(folder, name="aux", parent_id=moved)),
        lambda: restore(book, twin),
        lambda: people.set_standing(book, [twin], Standing.LAPSED),
    ):
        act()
        assert_agreed(book)
        assert documents(book) == before
    assert verify(book) == []
    assert (book.folder / "ex_Customers" / "Far- away" / "aux_").is_dir()
    steps = 0
    while not book.undo_label.startswith("Add the folder"):
        book.undo()
        steps += 1
        assert_agreed(book)
        assert documents(book) == before
    for _ in range(steps):
        book.redo()
        assert_agreed(book)
    assert documents(book) == before


def test_what_does_not_concern_folders_does_not_look_at_the_disk(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = add(book, "Acme")
    monkeypatch.setattr("balancer_desktop.app.filing.Round", None)
    people.tag(book, [acme], "roof")
    people.add(book, Party("Zoë"))
    reopened(book).close()


def test_undoing_the_making_removes_an_empty_folder_and_keeps_a_full_one(book: Book) -> None:
    acme = add(book, "Acme", folder=False)
    path = filing.open_folder(book, acme)
    book.undo()
    assert not path.exists()
    assert book.folders.places() == {}
    book.redo()
    assert path.is_dir()
    (path / "letter.txt").write_text("Dear", encoding="utf-8")
    book.undo()
    assert (path / "letter.txt").exists()
    assert verify(book) == [f"The folder Customers/{path.name} belongs to nobody in the book."]
    book.redo()
    assert_agreed(book)
    book.undo()
    people.tag(book, [acme], "roof")
    assert filing.open_folder(book, acme) == path, "the files are theirs, not lost behind a second folder"
    assert_agreed(book)


def test_a_folder_left_over_is_not_given_to_a_namesake(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    book.undo()
    other = add(book, "Acme", folder=False)
    assert filing.open_folder(book, other) != path


def test_a_folder_renamed_or_moved_by_hand_is_found_and_left_there(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    own = book.folder / "Customers" / "Important" / "The Acme people"
    own.parent.mkdir()
    path.rename(own)
    assert filing.find(book, acme) == own
    assert verify(book) == []
    people.tag(book, [acme], "roof")
    book = reopened(book)
    assert filing.open_folder(book, acme) == own
    archive(book, acme)
    assert filing.open_folder(book, acme) == book.folder / "ex_Customers" / "The Acme people"
    rename(book, acme, "Acme 2")
    assert filing.open_folder(book, acme).name.startswith("Acme 2 (")
    restore(book, acme)
    assert_agreed(book)
    book.close()


def test_a_folder_moved_by_hand_is_renamed_where_it_is(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    own = book.folder / "Customers" / "Important"
    own.mkdir()
    path.rename(own / path.name)
    rename(book, acme, "Acme 2")
    assert filing.open_folder(book, acme).parent == own
    assert filing.open_folder(book, acme).name.startswith("Acme 2 (")


def test_within_another_partys_folder_it_is_found_too(book: Book) -> None:
    acme, zoe = add(book, "Acme"), add(book, "Zoë")
    path, inside = filing.open_folder(book, acme), filing.open_folder(book, zoe)
    path.rename(inside / "who is this")
    assert filing.find(book, acme) == inside / "who is this"
    archive(book, zoe)
    assert filing.find(book, acme) == filing.find(book, zoe) / "who is this"


def test_without_its_marker_a_folder_is_found_by_its_name(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    (path / MARKER).unlink()
    elsewhere = book.folder / "ex_Customers" / f"Old {path.name}"
    path.rename(elsewhere)
    assert filing.find(book, acme) == elsewhere
    rename(book, acme, "Acme 2")
    assert (filing.open_folder(book, acme) / MARKER).exists()


def test_an_archive_folder_renamed_by_hand_takes_what_is_filed_later(book: Book) -> None:
    retired = add_folder(book, "Retired")
    acme, zoe = add(book, "Acme"), add(book, "Zoë")
    archive(book, acme, retired)
    own = book.folder / "ex_Customers" / "Pensioners"
    (book.folder / "ex_Customers" / "Retired").rename(own)
    archive(book, zoe, retired)
    assert filing.open_folder(book, zoe).parent == own
    assert filing.open_folder(book, acme).parent == own
    assert book.folders.places()[book.folders.uid_of(acme)].placed.startswith("ex_Customers/Pensioners/")


def test_an_archive_folder_that_the_owner_removed_is_made_again_for_the_next(book: Book) -> None:
    retired = add_folder(book, "Retired")
    rmtree(book.folder / "ex_Customers" / "Retired")
    acme = add(book, "Acme")
    archive(book, acme, retired)
    assert_agreed(book)


def test_a_directory_of_the_owners_own_becomes_the_archive_folder_of_its_name(book: Book) -> None:
    own = book.folder / "ex_Customers" / "Retired"
    own.mkdir()
    (own / "list.txt").write_text("names", encoding="utf-8")
    retired = add_folder(book, "Retired")
    archive(book, add(book, "Acme"), retired)
    assert_agreed(book)
    book.undo()
    assert ("list.txt", "names") in documents(book)


def test_a_removed_archive_folder_goes_from_the_disk_only_when_it_is_empty(book: Book) -> None:
    empty, full = add_folder(book, "Empty"), add_folder(book, "Full")
    (book.folder / "ex_Customers" / "Full" / "list.txt").write_text("names", encoding="utf-8")
    remove_folder(book, empty)
    remove_folder(book, full)
    assert not (book.folder / "ex_Customers" / "Empty").exists()
    assert (book.folder / "ex_Customers" / "Full" / "list.txt").exists()
    book.undo()
    book.undo()
    assert_agreed(book)


def test_a_missing_folder_is_told_of_and_never_made_anew_by_itself(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    place = f"Customers/{path.name}"
    rmtree(path)
    told: list[Changes] = []
    book.subscribe(told.append)
    assert [(gone.party_id, gone.name, gone.where) for gone in missing(book)] == [(acme, "Acme", place)]
    archive(book, acme)
    assert told[-1].unfiled == (f"The folder of Acme is missing; it was last in {place}.",)
    book = reopened(book)
    for _ in range(2):
        with pytest.raises(FolderMissing, match="start a new one") as refused:
            filing.open_folder(book, acme)
        assert refused.value.where == place
        assert verify(book) == [f"The folder of Acme is missing; it was last in {place}."]
    assert list((book.folder / "ex_Customers").iterdir()) == []
    path.mkdir()
    (path / "found.txt").write_text("again", encoding="utf-8")
    assert filing.open_folder(book, acme).parent == book.folder / "ex_Customers", "it was put back, and goes on"
    assert_agreed(book)
    book.close()


def test_starting_again_is_a_step_of_its_own(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    assert filing.start_again(book, acme) == path, "it is not missing"
    kept = path.rename(book.folder / "kept elsewhere")
    fresh = filing.start_again(book, acme)
    assert fresh != path
    assert fresh.is_dir()
    assert book.undo_label == "Start a new folder for Acme"
    assert book.folders.places().keys() == {book.folders.uid_of(acme), path.name[-7:-1]}
    book.undo()
    assert not fresh.exists()
    kept.rename(path)
    assert_agreed(book)


def test_nothing_is_overwritten_where_a_place_is_taken(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    taken = book.folder / "ex_Customers" / path.name
    taken.mkdir()
    archive(book, acme)
    assert filing.open_folder(book, acme).name == f"{path.name} (2)"
    assert list(taken.iterdir()) == []
    restore(book, acme)
    assert filing.open_folder(book, acme) == path
    taken.rmdir()
    assert_agreed(book)


def test_of_two_folders_with_one_marker_the_known_one_counts(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    twin = copytree(path, path.parent / f"{path.name} - Copy")
    archive(book, acme)
    at = filing.open_folder(book, acme)
    assert at == book.folder / "ex_Customers" / path.name
    assert twin.is_dir()
    assert verify(book) == [
        f"Two folders say they are that of Acme: Customers/{twin.name} and ex_Customers/{path.name}."
    ]


def test_a_refused_move_leaves_all_as_it_was_and_is_tried_again(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    before = documents(book)
    told: list[Changes] = []
    book.subscribe(told.append)

    def busy(_source: object, _target: object) -> None:
        raise PermissionError(errno.EACCES, "in use by another program")

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", busy)
        archive(book, acme)
        assert book.people.standing(acme) is Standing.EX, "the record holds"
        [sentence] = told[-1].unfiled
        assert sentence.startswith(f"The folder of Acme stays in Customers/{path.name} for now (in use by another")
        assert verify(book) == ["The folder of Acme is not yet where it belongs; it is moved at the next start."]
        assert filing.open_folder(book, acme) == path
        assert documents(book) == before
    book = reopened(book)
    assert_agreed(book)
    assert documents(book) == before
    book.close()


def test_what_is_in_a_folder_that_cannot_move_waits_with_it(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    acme = add(book, "Acme")

    def full(_path: object, _mode: int = 0) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "mkdir", full)
        archive(book, acme, add_folder(book, "Retired"))
        assert [slot.whose for slot in filing.waiting(book)] == ["Retired", "Acme"]
    assert filing.follow(book) == ()
    assert_agreed(book)


@pytest.mark.parametrize("refusing", ["mkdir", "replace", "open"])
def test_a_folder_that_cannot_be_made_leaves_no_record(
    book: Book, monkeypatch: pytest.MonkeyPatch, refusing: str
) -> None:
    acme = add(book, "Acme", folder=False)
    real = getattr(os, refusing)

    def full(path: object, *rest: object, **more: object) -> object:
        if "Acme" in str(path):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, refusing, full)
        with pytest.raises(Refused, match=r"could not be made \(No space left on device\)\. Check the disk"):
            filing.open_folder(book, acme)
        assert book.folders.filed() == []
        assert list((book.folder / "Customers").iterdir()) == []
        assert book.undo_label == "Add Acme"
    filing.open_folder(book, acme)
    assert_agreed(book)


def test_a_name_that_is_no_text_is_found_by_its_marker(book: Book) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    odd = Path(os.fsdecode(bytes(path.parent) + b"/\xff\xfe"))
    try:
        path.rename(odd)
    except OSError:
        pytest.skip("this file system takes text only")
    for _ in range(2):
        assert filing.find(book, acme) == odd
    archive(book, acme)
    rename(book, acme, "Acme 2")
    assert_agreed(book)


def test_a_link_is_moved_as_a_link(book: Book, tmp_path: Path) -> None:
    acme = add(book, "Acme")
    path = filing.open_folder(book, acme)
    elsewhere = path.rename(tmp_path / "another disk")
    path.symlink_to(elsewhere)
    archive(book, acme)
    moved = filing.open_folder(book, acme)
    assert moved.is_symlink()
    assert (moved / "letter.txt").exists()
    assert elsewhere.is_dir()


def test_a_book_opened_for_a_window_is_put_right_by_whatever_comes_first(book: Book) -> None:
    """Left apart by a crash, folders and record agree after attach_folders(), or after the first change before it."""
    party_id = add(book, "Acme")
    was = filing.open_folder(book, party_id)
    for by_change in (False, True):
        book.disk_follows = lambda _changes: ()
        rename(book, party_id, f"Acme {by_change}")
        book.close()
        book = open_book(book.folder, lambda: TODAY, attach=False)
        assert was.exists()
        if by_change:
            add(book, "Somebody else")
        else:
            assert attach_folders(book) == ()
        assert not was.exists()
        assert_agreed(book)
        was = filing.open_folder(book, party_id)
    book.close()
