"""A party's timeline as rows: when, what, in whose words, and how much."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QIcon

from balancer_desktop.app.timeline import ItemKind, TimelineItem
from balancer_desktop.ui.channel_pictures import channel_picture
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_ICONS = {
    ItemKind.STANDING: "person",
    ItemKind.OPPORTUNITY: "prospects",
    ItemKind.COURSE: "prospects",
    ItemKind.SALE: "sale",
    ItemKind.WORK: "clock",
    ItemKind.EXPENSE: "expense",
    ItemKind.STEP: "check",
}
WHEN, WHAT, NOTE, AMOUNT = range(4)
_TITLES = ("When", "What", "Note", "How much")


class TimelineModel(QAbstractTableModel):
    """Rows are put in; the book is not known here."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._items: Sequence[TimelineItem] = ()
        self._icons: dict[str, QIcon] = {}
        self.dress(LIGHT)

    def dress(self, tokens: Tokens) -> None:
        self._muted = QBrush(QColor(tokens.muted))

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        if items != self._items:
            self.beginResetModel()
            self._items = items
            self.endResetModel()

    def item(self, row: int) -> TimelineItem:
        return self._items[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], index.column()
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._text(item, column) or None
        if role == _Role.TextAlignmentRole and column == AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == _Role.ForegroundRole:
            return self._muted if column in (WHEN, NOTE) else None
        return self._picture(item) if role == _Role.DecorationRole and column == WHAT else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        return _TITLES[section] if role == _Role.DisplayRole and orientation is Qt.Orientation.Horizontal else None

    def _text(self, item: TimelineItem, column: int) -> str:
        if column == AMOUNT:
            return self._formats.hours(item.minutes) if item.minutes else self._money(item.amount)
        return (self._formats.date(item.on), item.what, item.note)[column]

    def _picture(self, item: TimelineItem) -> QIcon:
        name = channel_picture(item.channel) if item.channel else _ICONS[item.kind]
        if name not in self._icons:
            self._icons[name] = icon(name)
        return self._icons[name]

    def _money(self, amount: int | None) -> str:
        return "" if amount is None else self._formats.money(amount, symbol=True)
