"""Find anything: type, walk with the arrows, Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from balancer_desktop.app.find import find_entries, find_people
from balancer_desktop.domain.hit import Hit
from balancer_desktop.ui.find.command import Command
from balancer_desktop.ui.find.found import Found, of_commands, of_hit
from balancer_desktop.ui.find.found_list import FoundDelegate, FoundModel
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import GAP, TOUCH

_SIZE = (640, 440)
_PAUSE_MS = 120
"""People are found with every key; entries once the fingers rest."""
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_COMMANDS = 5


class FindDialog(QDialog):
    """Emits what was chosen and closes; a command is run after closing."""

    party_wanted = Signal(int)
    entry_wanted = Signal(object)
    """The Hit of an entry that concerns nobody in particular."""

    def __init__(self, session: Session, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find anything")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._book, self._formats, self._commands = session.book, session.formats, tuple(commands)
        self._people: list[Found] = []
        self.line, self.list, self.found = QLineEdit(), QListView(), FoundModel()
        self.hint = words(name="Search result", muted=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._dress()
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(lambda: self._take(self.list.currentIndex()))
        self.list.clicked.connect(self._take)
        self._pause.timeout.connect(self._rested)
        self._typed("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list while typing goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LIST_KEYS:
            self._walk(event.key())
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is looked up any more: the book may be closed next."""
        self._pause.stop()
        super().hideEvent(event)

    def _dress(self) -> None:
        self.resize(*_SIZE)
        self.line.setPlaceholderText("A name, a phone number, words of a note, or what to do")
        self.line.setAccessibleName("Find anything")
        self.line.setMinimumHeight(TOUCH)
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.list.setModel(self.found)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        for part in (self.line, self.list, self.hint):
            layout.addWidget(part)

    def _typed(self, text: str) -> None:
        self._people = [of_hit(hit, self._formats) for hit in find_people(self._book, text)]
        self._show(())
        if text.strip():
            self._pause.start()

    def _rested(self) -> None:
        """The same with entries, and the choice kept."""
        here = self.list.currentIndex().row()
        self._show([of_hit(hit, self._formats) for hit in find_entries(self._book, self.line.text())])
        self._go_to(here)

    def _show(self, entries: Sequence[Found]) -> None:
        text = self.line.text().strip()
        commands = of_commands(self._commands, text)
        rows = [*self._people, *(commands[:_COMMANDS] if text else commands), *entries]
        self.found.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.hint.setText(self._told(len(rows), text))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignLeft if rows else Qt.AlignmentFlag.AlignCenter)
        self._go_to(0)

    def _told(self, count: int, text: str) -> str:
        if count:
            return "↑ ↓ choose · Enter opens · Esc closes"
        waiting = self._pause.isActive()
        return "Looking through notes and entries …" if waiting else f"Nothing in this book says “{text[:40]}”."

    def _go_to(self, row: int) -> None:
        if self.found.rows:
            self.list.setCurrentIndex(self.found.index(max(0, min(row, len(self.found.rows) - 1))))

    def _walk(self, key: int) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        self._go_to(self.list.currentIndex().row() + steps[Qt.Key(key)])

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        thing = self.found.rows[index.row()].thing
        self.accept()
        if isinstance(thing, Command):
            thing.run()
        else:
            self._open(thing)

    def _open(self, hit: Hit) -> None:
        if hit.party_id:
            self.party_wanted.emit(hit.party_id)
        else:
            self.entry_wanted.emit(hit)
