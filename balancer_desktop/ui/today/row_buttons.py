"""The buttons of the row under the pointer, or of the current one: what can be done about it, in place."""

from enum import Enum

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QToolTip, QWidget

from balancer_desktop.domain.agenda import AgendaItem
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, ROW, UNIT
from balancer_desktop.ui.today.acts import ACTS, Act
from balancer_desktop.ui.today.row import Row
from balancer_desktop.ui.today.rows_view import RowsView

_WORDY = 860
"""In a list narrower than this, pictures leave the row's own words their room; one with a name alone has enough."""


_OWN_WORDS = 340
"""So much of a row stays its own: who, and what about."""


class Words(Enum):
    """Which buttons carry text where a picture would do."""

    NONE = 0
    FIRST = 1
    ALL = 2


class RowButtons(QWidget):
    """Lies over the right end of one row; a click makes that row the current one first."""

    pressed = Signal(str)
    """The name of the act."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._hovered = QPersistentModelIndex(QModelIndex())
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, UNIT, 0)
        self._layout.setSpacing(UNIT)
        self._buttons = [(act, self._button(act)) for act in ACTS]
        for _, button in self._buttons:
            self._layout.addWidget(button)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.place())
        view.current_changed.connect(self.place)
        view.resized.connect(self.place)
        self.hide()

    def place(self) -> None:
        """Lie over the row the pointer or the keys are at, and tell its painter how much room is taken."""
        index = self._index()
        row = self._view.row_at(index)
        if row is None or row.item is None:
            self._take(-1, 0)
            self.hide()
            return
        room = self._view.viewport().width()
        self._choose_words(row, room)
        width, rect = self._fitted(room * 3 // 5), self._view.visualRect(index)
        self.setGeometry(QRect(room - width, rect.top(), width, rect.height()))
        self._take(index.row(), width + GAP)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(self._view.indexAt(event.position().toPoint()))
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._explain(event):
            return True
        elif event.type() == QEvent.Type.Leave and not self.underMouse():
            self._hover(QModelIndex())
        return super().eventFilter(watched, event)

    def _explain(self, event: QHelpEvent) -> bool:
        """A pointer that came to rest before the buttons did still hears what the one below it does."""
        button = self.childAt(self.mapFromParent(event.pos())) if self.isVisible() else None
        if button is None:
            return False
        QToolTip.showText(event.globalPos(), button.toolTip(), button)
        return True

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _index(self) -> QModelIndex:
        hovered = self._view.rows_model.index(self._hovered.row()) if self._hovered.isValid() else QModelIndex()
        if self._view.row_at(hovered):
            return hovered
        return self._view.currentIndex() if self._view.rows_delegate.marks else QModelIndex()

    def _choose_words(self, row: Row, room: int) -> None:
        """As much text as leaves the row its own: all of it, that of what ends the line, or pictures."""
        if row.item is None:
            return
        wordy = room >= _WORDY or not (row.words or row.aside)
        for words in (Words.ALL,) if wordy else (Words.FIRST, Words.NONE):
            self._say(row.item, words)
            self._layout.invalidate()
            if self._layout.sizeHint().width() <= room - _OWN_WORDS:
                break

    def _fitted(self, room: int) -> int:
        """The width of as many buttons as there is room for; the keys and the menu have them all."""
        for _, button in reversed(self._buttons):
            self._layout.invalidate()  # words and buttons have changed
            if self._layout.sizeHint().width() <= room:
                break
            button.hide()
        self._layout.invalidate()
        return self._layout.sizeHint().width()

    def _say(self, item: AgendaItem, words: Words) -> None:
        style = Qt.ToolButtonStyle
        for act, button in self._buttons:
            button.setVisible(act.applies(item) and not act.rare(item))
            button.setText(act.text(item) if words is Words.ALL or act.picture else act.brief)
            if act.picture:
                button.setIcon(icon(act.seen(item)))
            pictured = act.picture and words is not Words.ALL and (words is Words.NONE or act is not ACTS[0])
            button.setToolButtonStyle(style.ToolButtonIconOnly if pictured else style.ToolButtonTextOnly)
            button.setToolTip(act.told(item))
            button.setAccessibleName(f"{act.text(item)}: {item.who}")

    def _press(self, act: Act) -> None:
        if self._view.is_settling:
            return
        self._view.setCurrentIndex(self._index())
        self._view.setFocus()  # the button may go with its row
        self.pressed.emit(act.name)

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self._hovered.row():
            self._hovered = QPersistentModelIndex(index)
            self.place()

    def _take(self, row: int, width: int) -> None:
        if self._view.rows_delegate.taken != (row, width):
            self._view.rows_delegate.taken = (row, width)
            self._view.viewport().update()

    def _button(self, act: Act) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the list
        button.setMinimumHeight(ROW - UNIT)
        button.clicked.connect(lambda: self._press(act))
        return button
