"""A small table of figures, for reading aloud and for taking elsewhere."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from balancer_desktop.ui.people.cell_delegate import CellDelegate
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import ROW
from balancer_desktop.ui.theme.tables import dress, stand_on_a_row

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_FEWEST, _MOST = 2, 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresModel(QAbstractTableModel):
    """The first column names a row, the others are figures as texts; tips say what each heading means."""

    def __init__(self, headings: Sequence[str], tips: Sequence[str], font: QFont) -> None:
        super().__init__()
        self.headings, self._tips = tuple(headings), tuple(tips)
        self.rows: tuple[tuple[str, ...], ...] = ()
        self._strong = typeface.strong(font)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> bool:
        """False when they are what was there before."""
        fresh = tuple(tuple(row) for row in rows)
        if fresh == self.rows:
            return False
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.headings):
            return None
        if role == _Role.DisplayRole:
            return self.headings[section]
        if role == _Role.ToolTipRole:
            return self._tips[section]
        return _RIGHT if role == _Role.TextAlignmentRole and section else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return row[column]
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column else None
        if role == _Role.FontRole and not column:
            return self._strong
        if role == _Role.AccessibleTextRole and not column:
            pairs = zip(self.headings[1:], row[1:], strict=True)
            return ", ".join([row[0], *(f"{heading}: {text}" for heading, text in pairs if text)])
        return None

    def tsv(self) -> str:
        """All of it, tab-separated, under its headings."""
        return "".join("\t".join(line) + "\n" for line in (self.headings, *self.rows))


class FiguresTable(QTableView):
    """Ctrl+C copies the whole of it; Enter or a double click tells which row is wanted.

    It is as high as its rows, up to so many of them, and gives way down to a few.
    """

    row_wanted = Signal(int)

    def __init__(self, headings: Sequence[str], tips: Sequence[str], name: str) -> None:
        super().__init__()
        self._most = _MOST
        self.figures = FiguresModel(headings, tips, self.font())
        dress(self)
        self.setModel(self.figures)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.doubleClicked.connect(lambda index: self.row_wanted.emit(index.row()))

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """The row one stands on stays, by its place."""
        place = self.currentIndex().row()
        if self.figures.show_rows(rows) and place >= 0 and rows:
            self.setCurrentIndex(self.figures.index(min(place, len(rows) - 1), 0))
        self.updateGeometry()

    def set_most(self, rows: int) -> None:
        """How many rows are in view at the most."""
        if rows != self._most:
            self._most = rows
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), (min(len(self.figures.rows), self._most) + 1) * ROW + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, (min(len(self.figures.rows), _FEWEST) + 1) * ROW + 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.figures.rows:
            stand_on_a_row(self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.figures.tsv())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
