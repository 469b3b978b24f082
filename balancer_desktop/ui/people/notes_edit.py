"""The notes about a party, written in place."""

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from balancer_desktop.app import people
from balancer_desktop.domain.party import Party
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.areas import rounded

_LEAST, _MOST = 3, 6
"""Lines that are seen at once: as many as there are, within these."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NotesEdit(QPlainTextEdit):
    """Kept on leaving the field and on Ctrl+Enter; commit_edits() keeps what is being typed before all is closed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._party = session, 0
        self._written = ""
        rounded(self)
        self.setAccessibleName("Notes")
        self.setPlaceholderText("Notes: what to remember, gate codes, names of the children …")
        self.setToolTip("Kept when you leave the field, or with Ctrl+Enter")
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def show_notes(self, party: Party) -> None:
        """A party's notes. What is being typed about the same party stays; about another, it is kept first."""
        if party.id != self._party:
            self.commit_edits()
        elif self._is_typed_in():
            self._written = party.notes
            return
        self._party, self._written = party.id, party.notes
        if self.toPlainText() != party.notes:
            self.setPlainText(party.notes)

    def commit_edits(self) -> None:
        """Write what was typed into the book. When that is refused, it stays in the field."""
        if not self._is_typed_in():
            return
        self._session.attempt(self._write)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are for the page to take, not for their paths to be written into the notes."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit_edits()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit_edits()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), _LEAST), _MOST)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 12)

    def _is_typed_in(self) -> bool:
        return bool(self._party) and self.toPlainText() != self._written

    def _write(self) -> None:
        party = self._session.book.people.get(self._party)
        if party:
            self._written = self.toPlainText()
            people.edit(self._session.book, replace(party, notes=self._written))
