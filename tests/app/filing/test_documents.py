"""Files dropped on somebody's page are copied in whole or not at all, over nothing, and read by nobody else."""

import errno
import os
import stat
from datetime import datetime
from pathlib import Path
from shutil import rmtree

import pytest

from balancer_desktop.app import filing
from balancer_desktop.app.book import Book
from balancer_desktop.app.documents import copy_files, copy_in, documents
from balancer_desktop.app.filing import FolderMissing
from balancer_desktop.domain.errors import Refused
from tests.app.filing.agreement import MARKER, add, archive, assert_agreed


@pytest.fixture
def acme(book: Book) -> int:
    return add(book, "Acme", folder=False)


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    path = tmp_path / "bill.pdf"
    path.write_bytes(b"pay\r\n" * 300_000)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    path.chmod(0o644)
    return path


def test_a_file_is_copied_with_its_date_and_for_the_owner_only(book: Book, acme: int, bill: Path) -> None:
    before = os.umask(0)
    try:
        copied = copy_in(book, acme, [bill])
    finally:
        os.umask(before)
    [path] = copied.paths
    assert copied.refusals == ()
    assert path == filing.open_folder(book, acme) / "bill.pdf"
    assert path.read_bytes() == bill.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    [document] = documents(book, acme).latest
    assert (document.name, document.size, document.is_folder) == ("bill.pdf", bill.stat().st_size, False)
    assert document.modified == datetime.fromtimestamp(1_700_000_000).astimezone()
    assert_agreed(book)


def test_nothing_is_overwritten(book: Book, acme: int, bill: Path, tmp_path: Path) -> None:
    copy_in(book, acme, [bill])
    other = tmp_path / "other" / "bill.pdf"
    other.parent.mkdir()
    other.write_bytes(b"other")
    copied = copy_in(book, acme, [other, bill, bill.parent / "other"])
    assert [path.name for path in copied.paths] == ["bill (2).pdf", "bill (3).pdf", "other"]
    folder = filing.open_folder(book, acme)
    assert (folder / "bill.pdf").read_bytes() == bill.read_bytes()
    assert (folder / "bill (2).pdf").read_bytes() == b"other"
    assert (folder / "other" / "bill.pdf").read_bytes() == b"other"
    assert [path.name for path in copy_in(book, acme, [other.parent]).paths] == ["other (2)"]


def test_what_lies_there_already_is_not_doubled(book: Book, acme: int, bill: Path) -> None:
    [path] = copy_in(book, acme, [bill]).paths
    assert copy_in(book, acme, [path]).paths == (path,)
    assert len(documents(book, acme).latest) == 1


def test_a_folder_is_copied_without_the_links_in_it_and_the_markers(book: Book, acme: int, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("never", encoding="utf-8")
    source = tmp_path / "photos"
    (source / "deep").mkdir(parents=True)
    (source / "roof?.jpg").write_text("roof", encoding="utf-8")
    (source / "deep" / ".hidden").write_text("h", encoding="utf-8")
    (source / "deep" / MARKER).write_text("abcdef\n", encoding="utf-8")
    (source / "away").symlink_to(tmp_path)
    (source / "deep" / "secret").symlink_to(secret)
    copied = copy_in(book, acme, [source])
    assert sorted(copied.refusals) == [
        "“photos/away” was left out: it is a link, or no file.",
        "“photos/deep/secret” was left out: it is a link, or no file.",
    ]
    folder = filing.open_folder(book, acme)
    there = {str(path.relative_to(folder)) for path in folder.rglob("*")}
    assert there == {MARKER, "photos", "photos/roof.jpg", "photos/deep", "photos/deep/.hidden"}
    assert {stat.S_IMODE((folder / "photos" / name).stat().st_mode) for name in ("", "deep")} == {0o700}
    assert_agreed(book)


def test_a_link_that_was_chosen_is_followed(book: Book, acme: int, bill: Path, tmp_path: Path) -> None:
    link = tmp_path / "newest.pdf"
    link.symlink_to(bill)
    [path] = copy_in(book, acme, [link]).paths
    assert path.name == "newest.pdf"
    assert not path.is_symlink()
    assert path.read_bytes() == bill.read_bytes()


def test_what_cannot_be_copied_is_named_and_the_others_are_copied(book: Book, acme: int, bill: Path) -> None:
    pipe, circle = bill.parent / "pipe", bill.parent / "circle"
    os.mkfifo(pipe)
    circle.symlink_to(circle)
    copied = copy_in(book, acme, [bill.parent / "gone.pdf", pipe, circle, book.folder, bill])
    assert [path.name for path in copied.paths] == ["bill.pdf"]
    assert [refusal.partition("was not copied")[0] for refusal in copied.refusals] == [
        "“gone.pdf” ", "“pipe” ", "“circle” ", "“book” ",
    ]  # fmt: skip
    assert "No such file or directory" in copied.refusals[0]
    assert "it would hold itself" in copied.refusals[3]


@pytest.mark.parametrize("step", ["fsync", "link", "rename", "utime", "mkdir"])
def test_a_full_disk_leaves_nothing_of_a_copy(
    book: Book, acme: int, bill: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    folder = filing.open_folder(book, acme)
    before = sorted(folder.iterdir())

    def full(*_values: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, full)
        if step == "rename":
            patch.setattr(os, "link", full)  # a disk without links, and then
        copied = copy_files(folder, [bill])
    if step == "link":  # which not every disk can do
        assert [path.name for path in copied.paths] == ["bill.pdf"]
    else:
        assert copied.paths == ()
        assert copied.refusals == (
            "“bill.pdf” was not copied (No space left on device). Nothing of it was left behind.",
        )
        assert sorted(folder.iterdir()) == before


def test_a_copy_can_be_stopped_between_its_bytes(book: Book, acme: int, bill: Path) -> None:
    folder = filing.open_folder(book, acme)
    heard: list[int] = []

    def told(size: int) -> bool:
        heard.append(size)
        return False

    copied = copy_files(folder, [bill], told)
    assert copied.refusals == ("“bill.pdf” was not copied: you stopped it. Nothing of it was left behind.",)
    assert heard == [1 << 20]
    assert list(folder.iterdir()) == [folder / MARKER]


def test_what_a_killed_copy_left_is_cleared_away(book: Book, acme: int, bill: Path) -> None:
    folder = filing.open_folder(book, acme)
    (folder / f"{MARKER}-copy-x").mkdir()
    (folder / f"{MARKER}-copy-x" / "copy").write_text("half", encoding="utf-8")
    copy_in(book, acme, [bill])
    assert sorted(path.name for path in folder.iterdir()) == [MARKER, "bill.pdf"]


def test_the_latest_come_first_and_no_more_than_fit(book: Book, acme: int) -> None:
    assert documents(book, acme) == (None, (), 0)
    folder = filing.open_folder(book, acme)
    for number in range(7):
        path = folder / f"{number}.txt"
        path.touch()
        os.utime(path, (10**9 * number, 10**9 * number))
    for name in ("Thumbs.db", ".DS_Store"):
        (folder / name).touch()
    os.utime(folder / "6.txt", (10**12, 10**12))
    (folder / "gone").symlink_to(folder / "nowhere")
    (folder / "photos").mkdir()
    found = documents(book, acme, 3)
    assert [document.name for document in found.latest] == ["6.txt", "5.txt", "4.txt"]
    assert found.more == 5
    assert [d.is_folder for d in documents(book, acme).latest if d.name == "photos"] == [True]


def test_documents_of_those_who_left_are_still_there(book: Book, acme: int, bill: Path) -> None:
    copy_in(book, acme, [bill])
    archive(book, acme)
    assert [document.name for document in documents(book, acme).latest] == ["bill.pdf"]
    assert copy_in(book, acme, [bill]).paths[0].parent.parent == book.folder / "ex_Customers"


def test_a_missing_folder_is_told_of(book: Book, acme: int, bill: Path) -> None:
    rmtree(filing.open_folder(book, acme))
    for act in (lambda: documents(book, acme), lambda: copy_in(book, acme, [bill])):
        with pytest.raises(FolderMissing):
            act()


def test_a_folder_that_cannot_be_read_says_so(book: Book, acme: int, monkeypatch: pytest.MonkeyPatch) -> None:
    filing.open_folder(book, acme)

    def closed(_path: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(Refused, match="cannot be read"):
        documents(book, acme)
