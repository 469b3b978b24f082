"""The quick-entry line with its live reading: nothing is written that was not shown."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP, UNIT

if TYPE_CHECKING:
    from balancer_desktop.ui.quick_entry.dialogue import Dialogue


class QuickEntryBar(QFrame):
    """Type, see the reading, choose where asked, Enter. Esc empties the line, then goes back to where the keys were."""

    left = Signal()
    """The owner is done here, and nobody is left to give the keys back to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._from: QWidget | None = None
        """Who had the keys before the line."""
        self.line = _line_edit(self)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)

    @cached_property
    def dialogue(self) -> "Dialogue":
        """Comes with the first key: what reads a line is large, and the window opens without it."""
        from balancer_desktop.ui.quick_entry.dialogue import Dialogue

        made = Dialogue(self._session, self)
        made.answered.connect(self.line.setFocus)
        self._rows.addWidget(made.view)
        return made

    def focus_line(self) -> None:
        self._remember()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def type_into(self, text: str) -> None:
        """Take over a key that was typed elsewhere."""
        self._remember()
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
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.dialogue.reading.choices:
            self.dialogue.view.mark(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self.dialogue.read(text)

    def _enter(self) -> None:
        came_of_it = self.dialogue.enter()
        if came_of_it:
            self._empty_line()
            self._session.said.emit(came_of_it)

    def _escape(self) -> None:
        if self.line.text():
            self._empty_line()
            self.dialogue.clear()
        elif self._from is not None and isValid(self._from) and self._from.isVisible():
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _remember(self) -> None:
        keys = self.window().focusWidget()
        if keys is not self.line:
            self._from = keys

    def _empty_line(self) -> None:
        self.line.setText("")  # unlike clear(), leaves nothing for the line itself to undo


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _line_edit(parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setMinimumHeight(FIELD + UNIT)
    line.setMaxLength(1000)
    line.setPlaceholderText(
        "2h Acme roof repair · paid Acme 450 · missed call 555-0101 · quote Hilltop 2400 · call Hilltop fri"
    )
    line.setAccessibleName("Quick entry")
    line.setAccessibleDescription(
        "One line for work, sales, spending, inquiries, calls, next steps and opportunities. Enter writes it."
    )
    line.setToolTip("Log anything in one line (Ctrl+Space)")
    line.addAction(QAction(icon("edit"), "Quick entry", line), QLineEdit.ActionPosition.LeadingPosition)
    line.setClearButtonEnabled(True)
    return line
