"""A line that finds one party as its name is typed."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from balancer_desktop.app import picking
from balancer_desktop.app.picking import Suggestion
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session

_WENT_ON = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ID = Qt.ItemDataRole.UserRole
_STANDING = {Standing.PROSPECT: "prospect", Standing.LAPSED: "lapsed"}


class PartyPicker(QLineEdit):
    """Offers up to 50 people of any standing but ex; arrow keys and Enter choose. Empty means nobody.

    strangers: a text that is nobody's name is let stand, and means nobody in the book.
    """

    picked = Signal(int)
    """The party chosen, 0 for nobody (yet)."""
    understood = Signal(str)
    """What the text means, or an empty text when that need not be said."""
    doubted = Signal(str)
    """What is wrong, and what would be right."""

    def __init__(self, session: Session, party_id: int = 0, *, required: bool = False, strangers: bool = False) -> None:
        super().__init__()
        self._session, self._required, self._party = session, required, 0
        self._strangers = strangers
        self._found = _Found(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(Qt.ItemDataRole.EditRole)
        completer.setMaxVisibleItems(10)
        self._popup = QListView()
        self._popup.setAccessibleName("People found")
        completer.setPopup(self._popup)
        self._popup.installEventFilter(self)
        completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]  # the stub knows no overloads
        self.setCompleter(completer)
        self.setPlaceholderText("Type a name" if required else "Type a name, or leave it empty")
        self.textEdited.connect(self._typed)
        self.choose(party_id)

    @property
    def party_id(self) -> int:
        """The party chosen so far, 0 for nobody."""
        return self._party

    def choose(self, party_id: int) -> None:
        self._party = party_id
        self.setText(self._session.book.people.names([party_id]).get(party_id, "") if party_id else "")
        self.picked.emit(party_id)

    def value(self) -> int:
        """The party's id, 0 for an empty line; BadInput, told beneath, for a name nobody has or a missing one."""
        self._settle()
        if self._party or self._strangers or not (self.text().strip() or self._required):
            return self._party
        refusal = self._refusal()
        self.doubted.emit(str(refusal))
        self.setFocus()
        raise refusal

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _WENT_ON:  # not when a window closes, perhaps together with the book
            self._settle()
            if self.text().strip() and not self._party and not self._strangers:
                self.doubted.emit(str(self._refusal()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the first of those offered when none was walked to; of a stranger it lets the name stand."""
        enter = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER
        if enter and self._popup.isVisible() and not self._popup.currentIndex().isValid():
            self._popup.hide()
            if not self._strangers:
                self._activated(self._found.index(0))
            return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self.understood.emit("")
        if self._party:
            self._party = 0
            self.picked.emit(0)
        self._found.show(picking.suggestions(self._session.book, text))

    def _settle(self) -> None:
        """A name typed in full, or words that fit only one, need no choosing."""
        if not self._party and self.text().strip():
            found = picking.meant(self._session.book, self.text(), exactly=self._strangers)
            if found:
                self.choose(found)

    def _activated(self, index: QModelIndex) -> None:
        self.choose(int(index.data(ID)))

    def _refusal(self) -> BadInput:
        typed = self.text().strip()
        if not typed:
            return BadInput("Who it concerns is missing.", "Type a name and choose one of those offered.")
        if picking.suggestions(self._session.book, typed, 1):
            return BadInput(f"“{typed[:40]}” may be more than one.", "Choose one of those offered.")
        return BadInput(f"Nobody here is called “{typed[:40]}”.", "Add them first, or correct the name.")


class _Found(QAbstractListModel):
    def __init__(self, parent: PartyPicker) -> None:
        super().__init__(parent)
        self._rows: list[Suggestion] = []

    def show(self, rows: list[Suggestion]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's shape
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ID:
            return row.id
        if role == Qt.ItemDataRole.EditRole:
            return row.name
        if role == Qt.ItemDataRole.DisplayRole:
            return " · ".join(filter(None, (row.name, row.company, _STANDING.get(row.standing, ""))))
        return None
