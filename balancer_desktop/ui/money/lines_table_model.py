"""Lines of one list as Qt's tables want them. Knows no database: rows are put in, and sorted here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QPixmap

from balancer_desktop.domain.line import Line, LineKind
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FEW = 8
"""Lines that may come or go one by one; more of them are shown anew."""
NOT_PAID = "not paid yet"


@dataclass(frozen=True, slots=True)
class Column:
    """order is what the column sorts by; sample is the widest usual text, none for one that takes what is left."""

    key: str
    title: str
    text: Callable[[Line, Formats], str]
    order: Callable[[Line], Any]
    sample: str = ""
    right: bool = False
    money: bool = False

    def heading(self, formats: Formats) -> str:
        """The title, and the currency where its figures carry none."""
        return f"{self.title}, {formats.symbol}" if self.money else self.title


_WHO = Column("who", "Who", lambda line, _: line.who, lambda line: folded(line.who), "Harbour Lane Properties")
_FOR = Column("for", "For whom", lambda line, _: line.who, lambda line: folded(line.who), "Harbour Lane Properties")
_DATE = Column(
    "date", "Date", lambda line, f: f.date(line.on), lambda line: (line.on, line.id), "28/12/2028", right=True
)
_WHAT = Column("what", "What", lambda line, _: line.what, lambda line: folded(line.what))
_SIDE = Column(
    "side",
    "Side",
    lambda line, _: line.side.label if line.side else "",
    lambda line: line.side or "",
    "running the business",
)
_PAID = Column("paid", "Paid", lambda line, _: NOT_PAID if line.owed else "", lambda line: not line.owed, NOT_PAID)
_AMOUNT = Column(
    "amount",
    "Amount",
    lambda line, f: f.money(line.amount),
    lambda line: line.amount,
    "-999,999.00",
    right=True,
    money=True,
)
_HOURS = Column(
    "amount", "Hours", lambda line, f: f.hours(line.amount), lambda line: line.amount, "99 h 59", right=True
)

COLUMNS = {
    LineKind.SALE: (_WHO, _DATE, _WHAT, _PAID, _AMOUNT),
    LineKind.EXPENSE: (_WHAT, _DATE, _FOR, _SIDE, _AMOUNT),
    LineKind.WORK: (_WHO, _DATE, _WHAT, _SIDE, _HOURS),
}


class LinesTableModel(QAbstractTableModel):
    """The lines put in, in the order chosen; at first the newest come first."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._kind = LineKind.SALE
        self._lines: list[Line] = []
        self._sorted_by, self._descending = "date", True
        self.dress(LIGHT)

    @property
    def kind(self) -> LineKind:
        return self._kind

    @property
    def columns(self) -> tuple[Column, ...]:
        return COLUMNS[self._kind]

    @property
    def lines(self) -> Sequence[Line]:
        """In the order shown."""
        return self._lines

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column and the direction, for the header's arrow."""
        order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        return [column.key for column in self.columns].index(self._sorted_by), order

    def dress(self, tokens: Tokens) -> None:
        """Colour for light or dark."""
        self._muted, self._warn = QBrush(QColor(tokens.muted)), QBrush(QColor(tokens.warn))
        self._swatches = {side: _swatch(tokens.fill(side)) for side in Side}

    def set_lines(self, kind: LineKind, lines: Sequence[Line]) -> None:
        """Show these lines, newest first as they come, instead of all there were.

        Of a few that came, changed or went the rest need not know: they stay where they are.
        """
        if kind is self._kind:
            before, fresh = {line.id: line for line in self._lines}, {line.id: line for line in lines}
            come = {id_ for id_, line in fresh.items() if before.get(id_) != line}
            gone = (before.keys() - fresh.keys()) | (before.keys() & come)
            if len(come) + len(gone) <= _FEW:
                self._patch(lines, gone, come)
                return
        self.beginResetModel()
        if kind is not self._kind:
            self._kind, self._sorted_by, self._descending = kind, "date", True
        self._lines = self._ordered(lines)
        self.endResetModel()

    def _patch(self, lines: Sequence[Line], gone: set[int], come: set[int]) -> None:
        """Row by row; a line that changed goes and comes again. Those that stay are in the same order as before."""
        for row in reversed(self.places(gone)):
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._lines[row]
            self.endRemoveRows()
        for row, line in enumerate(self._ordered(lines) if come else ()):
            if line.id in come:
                self.beginInsertRows(_NOWHERE, row, row)
                self._lines.insert(row, line)
                self.endInsertRows()

    def places(self, ids: set[int]) -> list[int]:
        """Rows of the lines with these ids."""
        return [row for row, line in enumerate(self._lines) if line.id in ids]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._sorted_by, self._descending = self.columns[column].key, order is Qt.SortOrder.DescendingOrder
        self._lines = self._ordered(self._lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], self.columns[index.column()]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return column.text(line, self._formats) or None
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        if role == _Role.ForegroundRole:
            return self._colour(line, index.column())
        return self._rare(line, column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == _Role.DisplayRole:
            return column.heading(self._formats)
        if role == _Role.ToolTipRole:
            return f"Sort by {column.title.lower()}"
        return (_RIGHT if column.right else _LEFT) if role == _Role.TextAlignmentRole else None

    def as_text(self, rows: Sequence[int]) -> str:
        """Rows as tab-separated text with their headings, for a spreadsheet."""
        cells = [[column.heading(self._formats) for column in self.columns]]
        cells += [[column.text(self._lines[row], self._formats) for column in self.columns] for row in rows]
        return "\n".join("\t".join(_one_line(cell) for cell in row) for row in cells)

    def _ordered(self, lines: Sequence[Line]) -> list[Line]:
        """Newest first, then by the column chosen; Python's sort keeps the order of equals."""
        newest = sorted(lines, key=_DATE.order, reverse=True)
        if (self._sorted_by, self._descending) == (_DATE.key, True):
            return newest
        order = next(column.order for column in self.columns if column.key == self._sorted_by)
        return sorted(newest, key=order, reverse=self._descending)

    def _rare(self, line: Line, column: Column, role: int) -> Any:
        if role == _Role.DecorationRole and column.key == "side" and line.side:
            return self._swatches[line.side]
        if role == _Role.AccessibleTextRole and column.key == "paid":
            return NOT_PAID if line.owed else "paid"
        return None

    def _colour(self, line: Line, column: int) -> QBrush | None:
        key = self.columns[column].key
        if key == "paid":
            return self._warn
        return None if column == 0 or key == "amount" else self._muted


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _swatch(colour: str) -> QPixmap:
    made = QPixmap(10, 10)
    made.fill(QColor(colour))
    return made
