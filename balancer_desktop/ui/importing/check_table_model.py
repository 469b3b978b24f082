"""The rows of a planned import, as the owner checks them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from balancer_desktop.app.importing.planned import ImportPlan, PreviewRow, Status
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.importing.words import STATUSES
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
COLUMNS = ("File", "Line", "Status", "Who", "Date", "Amount", "Text", "Why")
FILE, LINE, STATUS, WHO, DATE, AMOUNT, TEXT, WHY = range(len(COLUMNS))
_RIGHT = {LINE, DATE, AMOUNT}
_LONGEST = 200


class CheckTableModel(QAbstractTableModel):
    """Wrong rows first, all of them that the plan names; then the first rows of each sheet in their order."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._all: list[PreviewRow] = []
        self._shown: list[PreviewRow] = []
        self._status: Status | None = None
        self.dress(LIGHT)

    def show_plan(self, plan: ImportPlan) -> None:
        self.beginResetModel()
        self._all = [*_wrong_rows(plan), *(row for row in plan.preview if row.status is not Status.WRONG)]
        self._shown = self._fitting()
        self.endResetModel()

    def set_filter(self, status: Status | None) -> None:
        """Show the rows of one status, or all."""
        self.beginResetModel()
        self._status = status
        self._shown = self._fitting()
        self.endResetModel()

    def at(self, row: int) -> PreviewRow:
        return self._shown[row]

    @property
    def shown(self) -> Sequence[PreviewRow]:
        return self._shown

    def dress(self, tokens: Tokens) -> None:
        self._muted, self._bad = QBrush(QColor(tokens.muted)), QBrush(QColor(tokens.bad))
        self._warning = icon("warning", tokens.bad)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _Role.DisplayRole:
            return COLUMNS[section]
        return _alignment(section) if role == _Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._text(row, column)
        if role == _Role.TextAlignmentRole:
            return _alignment(column)
        if role == _Role.ForegroundRole:
            return self._colour(row, column)
        if role == _Role.DecorationRole:
            return self._warning if column == STATUS and row.status is Status.WRONG else None
        return (self._text(row, column) or None) if role == _Role.ToolTipRole else None

    def _text(self, row: PreviewRow, column: int) -> str:
        """A wrong row has nothing to show but why; it says so in the place of the rest."""
        if row.status is Status.WRONG and column > STATUS:
            return _line(row.why) if column == WHO else ""
        if column in {DATE, AMOUNT}:
            return (self._formats.date(row.on) if row.on else "") if column == DATE else self._measure(row)
        if column == LINE:
            return self._formats.number(row.line)
        status = STATUSES[row.status][0]
        return _line({FILE: row.file, STATUS: status, WHO: row.who, TEXT: row.text, WHY: row.why}[column])

    def _measure(self, row: PreviewRow) -> str:
        if row.value is None:
            return ""
        return self._formats.hours(row.value) if row.kind is Kind.WORK else self._formats.money(row.value)

    def _colour(self, row: PreviewRow, column: int) -> QBrush | None:
        if row.status is Status.WRONG:
            return self._bad if column in {STATUS, WHO} else None
        secondary = column in {FILE, LINE, TEXT, WHY} or row.status is not Status.NEW
        return self._muted if secondary else None

    def _fitting(self) -> list[PreviewRow]:
        return [row for row in self._all if self._status in (None, row.status)]


def _wrong_rows(plan: ImportPlan) -> list[PreviewRow]:
    """Every wrong row that the plan names, in or beyond the preview; the kind does not show."""
    return [
        PreviewRow(
            issue.file, issue.line, Kind.PEOPLE, Status.WRONG, why=f"{issue.column}: {issue.reason} {issue.remedy}"
        )
        for issue in plan.issues
    ]


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
