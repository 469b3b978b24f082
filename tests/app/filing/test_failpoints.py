"""Interrupted at any step, folders and record agree once the book is open again, and no document is lost."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from shutil import copytree

import pytest

from balancer_desktop.app import filing, people
from balancer_desktop.app.book import Book, open_book
from balancer_desktop.app.filing_check import unfiled
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.book_file import BookFile, WriteFailed
from tests.app.filing.agreement import (
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

STEPS = ("rename", "replace", "mkdir", "rmdir", "unlink", "open", "write")


class Crash(BaseException):
    """The process has ended here."""


def full(step: str) -> BaseException | None:
    """What a full disk says to a step."""
    if step == "committed":
        return None
    return (
        WriteFailed("The disk is full.") if step in ("begin", "commit") else OSError(ENOSPC, "No space left on device")
    )


class Failpoints:
    """Counts every step that changes the disk, before it is taken, and fails at the chosen one."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.taken: list[str] = []
        self.fail_at = 0
        self.error: Callable[[str], BaseException | None] = Crash
        for name in STEPS:
            patch.setattr(os, name, self._counted(name, getattr(os, name)))
        writing = BookFile.writing

        @contextmanager
        def counted(file: BookFile) -> Iterator[None]:
            self.step("begin")
            with writing(file):
                yield
                self.step("commit")
            self.step("committed")

        patch.setattr(BookFile, "writing", counted)

    def step(self, name: str) -> None:
        self.taken.append(name)
        if len(self.taken) == self.fail_at and (error := self.error(name)):
            raise error

    def _counted(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def act(*values: object, **named: object) -> object:
            self.step(name)
            return real(*values, **named)

        return act


ACME, ZOE, NEWCOMER, LEFT = 1, 2, 3, 4
RETIRED, DEEP, EMPTY = 1, 2, 3


def undone(act: Callable[[Book], object]) -> Callable[[Book], object]:
    """The act is done beforehand; what is interrupted is taking it back."""

    def undo(book: Book) -> object:
        return book.undo()

    undo.before = act  # type: ignore[attr-defined]
    return undo


def redone(act: Callable[[Book], object]) -> Callable[[Book], object]:
    def redo(book: Book) -> object:
        return book.redo()

    redo.before = lambda book: (act(book), book.undo())  # type: ignore[attr-defined]
    return redo


def make(book: Book) -> None:
    filing.open_folder(book, NEWCOMER)


def archive_several(book: Book) -> None:
    with book.change("Archive all"):
        for party_id in (ACME, ZOE):
            archive(book, party_id, DEEP)


def rename_archive_folder(book: Book) -> None:
    change_folder(book, RETIRED, lambda folder: replace(folder, name="Pensioners"))


def move_archive_folder(book: Book) -> None:
    change_folder(book, RETIRED, lambda folder: replace(folder, parent_id=EMPTY))


def turn_the_tree_over(book: Book) -> None:
    """What was within is now around, and all have other names."""
    with book.change("Turn over"):
        change_folder(book, DEEP, lambda folder: replace(folder, parent_id=0, name="Retired too"))
        change_folder(book, RETIRED, lambda folder: replace(folder, parent_id=DEEP, name="Deep"))
        rename(book, LEFT, "Elsewhere")


ACTS: dict[str, Callable[[Book], object]] = {
    "make": make,
    "archive": lambda book: archive(book, ACME, DEEP),
    "archive several": archive_several,
    "restore": lambda book: restore(book, LEFT),
    "rename": lambda book: rename(book, ACME, "NUL"),
    "refile": lambda book: refile(book, LEFT, EMPTY),
    "add archive folder": lambda book: add_folder(book, "More", DEEP),
    "remove archive folder": lambda book: remove_folder(book, EMPTY),
    "rename archive folder": rename_archive_folder,
    "move archive folder": move_archive_folder,
    "turn the tree over": turn_the_tree_over,
}
ALL = {**ACTS, **{f"undo {name}": undone(act) for name, act in ACTS.items()}, "redo make": redone(make),
       "redo archive": redone(ACTS["archive"])}  # fmt: skip


@pytest.fixture
def ready(book: Book) -> Book:
    """Acme and Zoë with folders, a newcomer without, somebody who left and is filed two folders deep."""
    add(book, "Acme")
    add(book, "Zoë")
    add(book, "Newcomer", folder=False)
    add(book, "Left")
    assert [add_folder(book, "Retired"), add_folder(book, "Deep", RETIRED), add_folder(book, "Empty")] == [1, 2, 3]
    archive(book, LEFT, DEEP)
    book.close()
    return book


def record(book: Book) -> list[object]:
    return [book.folders.all(), [(party.name, party.standing, party.folder_id) for party in book.folders.filed()]]


@pytest.mark.parametrize("name", ALL)
def test_interrupted_anywhere(ready: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    act = ALL[name]
    outcomes: list[bool] = []
    number = 0
    while True:
        number += 1
        book = open_book(copytree(ready.folder, tmp_path / str(number)), lambda: TODAY)
        getattr(act, "before", lambda _book: None)(book)
        before, old = documents(book), record(book)
        with monkeypatch.context() as patch:
            points = Failpoints(patch)
            points.fail_at = number
            try:
                act(book)
            except Crash:
                pass
            else:
                break
        book.close()
        book = open_book(book.folder, lambda: TODAY)
        outcomes.append(record(book) != old)
        assert documents(book) == before
        assert_agreed(book)
        assert unfiled(book) == []
        book.close()
    assert documents(book) == before
    assert_agreed(book)
    book.close()
    assert outcomes == sorted(outcomes), "once it is recorded, it stays"
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert points.taken.count("begin") >= 2, "the record, then where the folders are"


@pytest.mark.parametrize("name", ["make", "archive", "turn the tree over", "undo make", "undo turn the tree over"])
def test_refused_anywhere(ready: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """As on a full disk, or with a folder in use: the book goes on, and the next start brings all in line."""
    act = ALL[name]
    number = 0
    while True:
        number += 1
        book = open_book(copytree(ready.folder, tmp_path / str(number)), lambda: TODAY)
        getattr(act, "before", lambda _book: None)(book)
        before = documents(book)
        with monkeypatch.context() as patch:
            points = Failpoints(patch)
            points.fail_at = number
            points.error = full
            with suppress(Refused):
                act(book)
            finished = len(points.taken) < number
        people.tag(book, [NEWCOMER], "still usable")
        assert documents(book) == before
        book.close()
        book = open_book(book.folder, lambda: TODAY)
        assert documents(book) == before
        assert_agreed(book)
        book.close()
        if finished:
            break


def test_a_crash_while_recovering_is_recovered_from(
    ready: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(folder: Path, number: int, act: Callable[[], Book]) -> bool:
        with monkeypatch.context() as patch:
            Failpoints(patch).fail_at = number
            try:
                act().close()
            except Crash:
                return True
        return False

    for first in range(6, 30, 4):
        for second in range(1, 40, 3):
            folder = copytree(ready.folder, tmp_path / f"{first} {second}")
            book = open_book(folder, lambda: TODAY)
            before = documents(book)
            interrupted(folder, first, lambda book=book: (turn_the_tree_over(book), book)[1])
            book.close()
            going_on = interrupted(folder, second, lambda folder=folder: open_book(folder, lambda: TODAY))
            book = open_book(folder, lambda: TODAY)
            assert documents(book) == before
            assert_agreed(book)
            book.close()
            if not going_on:
                break


def test_what_could_not_be_written_down_is_looked_at_again(ready: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder has moved, the cache does not know, and then the move is taken back: no lie may come of it."""
    book = open_book(ready.folder, lambda: TODAY)
    before = documents(book)
    with monkeypatch.context() as patch:
        points = Failpoints(patch)
        archive(book, ACME)
        commits = [at for at, step in enumerate(points.taken, start=1) if step == "commit"]
        book.undo()
        assert len(commits) == 3, "the record, the intent, the outcome"
        points.taken.clear()
        points.fail_at = commits[-1]
        points.error = full
        archive(book, ACME)
    assert (book.folder / "ex_Customers" / filing.party_folder_name("Acme", book.folders.uid_of(ACME))).is_dir()
    assert len(filing.waiting(book)) == 1
    book.undo()
    assert book.people.standing(ACME) is Standing.CURRENT
    assert documents(book) == before
    assert_agreed(book)
    book.close()


def test_a_removal_that_could_not_be_written_down_is_not_taken_for_a_loss(
    ready: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = open_book(ready.folder, lambda: TODAY)
    filing.open_folder(book, NEWCOMER)
    with monkeypatch.context() as patch:
        points = Failpoints(patch)
        book.undo()
        commits = [at for at, step in enumerate(points.taken, start=1) if step == "commit"]
        assert len(commits) == 3, "the record, the intent, the outcome"
        book.redo()
        points.taken.clear()
        points.fail_at = commits[-1]
        points.error = full
        book.undo()
    assert filing.find(book, NEWCOMER) is None
    book.redo()
    assert_agreed(book)
    book.close()
