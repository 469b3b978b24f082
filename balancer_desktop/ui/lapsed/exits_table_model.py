"""How many left for each reason, by year: classes of reasons with their sums, and under each its reasons."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from balancer_desktop.app.exits import ExitsSummary
from balancer_desktop.domain.exits import performance_words
from balancer_desktop.ui.people.words import CLASSES
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
PART = _Role.UserRole
"""How long the bar behind a figure is, of the largest in the table: 0..1."""
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    years: Counter[int]
    strong: bool = False


class ExitsTableModel(QAbstractTableModel):
    """The years are columns, the latest last, then the sum of all years there are."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._strong = typeface.strong(font)
        self._lines: list[_Line] = []
        self._years: list[int] = []
        self._most = 1
        self.dress(LIGHT)

    def dress(self, tokens: Tokens) -> None:
        self._muted = QBrush(QColor(tokens.muted))

    def show_summary(self, summary: ExitsSummary, most_years: int) -> None:
        self.beginResetModel()
        self._years = [int(year) for year in summary.years][-most_years:]
        self._lines = _lines(summary) if summary.exits else []
        self._most = max([1, *(line.years[year] for line in self._lines for year in self._years)])
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2 + len(self._years)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _Role.DisplayRole:
            return ["Why they left", *map(str, self._years), "All years"][section]
        return _RIGHT if role == _Role.TextAlignmentRole and section else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._text(line, column)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column else None
        if role == PART and 0 < column <= len(self._years):
            return line.years[self._years[column - 1]] / self._most
        if role == _Role.FontRole and line.strong:
            return self._strong
        return self._muted if role == _Role.ForegroundRole and not line.strong else None

    def _text(self, line: _Line, column: int) -> str:
        if not column:
            return line.words if line.strong else f"{_INDENT}{line.words}"
        count = line.years.total() if column > len(self._years) else line.years[self._years[column - 1]]
        return f"{count:,}" if count else ""


def _lines(summary: ExitsSummary) -> list[_Line]:
    lines = []
    for kind, words in CLASSES.items():
        of_kind = [line for line in summary.lines if line.reason.kind is kind]
        if of_kind:
            lines.append(_Line(words, sum((line.years for line in of_kind), Counter()), strong=True))
            lines += [_Line(line.reason.label, line.years) for line in of_kind]
    everybody = Counter(one.on.year for one in summary.exits)
    return [*lines, _Line("Everybody who left", everybody, strong=True)]


def because_of_us(summary: ExitsSummary) -> str:
    """A sentence on this year's losses that are ours: a range while nobody knows why some left."""
    year, counts = list(summary.years.items())[-1]
    if not counts.total:
        return f"Nobody has left in {year}."
    whom = f"{performance_words(counts)} of the {counts.total} who left in {year} left because of us"
    return f"{whom}: nobody knows why {counts.unknown} did." if counts.unknown else f"{whom}."
