"""Learns everybody's rhythm after the window stands, without holding it up."""

from collections.abc import Iterator
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from balancer_desktop.app.changes import Changes
from balancer_desktop.app.rhythms import Judged, KnownRhythms, Material, judged, reading
from balancer_desktop.app.suggestions import apply_rules
from balancer_desktop.ui import garbage

if TYPE_CHECKING:
    from balancer_desktop.app.book import Book

_PAUSE_MS = 300
"""After a change that concerns everybody: there may be more to come."""


class LateRhythms(QObject):
    """Reads the book page by page between the window's own work, and reckons with what was read on another thread."""

    ready = Signal()
    """Everybody's rhythm is known, or known anew."""
    ruled = Signal(str)
    """What a rule of the owner's did about it."""
    _done = Signal(object)

    def __init__(self, book: "Book") -> None:
        super().__init__()
        self.known = KnownRhythms(book)
        self._book = book
        self._reading: Iterator[None] | None = None
        self._material: Material | None = None
        self._busy = self._closed = False
        self._steps = QTimer(self, interval=0)
        self._steps.timeout.connect(self._step)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.start)
        self._rules = QTimer(self, singleShot=True, interval=0)
        self._rules.timeout.connect(self._apply_rules)
        self._done.connect(self._adopt, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Learn what is not known as of today; nothing when all is, or is being learnt."""
        if self._busy or self._closed or self.known.ready:
            return
        self._busy = True
        self._material = self.known.begin()
        self._reading = reading(self._book, self._material)
        self._steps.start()

    def follow(self, changes: Changes) -> None:
        """Keep in step with the book."""
        self.known.follow(changes)
        if self.known.ready:
            self._rules.start()
        elif not self._busy:
            self._pause.start()

    def close(self) -> None:
        """The book is about to be closed."""
        self._closed = True
        for timer in (self._steps, self._pause, self._rules):
            timer.stop()

    def _apply_rules(self) -> None:
        if self.known.ready:  # and not after a change that made it unknown again
            for done in apply_rules(self._book, self.known):
                self.ruled.emit(done)

    def _step(self) -> None:
        if self._reading is not None and next(self._reading, self) is self:
            self._steps.stop()
            self._reading = None
            _under_way.add(self)
            garbage.rest()
            Thread(target=self._judge, name="rhythms").start()

    def _judge(self) -> None:
        material, self._material = self._material, None
        try:
            outcome: Judged | Exception | None = judged(material) if material else None
        except Exception as problem:  # raised again where it is told
            outcome = problem
        self._done.emit(outcome)

    def _adopt(self, outcome: Judged | Exception) -> None:
        garbage.resume()
        _under_way.discard(self)
        self._busy = False
        if self._closed:
            return
        if isinstance(outcome, Exception):
            raise outcome
        self.known.adopt(outcome)
        self.ready.emit()
        self._rules.start()
        if not self.known.ready:  # the book changed altogether meanwhile
            self._pause.start()


# Keeps each one alive until its thread is done, even when the window it was for has been closed meanwhile.
_under_way: set[LateRhythms] = set()
