"""A thousand random archivings, renamings, moves, undos and restarts, with the oddest names, end consistent."""

import os
import select
import signal
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from balancer_desktop.app import archive_folders, filing
from balancer_desktop.app.book import Book, new_book, open_book
from balancer_desktop.app.filing_check import unfiled
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.standing import Standing
from tests.app.filing.agreement import (
    add,
    add_folder,
    archive,
    assert_agreed,
    documents,
    refile,
    rename,
    restore,
)
from tests.conftest import TODAY

OPERATIONS = 1000
KILLS = 25
ODD = (
    "CON", "nul.txt", "COM1", "aux", "LPT9.tar.gz", "Acme", "ACME", "acme.", "acme ", "a:b", "a?b", "a/b", "..", "~",
    "x" * 300, "🌿" * 100, "👨‍👩‍👧 & sons", "\u202eevil", "مكتب النور", "İstanbul ﬁsh ß", "Mu\u0308ller", "Müller",
    "'; DROP TABLE place; --", "%_*", ".balancer", "-rf", "Customers", "(k7f3q2)", "e\u0323\u0301" * 90, "💥.",
)  # fmt: skip


class Life:
    """One random operation after another; what the record refuses is no operation."""

    def __init__(self, book: Book, dice: Random) -> None:
        self.book, self.dice = book, dice

    def operate(self) -> bool:
        acts: list[tuple[Callable[[], object], int]] = [
            (self._archive, 6), (self._restore, 5), (self._refile, 4), (self._rename, 4), (self._undo, 5),
            (self._redo, 3), (self._add_folder, 3), (self._rename_folder, 4), (self._move_folder, 4),
            (self._remove_folder, 2), (self._add, 1),
        ]  # fmt: skip
        act = self.dice.choices([act for act, _ in acts], [weight for _, weight in acts])[0]
        try:
            act()
        except BadInput:
            return False
        return True

    def name(self) -> str:
        name = self.dice.choice(ODD)
        return name if self.dice.random() < 0.6 else f"{name} {self.dice.randint(1, 40)}"

    def parties(self, standing: Standing) -> list[int]:
        return [party.party_id for party in self.book.folders.filed() if party.standing is standing]

    def folder(self) -> int:
        return self.dice.choice([0, *(folder.id for folder in self.book.folders.all())])

    def _archive(self) -> None:
        if here := self.parties(Standing.CURRENT):
            archive(self.book, self.dice.choice(here), self.folder())

    def _restore(self) -> None:
        if gone := self.parties(Standing.EX):
            restore(self.book, self.dice.choice(gone))

    def _refile(self) -> None:
        if gone := self.parties(Standing.EX):
            refile(self.book, self.dice.choice(gone), self.folder())

    def _rename(self) -> None:
        parties = self.parties(Standing.CURRENT) + self.parties(Standing.EX)
        if parties:
            rename(self.book, self.dice.choice(parties), self.name())

    def _undo(self) -> None:
        if not self.book.undo_label.startswith(("Make", "Add ")):  # their documents would be nobody's
            self.book.undo()

    def _redo(self) -> None:
        self.book.redo()

    def _add(self) -> None:
        if len(self.book.folders.filed()) < 25:
            add(self.book, self.name())

    def _add_folder(self) -> None:
        if len(self.book.folders.all()) < 12:
            archive_folders.add(self.book, self.name(), self.folder())

    def _rename_folder(self) -> None:
        archive_folders.rename(self.book, self.folder(), self.name())

    def _move_folder(self) -> None:
        archive_folders.move(self.book, self.folder(), self.folder())

    def _remove_folder(self) -> None:
        archive_folders.remove(self.book, self.folder())


def test_a_thousand_operations_end_consistent(book: Book) -> None:
    dice = Random(20261120)
    for number in range(8):
        add(book, ODD[number])
    life = Life(book, dice)
    kept = set(documents(book))
    number = 0
    while number < OPERATIONS:
        number += life.operate()
        if number % 20 == 0:
            assert_agreed(life.book)
            now = set(documents(life.book))
            assert kept <= now
            kept = now
        if number % 100 == 99:
            life.book.close()
            life.book = open_book(book.folder, lambda: TODAY)
    assert_agreed(life.book)
    assert unfiled(life.book) == []
    assert kept <= set(documents(life.book))
    assert len({party.uid for party in life.book.folders.filed()}) == len(kept) / 2
    life.book.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_killed_at_random_in_the_midst_of_it(tmp_path: Path, quick: None) -> None:
    dice = Random(7)
    book = new_book(tmp_path / "book", "EUR", lambda: TODAY)
    for number in range(8):
        add(book, ODD[number])
    add_folder(book, "Retired", add_folder(book, "Gone"))
    kept = documents(book)
    book.close()
    pending = 0
    for number in range(KILLS):
        _kill_after(lambda number=number: _live(tmp_path / "book", Random(number)), dice.uniform(0.01, 0.08))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(filing, "follow", lambda *_args, **_more: ())
            book = open_book(tmp_path / "book", lambda: TODAY)
            pending += bool(filing.waiting(book))
        filing.follow(book)
        assert_agreed(book)
        assert set(kept) <= set(documents(book))
        assert unfiled(book) == []
        kept = documents(book)
        book.close()
    assert pending, "some were killed between the record and the disk"


def _live(folder: Path, dice: Random) -> None:
    life = Life(open_book(folder, lambda: TODAY), dice)
    while True:
        life.operate()


def _kill_after(act: Callable[[], None], seconds: float) -> None:
    """Let a child act until it is killed, so many seconds after it began."""
    begun, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(tell, b".")
            act()
        finally:
            os._exit(1)
    os.read(begun, 1)
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(begun)
    os.close(tell)
    assert status == signal.SIGKILL, "the child failed by itself"
