"""Looks into the Inbox when the book is opened and whenever something is dropped there, without holding up the window.

A file counts when it has not changed between two looks: one that is still being copied is waited for.
"""

from functools import partial

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from balancer_desktop.app.changes import Changes
from balancer_desktop.app.intake import inbox
from balancer_desktop.app.intake.inbox import Seen, Waiting
from balancer_desktop.app.intake.preview import Contents, read_files
from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.worker import Worker

REST_MS = 700
"""How long a file must rest before it counts as whole."""


class InboxWatch(QObject):
    """The worker reads files and never the book, which the window goes on using meanwhile."""

    waits = Signal(object)
    """What waits in the Inbox now: a Waiting."""

    def __init__(self, session: Session, parent: QObject | None = None, worker: Worker | None = None) -> None:
        super().__init__(parent)
        self._session, self._worker = session, worker or Worker(self)
        self._seen: tuple[Seen, ...] = ()
        self._contents = Contents()
        self._told = Waiting()
        self._again = self._closed = False
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._watcher.directoryChanged.connect(self.look)
        self._rest.timeout.connect(self._settle)
        session.changed.connect(self._follow)

    def look(self) -> None:
        """Look now, and again when things have come to rest."""
        folder = str(inbox.folder(self._session.book))
        if folder not in self._watcher.directories():
            self._watcher.addPath(folder)  # which says no when there is none
        self._seen = inbox.seen(self._session.book)
        self._rest.start()

    def close(self) -> None:
        """The book is about to be closed."""
        self._closed = True
        self._rest.stop()
        self._worker.stop()
        self._worker.finish()

    def _settle(self) -> None:
        if self._is_held():
            return
        now = inbox.seen(self._session.book)
        whole = inbox.settled(self._seen, now)
        self._seen = now
        if len(whole) < len(now):
            self._rest.start()
        if self._worker.busy:
            self._again = True
            return
        conventions, instant = self._session.formats.conventions(), self._session.book.now()
        self._worker.run(partial(read_files, whole, instant, conventions), self._read, self._refused)

    def _read(self, contents: Contents) -> None:
        self._contents = contents
        if not self._closed and not self._is_held():
            self._tell()
        if self._again:
            self._again = False
            self.look()

    def _refused(self, _why: Refused) -> None:
        """The window is being closed: nobody is told any more."""

    def _follow(self, changes: Changes) -> None:
        """What came in waits no more; what was taken back lies in Done, where the owner left it."""
        if (changes.pipeline or changes.contacts) and self._told.paths and not self._closed:
            self._rest.start()

    def _is_held(self) -> bool:
        """A dialog in front of the window may be using the book on its own thread: all waits until it is gone."""
        held = QApplication.activeModalWidget() is not None
        if held:
            self._rest.start()
        return held

    def _tell(self) -> None:
        self._told = inbox.waiting(self._session.book, self._contents)
        self.waits.emit(self._told)
