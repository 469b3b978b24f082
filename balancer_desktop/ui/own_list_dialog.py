"""A list of the owner's own, like stages and reasons: to be added to, corrected, put in another order, and retired."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui.forms.entry_form import hint_label, tell
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.people.cell_delegate import CellDelegate
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP
from balancer_desktop.ui.theme.tables import dress

T = TypeVar("T")
_ID = Qt.ItemDataRole.UserRole
_WIDGET = Qt.ShortcutContext.WidgetShortcut
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDTH = 600


@dataclass(frozen=True, slots=True)
class Line:
    """texts: one for each heading. fixed: why it is neither edited nor removed, in short; empty where it may be."""

    id: int
    texts: tuple[str, ...]
    retired: bool = False
    fixed: str = ""


@dataclass(frozen=True, slots=True)
class OwnList:
    """What is listed, and the verbs there are; None where a list has no such verb.

    figures: the columns of them, which stand right. ask: opens the form for a line, or for a new one (None); Refused
    where a line may not be edited. height: of the dialog, in pixels.
    """

    title: str
    told: str
    name: str
    headings: tuple[str, ...]
    figures: frozenset[int]
    read: Callable[[], Sequence[Line]]
    ask: Callable[[QWidget, Line | None], None]
    remove: Callable[[int], object] | None = None
    retire: Callable[[int], object] | None = None
    restore: Callable[[int], object] | None = None
    reorder: Callable[[list[int]], object] | None = None
    concerns: Callable[[Changes], bool] = lambda changes: changes.pipeline
    height: int = 460


class OwnListDialog(QDialog):
    """Why something is refused is told here, where the owner looks; Ctrl+Z takes back what was done."""

    def __init__(self, parent: QWidget, session: Session, own: OwnList) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(own.title)
        self._session, self._own = session, own
        self._lines: list[Line] = []
        self._table = QTableWidget(0, len(own.headings))
        self._add, self._edit = _button("Add…", "Ins"), _button("Edit…", "F2")
        self._up, self._down = _button("Up", "Alt+Up"), _button("Down", "Alt+Down")
        self._retire, self._remove = _button("Retire", ""), _button("Remove", "Del")
        self._tips = {button: button.toolTip() for button in (self._edit, self._remove)}
        self._message = hint_label()
        self._message.setAccessibleName("What happened")
        self._lay_out()
        self._connect()
        self.resize(_WIDTH, own.height)
        keep_fresh(self, session, own.concerns, self._refresh)
        self._table.setFocus()

    def _refresh(self, _changes: Changes) -> None:
        before, row = {line.id for line in self._lines}, self._table.currentRow()
        current = self._lines[row].id if 0 <= row < len(self._lines) else 0
        self._lines = list(self._own.read())
        ids = [line.id for line in self._lines]
        fresh = [id_ for id_ in ids if before and id_ not in before]
        wanted = fresh[0] if len(fresh) == 1 else current
        self._table.setRowCount(len(self._lines))
        for place, line in enumerate(self._lines):
            self._fill(place, line)
        self._table.selectRow(ids.index(wanted) if wanted in ids else min(max(row, 0), len(ids) - 1))
        self._follow()

    def _fill(self, place: int, line: Line) -> None:
        for column, text in enumerate(line.texts):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if column in self._own.figures:
                item.setTextAlignment(_RIGHT)
            if column == 0:
                pairs = zip(self._own.headings, line.texts, strict=True)
                said = ", ".join(f"{heading}: {said}" if heading else said for heading, said in pairs if said)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if column or line.retired:
                item.setForeground(self.palette().placeholderText())
            self._table.setItem(place, column, item)

    def _current(self) -> Line | None:
        row = self._table.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _follow(self) -> None:
        """Which buttons do something for the line one stands on."""
        line, row = self._current(), self._table.currentRow()
        fixed = line.fixed if line else ""
        for button in (self._edit, self._remove):
            button.setEnabled(line is not None and not fixed)
            button.setToolTip(fixed or self._tips[button])
        self._retire.setEnabled(line is not None)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < len(self._lines) - 1)
        retired = line is not None and line.retired
        self._retire.setText("Bring back" if retired else "Retire")
        self._retire.setToolTip("Offer it again" if retired else "Offer it no more; what it was used for stays told")
        tell(self._message, "")

    def _ask(self, line: Line | None) -> None:
        self._attempt(lambda: self._own.ask(self, line))

    def _turn(self) -> None:
        line, own = self._current(), self._own
        verb = (own.restore if line.retired else own.retire) if line else None
        if line and verb:
            self._attempt(lambda: verb(line.id))

    def _take_away(self) -> None:
        line, verb = self._current(), self._own.remove
        if line and verb:
            self._attempt(lambda: verb(line.id))

    def _shift(self, by: int) -> None:
        row, verb = self._table.currentRow(), self._own.reorder
        ids = [line.id for line in self._lines]
        if verb and 0 <= row < len(ids) and 0 <= row + by < len(ids):
            ids[row], ids[row + by] = ids[row + by], ids[row]
            self._attempt(lambda: verb(ids))

    def _step(self, verb: Callable[[], str], said: str) -> None:
        label = self._attempt(verb)
        if label:
            tell(self._message, f"{said}: {label}")

    def _attempt(self, verb: Callable[[], T]) -> T | None:
        try:
            return verb()
        except Refused as refusal:
            tell(self._message, str(refusal), wrong=True)
            return None

    def _lay_out(self) -> None:
        dress(self._table)
        self._table.setItemDelegate(CellDelegate(self._table))
        for column, heading in enumerate(self._own.headings):
            item = QTableWidgetItem(heading)
            if column in self._own.figures:
                item.setTextAlignment(_RIGHT)
            self._table.setHorizontalHeaderItem(column, item)
        self._table.setAccessibleName(self._own.name)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self._table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        layout.setSpacing(GAP)
        layout.addWidget(words(self._own.told, muted=True))
        layout.addWidget(self._table, 1)
        layout.addWidget(self._message)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        own, row = self._own, QHBoxLayout()
        row.setSpacing(GAP)
        for button, there in (
            (self._add, True),
            (self._edit, True),
            (self._up, own.reorder),
            (self._down, own.reorder),
            (self._retire, own.retire),
            (self._remove, own.remove),
        ):
            row.addWidget(button)
            button.setVisible(bool(there))
        row.addStretch(1)
        close = _button("Close", "Esc")
        close.clicked.connect(lambda _checked: self.reject())
        row.addWidget(close)
        return row

    def _connect(self) -> None:
        book = self._session.book
        acts: tuple[tuple[QPushButton, Callable[[], None], tuple[str, ...]], ...] = (
            (self._add, lambda: self._ask(None), ("Ins",)),
            (self._edit, self._edit_current, ("F2", "Return", "Enter")),
            (self._up, lambda: self._shift(-1), ("Alt+Up",)),
            (self._down, lambda: self._shift(1), ("Alt+Down",)),
            (self._retire, self._turn, ()),
            (self._remove, self._take_away, ("Del",)),
        )
        for button, act, keys in acts:
            button.clicked.connect(lambda _checked, act=act: act())
            for key in keys:
                QShortcut(QKeySequence(key), self._table, act).setContext(_WIDGET)
        self._table.itemSelectionChanged.connect(self._follow)
        self._table.doubleClicked.connect(lambda _index: self._edit_current())
        QShortcut(QKeySequence("Ctrl+Z"), self, lambda: self._step(book.undo, "Taken back"))
        for again in ("Ctrl+Shift+Z", "Ctrl+Y"):
            QShortcut(QKeySequence(again), self, lambda: self._step(book.redo, "Done again"))

    def _edit_current(self) -> None:
        line = self._current()
        if line:
            self._ask(line)


def _button(text: str, key: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setMinimumHeight(FIELD)
    button.setToolTip(f"{text.rstrip('…')} ({key})" if key else text)
    return button
