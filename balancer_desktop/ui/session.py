"""What every screen is given: the open book, the locale's formats, and one signal that says what changed."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui.format import Formats

T = TypeVar("T")


class Session(QObject):
    """One per window. Screens read from `book`, write through app verbs inside attempt(), and follow `changed`."""

    changed = Signal(object)
    """Changes, once after every commit, undo and redo."""
    party_wanted = Signal(int)
    """Open this party's page."""
    said = Signal(str)
    """A sentence for the status line."""
    refused = Signal(str)
    """Why something was not done, for the status line."""
    _heard = Signal(object)

    def __init__(self, book: Book, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.formats = formats
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

    def close(self) -> None:
        self._unsubscribe()

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if changes.unfiled:
            more = len(changes.unfiled) - 1
            self.refused.emit(changes.unfiled[0] + (f" The same goes for {more} more." if more else ""))
