"""The entries behind one piece of a bar; a click opens the party."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.domain.mix import Measure
from balancer_desktop.ui.balance.words import figure
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, UNIT
from balancer_desktop.ui.theme.tables import dress

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADINGS = ("Day", "Who", "What", "Amount")


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry: amount in minutes for hours, else in minor units; party_id 0 when it concerns nobody."""

    on: date
    who: str
    what: str
    amount: int
    party_id: int = 0


class EntriesModel(QAbstractTableModel):
    """Rows as given; it knows no book."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._measure = Measure.HOURS
        self.rows: tuple[EntryRow, ...] = ()

    def show_rows(self, rows: Sequence[EntryRow], measure: Measure) -> None:
        self.beginResetModel()
        self.rows, self._measure = tuple(rows), measure
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self.rows[index.row()], index.column())
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _text(self, row: EntryRow, column: int) -> str:
        """Heads are counted once, but what made them count is their sales: those show money."""
        if column == 0:
            return self._formats.weekday(row.on)
        if column == 3:
            measure = Measure.INCOME if self._measure is Measure.HEADS else self._measure
            return figure(row.amount, measure, self._formats)
        return row.who if column == 1 else row.what


class EntriesList(QWidget):
    """A title, a way back, and the rows. Enter or a click opens a row's party; Esc goes back."""

    party_opened = Signal(int)
    closed = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = EntriesModel(formats, self)
        self._title = QLabel()
        self._title.setFont(typeface.strong(self._title.font()))
        self._title.setWordWrap(True)
        self._table = _table(self._model)
        self._table.clicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(self._header())
        layout.addWidget(self._table, 1)

    def _header(self) -> QHBoxLayout:
        back = QToolButton()
        back.setIcon(icon("close"))
        back.setText("Back")
        back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        back.setToolTip("Close the list (Esc)")
        back.setAccessibleName("Back to the chart")
        back.setAutoRaise(True)
        back.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def show_rows(self, title: str, rows: Sequence[EntryRow], measure: Measure) -> None:
        """Replaces what is listed; the chosen row stays chosen where it still is."""
        current = self._table.currentIndex().row()
        chosen = self._model.rows[current] if current >= 0 else None
        self._title.setText(title)
        self._table.setAccessibleName(title)
        self._model.show_rows(rows, measure)
        row = self._model.rows.index(chosen) if chosen in self._model.rows else 0
        self._table.setCurrentIndex(self._model.index(row, 0) if rows else _NOWHERE)

    def take_focus(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self._table.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.rows[index.row()].party_id:
            self.party_opened.emit(self._model.rows[index.row()].party_id)


def _table(model: EntriesModel) -> QTableView:
    made = QTableView()
    dress(made)
    made.setModel(model)
    made.setWordWrap(True)  # names and notes take two lines before they are cut
    made.verticalHeader().setDefaultSectionSize(round(2 * QFontMetricsF(made.font()).lineSpacing()) + UNIT)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    headings = made.horizontalHeader()
    headings.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column in (1, 2):
        headings.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return made


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == 3 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
