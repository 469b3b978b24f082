"""Inquiries as rows of a table. Lines and the time that passed are put in; the book is not known here."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from balancer_desktop.app.inquiry_list import InquiryLine
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryState
from balancer_desktop.domain.text import one_line
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects import inquiry_words
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
KNOWN = _Role.UserRole + 1
"""What somebody is already, in a word; an empty text for who is not in the book."""
WHO, HOW, ASKED, REFERRER, STATE, AGE = range(6)
TITLES = ("Who", "How", "What was asked", "Referred by", "State", "Waited")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Age(NamedTuple):
    """words: the working time until the first answer, or until now. told: the same in a sentence. late: beyond goal."""

    words: str
    told: str = ""
    late: bool = False


class InquiriesModel(QAbstractTableModel):
    """In the order in which the lines are put in."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._today = date.min
        self._lines: Sequence[InquiryLine] = ()
        self._age: Callable[[Inquiry], Age] = lambda _: Age("")
        self._ages: list[Age] = []
        self.dress(LIGHT)

    @property
    def lines(self) -> Sequence[InquiryLine]:
        return self._lines

    def dress(self, tokens: Tokens) -> None:
        """Colour for light or dark."""
        self._muted, self._bad, self._warn = (QBrush(QColor(c)) for c in (tokens.muted, tokens.bad, tokens.warn))

    def set_lines(self, lines: Sequence[InquiryLine], age: Callable[[Inquiry], Age], today: date) -> None:
        self.beginResetModel()
        self._lines, self._age, self._today = lines, age, today
        self._ages = [age(line.inquiry) for line in lines]
        self.endResetModel()

    def tick(self, age: Callable[[Inquiry], Age]) -> None:
        """Another minute has gone by: only those that still wait grow older."""
        self._age = age
        for row, line in enumerate(self._lines):
            if line.inquiry.responded is None and self._ages[row] != (fresh := age(line.inquiry)):
                self._ages[row] = fresh
                self.dataChanged.emit(self.index(row, AGE), self.index(row, AGE))

    def place(self, inquiry_id: int) -> int:
        """The row of an inquiry, -1 when it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.inquiry.id == inquiry_id), -1)

    def age(self, row: int) -> Age:
        return self._ages[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == _Role.DisplayRole:
            return one_line(self._text(row, column)) or None
        if role == _Role.ToolTipRole:
            return self._tip(row, column) or None
        if role == _Role.ForegroundRole:
            return self._colour(row, column)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column == AGE else None
        return self._known(row, role) if column == WHO else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _Role.TextAlignmentRole and section == AGE:
            return _RIGHT
        if role == _Role.ToolTipRole and section == AGE:
            return "Your working time until somebody answered, or until now"
        return TITLES[section] if role == _Role.DisplayRole else None

    def _known(self, row: int, role: int) -> str | None:
        line = self._lines[row]
        known = inquiry_words.known_as(line)
        if role == KNOWN:
            return known
        return " · ".join(filter(None, (line.who, known))) if role == _Role.AccessibleTextRole else None

    def _text(self, row: int, column: int) -> str:
        line = self._lines[row]
        one = line.inquiry
        if column == AGE:
            return f"⚠ {self._ages[row].words}" if self._ages[row].late else self._ages[row].words
        if column == STATE:
            return inquiry_words.state(one, self._today)
        return (line.who, one.channel.value.capitalize(), one.asked, line.referrer)[column]

    def _tip(self, row: int, column: int) -> str:
        line = self._lines[row]
        if column == AGE:
            return self._ages[row].told
        if column == STATE and line.inquiry.promised:
            return f"Promised: {line.inquiry.promised}"
        if column == HOW:
            return inquiry_words.received(line.inquiry, self._formats)
        return self._text(row, column)

    def _colour(self, row: int, column: int) -> QBrush | None:
        """Red is what must be done today: nobody has answered within the goal, or a promise is late."""
        one = self._lines[row].inquiry
        if column == AGE and one.state is InquiryState.WAITING:
            return self._bad if self._ages[row].late else None
        if column == STATE and one.state is InquiryState.PROMISED and one.promised_by:
            return self._bad if one.promised_by <= self._today else self._warn
        plain = (WHO, ASKED, STATE) if one.state is InquiryState.WAITING else (WHO, ASKED)
        return None if column in plain else self._muted
