"""What the line says, how it reads, what was answered where something was open, and writing what was shown."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from balancer_desktop.app.names import KnownNames
from balancer_desktop.app.quick_entry import NOTHING_NEW, commit, context
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.quick_entry.reading import Answers, Choice, Reading, Status
from balancer_desktop.ui.quick_entry.reading_view import ReadingView
from balancer_desktop.ui.session import Session

_EMPTY = Reading("", Status.EMPTY)


class Dialogue(QObject):
    """Its `view`, a child of the bar, shows the reading; nothing is written that was not shown."""

    answered = Signal()
    """A choice was clicked."""

    def __init__(self, session: Session, bar: QWidget) -> None:
        super().__init__(bar)
        self._session = session
        self._names = KnownNames(session.book, session.formats.conventions().region)
        self._answers = Answers()
        self.reading = _EMPTY
        self.view = ReadingView(bar)
        self.view.picked.connect(self._choose)
        session.changed.connect(self._reread)

    def read(self, text: str) -> None:
        """A line that was typed anew; what was answered before it no longer holds."""
        self._answers = Answers()
        self._read(text)

    def enter(self) -> str:
        """Take the marked choice, or else write the line; what came of that, empty where it was not written.

        An answer completes the reading; it takes another Enter to write it.
        """
        choice = self.view.current_choice()
        if choice is not None:
            self._choose(choice)
        elif self.reading.status is Status.READY:
            return self._commit()
        return ""

    def clear(self) -> None:
        self._answers = Answers()
        self.reading = _EMPTY
        self.view.show_reading(_EMPTY)

    def _read(self, text: str) -> None:
        known = context(self._session.book, self._names.index(), self._session.formats.conventions())
        self.reading = read(text, known, self._answers)
        self.view.show_reading(self.reading)

    def _reread(self, _changes: object) -> None:
        if self.reading.status is not Status.EMPTY:
            self._read(self.reading.line)

    def _choose(self, choice: Choice) -> None:
        self._answers = choice.answer
        self._read(self.reading.line)
        self.answered.emit()

    def _commit(self) -> str:
        reading = self.reading
        self.reading = _EMPTY  # what the change publishes must not read the line again
        written = self._session.attempt(lambda: commit(self._session.book, reading))
        if written is None:
            self._read(reading.line)
            return ""
        self.clear()
        return f"Written: {reading.line.strip()} — Ctrl+Z takes it back." if written else NOTHING_NEW
