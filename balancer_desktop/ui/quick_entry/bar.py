"""The quick-entry line with its live reading: nothing is written that was not shown."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from balancer_desktop.app.names import KnownNames
from balancer_desktop.app.quick_entry import commit, context
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.quick_entry.reading import Answers, Choice, Reading, Status
from balancer_desktop.ui.quick_entry.reading_view import ReadingView
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP, UNIT

_EMPTY = Reading("", Status.EMPTY)


class QuickEntryBar(QFrame):
    """Type, see the reading, choose where asked, Enter. Esc empties the line, then leaves it."""

    left = Signal()
    """The owner is done here; focus belongs elsewhere."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names = KnownNames(session.book)
        self._answers = Answers()
        self.reading = _EMPTY
        self.line = _line_edit(self)
        self.view = ReadingView(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(self.line)
        layout.addWidget(self.view)
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        self.view.picked.connect(self._choose)
        session.changed.connect(self._reread)

    def focus_line(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def type_into(self, text: str) -> None:
        """Take over a key that was typed elsewhere."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.insert(text)
        self._typed(self.line.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event.key())
            if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event) and not self._own(event):
                event.ignore()  # the line has nothing to take back: Ctrl+Z is the book's
                return True
        return super().eventFilter(watched, event)

    def _own(self, event: QKeyEvent) -> bool:
        """Whether the line itself has something to undo or redo."""
        undo = event.matches(QKeySequence.StandardKey.Undo)
        return self.line.isUndoAvailable() if undo else self.line.isRedoAvailable()

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.reading.choices:
            self.view.mark(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self._answers = Answers()
        self._read(text)

    def _reread(self, _changes: object) -> None:
        if self.reading.status is not Status.EMPTY:
            self._read(self.line.text())

    def _read(self, text: str) -> None:
        known = context(self._session.book, self._names.index(), self._session.formats.conventions())
        self.reading = read(text, known, self._answers)
        self.view.show_reading(self.reading)

    def _enter(self) -> None:
        choice = self.view.current_choice()
        if choice is not None:
            self._choose(choice)
        elif self.reading.status is Status.READY:
            self._commit()

    def _choose(self, choice: Choice) -> None:
        """An answer completes the reading; it takes another Enter to write it."""
        self._answers = choice.answer
        self._read(self.line.text())
        self.line.setFocus()

    def _commit(self) -> None:
        reading = self.reading
        self.reading = _EMPTY  # what the change publishes must not read the line again
        done = self._session.did(lambda: commit(self._session.book, reading))
        if not done:
            self._read(self.line.text())
            return
        self._clear()
        self._session.said.emit(f"Written: {reading.line.strip()} — Ctrl+Z takes it back.")

    def _escape(self) -> None:
        if self.line.text():
            self._clear()
        else:
            self.left.emit()

    def _clear(self) -> None:
        self.line.setText("")  # unlike clear(), leaves nothing for the line itself to undo
        self._answers = Answers()
        self.reading = _EMPTY
        self.view.show_reading(_EMPTY)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _line_edit(parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setMinimumHeight(FIELD + UNIT)
    line.setMaxLength(1000)
    line.setPlaceholderText("2h Acme roof repair · paid Acme 450 · spent 60 flyers · call Hilltop fri")
    line.setAccessibleName("Quick entry")
    line.setAccessibleDescription("One line for work, sales, spending, calls and next steps. Enter writes it.")
    line.setToolTip("Log anything in one line (Ctrl+Space)")
    line.addAction(QAction(icon("edit"), "Quick entry", line), QLineEdit.ActionPosition.LeadingPosition)
    line.setClearButtonEnabled(True)
    return line
