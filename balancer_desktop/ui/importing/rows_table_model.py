"""The first rows of a sheet as they stand in its file."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from balancer_desktop.domain.importing.fields import Field
from balancer_desktop.ui.importing.batch import OpenSheet
from balancer_desktop.ui.importing.words import field_name
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_FIGURES = {Field.AMOUNT, Field.DURATION}
_LONGEST = 200
"""Characters of a cell that are shown; a note may have thousands."""


class RowsTableModel(QAbstractTableModel):
    """Columns that are left out are muted; their rows are numbered by the line of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: OpenSheet | None = None
        self.dress(LIGHT)

    def show_sheet(self, sheet: OpenSheet) -> None:
        """The rows of a sheet; the owner's place is kept when only its columns were given another meaning."""
        if self._sheet is None or self._sheet.look is not sheet.look or self._sheet.place != sheet.place:
            self.beginResetModel()
            self._sheet = sheet
            self.endResetModel()
            return
        self._sheet = sheet
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def dress(self, tokens: Tokens) -> None:
        self._muted = QBrush(QColor(tokens.muted))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.look.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.reading.sheet.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """During a reset one header may still ask for sections that are gone while the other is being sized."""
        down = orientation is Qt.Orientation.Vertical
        there = section < (self.rowCount() if down else self.columnCount())
        if self._sheet is None or not there or role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        return str(self._sheet.look.rows[section][0]) if down else self._sheet.reading.sheet.headings[section]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or self._sheet is None:
            return None
        row, field = self._sheet.look.rows[index.row()][1], self._sheet.mapping.fields[index.column()]
        cell = row[index.column()] if index.column() < len(row) else ""
        if role == _Role.DisplayRole:
            return _shown(cell)
        if role == _Role.ForegroundRole:
            return self._muted if field is Field.LEAVE_OUT else None
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if field in _FIGURES else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return f"{_shown(cell)} ({field_name(field)})" if role == _Role.AccessibleTextRole else None


def _shown(cell: str | Decimal) -> str:
    text = " ".join(str(cell)[: 2 * _LONGEST].split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
