"""What each month adds up to, a row a month, the latest first, and a last row for them all."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.totals import MonthTotals, summed
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TITLES = ("Month", "Sales", "Spent", "Left over", "Hours")
_TIPS = (
    "Choose a month to list it",
    "Sales less refunds, paid or not",
    "All spending, on whatever side",
    "Sales less spending",
    "Hours on every side, running the business included",
)
_MONEY = (1, 2, 3)


class MonthsTableModel(QAbstractTableModel):
    """Figures of nothing are left blank, so that the eye rests on those that are."""

    def __init__(self, formats: Formats, font: QFont) -> None:
        super().__init__()
        self._formats = formats
        self._strong = typeface.strong(font)
        self._months: list[MonthTotals] = []
        self._chosen: Month | None = None
        self.dress(LIGHT)

    def dress(self, tokens: Tokens) -> None:
        """Colour for light or dark."""
        self._muted, self._marked = QBrush(QColor(tokens.muted)), QBrush(QColor(tokens.selected))

    def set_months(self, months: Sequence[MonthTotals], chosen: Month | None) -> bool:
        """Show these months, given oldest first; the chosen one marked. False: the same months, in other figures."""
        before, was_chosen, fresh = self._months, self._chosen, list(reversed(months))
        if chosen != was_chosen or [old.month for old in before] != [new.month for new in fresh]:
            self.beginResetModel()
            self._months, self._chosen = fresh, chosen
            self.endResetModel()
            return True
        if fresh != before:
            self._months = fresh
            differing = [row for row, (old, new) in enumerate(zip(before, fresh, strict=True)) if old != new]
            for row in (*differing, len(fresh)):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(TITLES) - 1))
        return False

    def month(self, row: int) -> Month | None:
        """The month of a row; None for the row of them all."""
        return self._months[row].month if 0 <= row < len(self._months) else None

    def row(self, month: Month) -> int:
        """The row of a month, −1 when it is not shown."""
        return next((row for row, totals in enumerate(self._months) if totals.month == month), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._months else len(self._months) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        last = index.row() == len(self._months)
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._sum(index.column()) if last else self._cell(index.row(), index.column())
        if role == _Role.TextAlignmentRole:
            return _RIGHT if index.column() else _LEFT
        if role == _Role.FontRole:
            return self._strong if last or self.month(index.row()) == self._chosen else None
        if role == _Role.BackgroundRole:
            return self._marked if not last and self.month(index.row()) == self._chosen else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _Role.DisplayRole:
            return TITLES[section]
        if role == _Role.ToolTipRole:
            return f"{_TIPS[section]}, in {self._formats.symbol}" if section in _MONEY else _TIPS[section]
        return (_RIGHT if section else _LEFT) if role == _Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and index.row() == len(self._months):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _cell(self, row: int, column: int) -> str:
        totals = self._months[row]
        if column == 0:
            return f"{self._formats.short_month(totals.month)} {totals.month.year}"
        return self._figure(column, totals.sales, totals.expenses, totals.minutes)

    def _sum(self, column: int) -> str:
        if column == 0:
            return "In all"
        return self._figure(column, *summed(self._months))

    def _figure(self, column: int, sales: int, expenses: int, minutes: int) -> str:
        if column == 4:
            return self._formats.hours(minutes) if minutes else ""
        value = (sales, expenses, sales - expenses)[column - 1]
        return self._formats.money(value) if value or (column == 3 and (sales or expenses)) else ""
