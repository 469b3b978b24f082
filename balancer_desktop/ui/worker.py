"""One thread for what takes long, so that the window stays alive; results come back to the window's own thread."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui import garbage

Progress = Callable[[int], bool]
"""Called with how far the verb is; whether it may go on."""
Verb = Callable[[Progress], Any]
"""Does the work on the worker's thread. It gets data or the book, never a widget, and tells how far it is."""
Then = Callable[[Any], None]
_FAULT = Refused(
    "The program met a fault of its own; nothing was changed.", "Try again; if it stays, report it with these files."
)


class Worker(QObject):
    """One verb at a time. While it is busy, nobody else may touch what the verb works on."""

    progressed = Signal(int)
    """How far it is: rows so far, or kilobytes."""
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self._stopped = Event()
        self._then: Then = _forget
        self._refused: Then = _forget
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._end)

    def run(self, verb: Verb, then: Then, refused: Then) -> None:
        """Start a verb; then(result) or refused(Refused) is called in the window's thread when it has ended."""
        if self.busy:
            raise RuntimeError("the worker is busy")
        self.busy = True
        garbage.rest()
        self._then, self._refused = then, refused
        self._stopped.clear()
        self._start(partial(self._work, verb))

    def stop(self) -> None:
        """Ask the verb to stop; it ends with a Refused, unless it was done already."""
        self._stopped.set()

    def finish(self) -> None:
        """Wait until the verb has ended, and hand over what came of it."""
        if self.busy:
            self._pool.waitForDone()
            QCoreApplication.sendPostedEvents(self)

    def _start(self, work: Callable[[], None]) -> None:
        self._pool.start(work)

    def _work(self, verb: Verb) -> None:
        try:
            outcome = verb(self._tick)
        except BaseException as error:  # raised again where the owner can be told
            outcome = error
        self._ended.emit(outcome)

    def _tick(self, rows: int) -> bool:
        self.progressed.emit(rows)
        return not self._stopped.is_set()

    def _end(self, outcome: object) -> None:
        self.busy = False
        garbage.resume()
        if isinstance(outcome, Refused):
            self._refused(outcome)
        elif isinstance(outcome, BaseException):
            self._refused(_FAULT)
            raise outcome
        else:
            self._then(outcome)


def _forget(_outcome: Any) -> None:
    """Nothing is waiting yet."""
