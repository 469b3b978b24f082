"""What every screen is given: the open book, the locale's formats, and one signal that says what changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from balancer_desktop.app.book import Book, attach_folders
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui.format import Formats

if TYPE_CHECKING:  # it comes when somebody asks for it: the window opens sooner
    from balancer_desktop.app.rhythms import KnownRhythms
    from balancer_desktop.ui.late_folders import LateFolders
    from balancer_desktop.ui.late_rhythms import LateRhythms

T = TypeVar("T")


class Session(QObject):
    """One per window. Screens read from `book`, write through app verbs inside attempt(), and follow `changed`."""

    changed = Signal(object)
    """Changes, once after every commit, undo and redo."""
    party_wanted = Signal(int)
    """Open this party's page."""
    silent_wanted = Signal()
    """Show the customers, those silent for too long first."""
    inquiry_wanted = Signal(int)
    """Show this inquiry in its list."""
    said = Signal(str)
    """A sentence for the status line."""
    refused = Signal(str)
    """Why something was not done, for the status line; empty once that is left."""
    rhythms_ready = Signal()
    """Everybody's rhythm is known, or known anew; see `rhythms`."""
    tab_wanted = Signal(str)
    """Show a tab, by its name."""
    _heard = Signal(object)

    def __init__(self, book: Book, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.formats = formats
        self.unfiled: tuple[str, ...] = ()
        """What the latest change could not do on the disk; the status line says it already."""
        self._late: LateRhythms | None = None
        self._folders: LateFolders | None = None
        self._heard.connect(self._tell)  # an import is written on another thread; what follows happens on this one
        self._unsubscribe = book.subscribe(self._heard.emit)

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """The verb's result; when it is refused, None and the reason in the status line."""
        try:
            return verb()
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return None

    def did(self, verb: Callable[[], object]) -> bool:
        """Whether the verb was done; when it is refused, the reason is in the status line."""
        return self.attempt(lambda: (verb(),)) is not None

    @property
    def rhythms(self) -> "KnownRhythms | None":
        """Everybody's rhythm; None as long as nobody asked for it."""
        return self._late.known if self._late else None

    def learn_rhythms(self) -> None:
        """Have them learnt, or learnt anew on a new day; rhythms_ready tells when."""
        if self._late is None:
            from balancer_desktop.ui.late_rhythms import LateRhythms

            self._late = LateRhythms(self.book)
            self._late.ready.connect(self.rhythms_ready)
            self._late.ruled.connect(lambda done: self.said.emit(f"{done} — Ctrl+Z takes it back"))
        self._late.start()

    def attach_folders(self) -> None:
        """Have the folders on the disk follow the book; what is missing there is said."""
        self._say_unfiled(attach_folders(self.book))

    def look_for_folders(self) -> None:
        """Have it looked, meanwhile, whether folders are missing on the disk; that is said."""
        if self._folders is None:
            from balancer_desktop.ui.late_folders import LateFolders

            self._folders = LateFolders(self.book)
            self._folders.missed.connect(self._say_unfiled)
        self._folders.start()

    def close(self) -> None:
        if self._folders:
            self._folders.close()
        if self._late:
            self._late.close()
        self._unsubscribe()

    def _tell(self, changes: Changes) -> None:
        if self._late:
            self._late.follow(changes)
        self.unfiled = changes.unfiled
        self.changed.emit(changes)
        self._say_unfiled(changes.unfiled)

    def _say_unfiled(self, unfiled: tuple[str, ...]) -> None:
        if unfiled:
            more = len(unfiled) - 1
            self.refused.emit(unfiled[0] + (f" The same goes for {more} more." if more else ""))
