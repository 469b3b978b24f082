"""The open book: one gate for every change, its history, and the news of what changed. Nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from balancer_desktop.app.changes import Changes, changes_of
from balancer_desktop.app.stores import Stores
from balancer_desktop.domain.money import Currency, currency
from balancer_desktop.domain.standing import FIRST_REASONS
from balancer_desktop.storage import book_file
from balancer_desktop.storage.book_file import BookFile
from balancer_desktop.storage.history import DEPTH
from balancer_desktop.storage.lock import BookInUse
from balancer_desktop.storage.people_store import PeopleStore
from balancer_desktop.storage.sellers import sellers_touched
from balancer_desktop.storage.settings_store import SettingsStore

__all__ = ["Book", "BookInUse", "Today", "attach_folders", "new_book", "open_book"]

Today = Callable[[], date]


class Book(Stores):
    """Stores to read from, change() to write through, undo() and redo(), and subscribers told after each commit.

    Reading goes straight to the stores (book.people, book.ledger, …). Writing outside change() is refused by the
    database itself.
    """

    def __init__(self, file: BookFile, today: Today = date.today) -> None:
        super().__init__(file.db)
        self.file = file
        self.today = today
        self.clock: Callable[[], datetime] = lambda: datetime.now().astimezone()
        """The machine's, for now(); tests set it."""
        self.disk_follows: Callable[[Changes], tuple[str, ...]] = lambda _changes: ()
        """Called after every commit, before anybody is told; what it says goes with the news (Changes.unfiled)."""
        self._undo: list[_Past] = []
        self._redo: list[_Past] = []
        self._outlived: list[int] = []  # steps nobody can undo any more; the next one clears them away
        self._open_step: int | None = None
        self._subscribers: list[Callable[[Changes], None]] = []

    @property
    def folder(self) -> Path:
        return self.file.folder

    @property
    def currency(self) -> Currency:
        return currency(self.settings.get("currency", "EUR"))

    def now(self) -> datetime:
        """The instant, to the minute and with its offset; on the book's own day, should that be another."""
        clock = self.clock().replace(second=0, microsecond=0)
        if clock.date() == self.today():
            return clock
        return datetime.combine(self.today(), clock.time()).astimezone()

    @property
    def undo_label(self) -> str:
        """What undo would take back, or an empty text."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        return self._redo[-1].label if self._redo else ""

    @property
    def latest_step(self) -> int:
        """A number for what undo would take back, of no other step; 0 when there is nothing."""
        return self._undo[-1].number if self._undo else 0

    def subscribe(self, told: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `told` after every commit; the returned function ends that."""
        self._subscribers.append(told)
        return lambda: self._subscribers.remove(told)

    @contextmanager
    def change(self, label: str, undone: Callable[[], object] | None = None) -> Iterator[None]:
        """One step of the owner's work: all of it or nothing, undone as one under its label.

        A change inside a change belongs to the outer one, yet is whole or absent. One that touches nothing leaves
        no step. undone: what else is to be written when the owner takes the step back, as part of taking it back.
        """
        if self._open_step is not None:
            with self.file.part():
                yield
            return
        with self._step() as step:
            yield
        if step.changes is not None:
            self._let_go(self._redo)
            self._undo.append(_Past(step.number, label, undone))
            self._let_go(self._undo, keep=DEPTH)
            self._publish(step.changes)

    def undo(self) -> str:
        """Take back the latest step; its label, or an empty text when there is none."""
        return self._swap(self._undo, self._redo, back=True)

    def redo(self) -> str:
        """Do again what was taken back last; its label, or an empty text."""
        return self._swap(self._redo, self._undo, back=False)

    def start_history(self) -> None:
        """Forget what came before: the owner cannot undo the making of the book itself."""
        self._let_go(self._undo)
        self._let_go(self._redo)

    def close(self) -> None:
        self.file.close()

    @contextmanager
    def _step(self) -> Iterator["_Step"]:
        """A transaction that is recorded, and at its end followed by the caches."""
        step = _Step()
        with self.file.writing():
            self._open_step = step.number = self.file.history.begin()
            try:
                self.file.history.forget(self._outlived)
                yield step
                self._finish(step)
            finally:
                self._open_step = None
        self._outlived.clear()

    def _let_go(self, steps: "list[_Past]", keep: int = 0) -> None:
        """Drop all but the latest steps of a stack."""
        surplus = max(0, len(steps) - keep)
        self._outlived += [past.number for past in steps[:surplus]]
        del steps[:surplus]

    def _finish(self, step: "_Step") -> None:
        tables = self.file.history.touched(step.number)
        if tables:
            sellers = sellers_touched(self.file.db, step.number, tables)
            self.mix.follow(step.number, tables, sellers)
            self.rhythm.follow(sellers)
            step.changes = changes_of(tables, self.file.history.parties(step.number, tables))

    def _swap(self, source: "list[_Past]", target: "list[_Past]", *, back: bool) -> str:
        if not source:
            return ""
        past = source[-1]
        with self._step() as step:
            step.number = self.file.history.swap(past.number)
            if back and past.undone:
                past.undone()
        source.pop()
        target.append(past._replace(number=step.number))
        if step.changes is not None:
            self._publish(step.changes)
        return past.label

    def _publish(self, changes: Changes) -> None:
        changes = replace(changes, unfiled=self.disk_follows(changes))
        for told in tuple(self._subscribers):
            told(changes)


class _Past(NamedTuple):
    """A step that can be taken back or done again: its number in the history, and as change() has them."""

    number: int
    label: str
    undone: Callable[[], object] | None


class _Step:
    """The number a step has in the history, and what it changed once it is committed."""

    def __init__(self) -> None:
        self.number = 0
        self.changes: Changes | None = None


def new_book(folder: Path, code: str = "EUR", today: Today = date.today, *, attach: bool = True) -> Book:
    """A new, empty book of one currency; Refused when the folder holds one or the code is none.

    attach: see open_book.
    """
    unit = currency(code)

    def first_rows(db: Any) -> None:
        SettingsStore(db).set("currency", unit.code)
        for reason in FIRST_REASONS:
            PeopleStore(db).add_reason(reason)

    return _attached(Book(book_file.create(folder, first_rows), today), now=attach)


def open_book(folder: Path, today: Today = date.today, *, attach: bool = True) -> Book:
    """The book in a folder; Refused when there is none, it is damaged, in use or newer than the program.

    attach: bring the folders on the disk in line with the record at once, should the last time have ended in between.
    Otherwise the caller does that soon, by attach_folders(); should a change come before, it does it.
    """
    return _attached(Book(book_file.open_book(folder), today), now=attach)


def attach_folders(book: Book) -> tuple[str, ...]:
    """Have the folders on the disk follow the book from now on; a sentence for each that is missing or stays."""
    from balancer_desktop.app.filing import attach  # which does things with books, and so needs this module

    return attach(book)


def _attached(book: Book, *, now: bool) -> Book:
    book.disk_follows = lambda _changes: attach_folders(book)
    try:
        if now:
            attach_folders(book)
    except BaseException:
        book.close()
        raise
    return book
