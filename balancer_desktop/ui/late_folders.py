"""Looks, after the window stands and without holding it up, whether any party's folder is missing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from balancer_desktop.app.following import missing_words
from balancer_desktop.app.missing_folders import Looked, look, noted, still_missing
from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from balancer_desktop.app.book import Book


class LateFolders(QObject):
    missed = Signal(tuple)
    """A sentence for each that is missing."""

    def __init__(self, book: "Book") -> None:
        super().__init__()
        self._book, self._worker, self._closed = book, Worker(self), False

    def start(self) -> None:
        folders = noted(self._book)
        if folders and not self._worker.busy:
            self._worker.run(partial(look, self._book.folder, folders), self._looked, self._refused)

    def close(self) -> None:
        """The book is about to be closed."""
        self._closed = True
        self._worker.stop()
        self._worker.finish()

    def _looked(self, looked: Looked) -> None:
        if not self._closed:
            gone = still_missing(self._book, looked)
            if gone:
                self.missed.emit(tuple(missing_words(one.name, one.where) for one in gone))

    def _refused(self, refusal: Refused) -> None:
        if not self._closed:
            self.missed.emit((str(refusal),))
