"""Whom to tell what became of somebody they sent, as rows of a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from balancer_desktop.app.referrers import ToTell
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects import inquiry_words
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
WHO, ABOUT, BECAME, SINCE = range(4)
_TITLES = ("Tell", "About", "What became of it", "Since")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ThanksModel(QAbstractTableModel):
    """The longest due first, as they are put in."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.items: Sequence[ToTell] = ()
        self.dress(LIGHT)

    def dress(self, tokens: Tokens) -> None:
        """Colour for light or dark."""
        self._muted = QBrush(QColor(tokens.muted))

    def set_items(self, items: Sequence[ToTell]) -> None:
        if list(items) != list(self.items):
            self.beginResetModel()
            self.items = items
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self.items[index.row()], index.column()
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            about = " · ".join(filter(None, (item.about, " ".join(item.title.split()))))
            return (item.referrer, about, inquiry_words.became(item), self._formats.date(item.since))[column]
        if role == _Role.TextAlignmentRole and column == SINCE:
            return _RIGHT
        return self._muted if role == _Role.ForegroundRole and column in (BECAME, SINCE) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _Role.TextAlignmentRole and section == SINCE:
            return _RIGHT
        return _TITLES[section] if role == _Role.DisplayRole else None
