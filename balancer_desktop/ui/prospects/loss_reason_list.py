"""The reasons of loss, numbered: a digit or the first letters choose one, and none is chosen by itself."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from balancer_desktop.ui.people.reason_list import ReasonList

_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home)
_MOST = 9
"""So many digits there are."""


class LossReasonList(ReasonList):
    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Numbered(self))

    @property
    def chosen(self) -> int:
        """The row, -1 while none is chosen: the one that the keyboard stands on does not count yet."""
        chosen = self.selectionModel().selectedRows()
        return chosen[0].row() if chosen else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first arrow chooses where one stands."""
        if event.key() in _ARROWS and self.chosen < 0 and self.count():
            self.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        digit = int(search) if search.isascii() and search.isdigit() else 0
        if 0 < digit <= min(self.count(), _MOST):
            self.setCurrentRow(digit - 1)
        else:
            super().keyboardSearch(search)


class _Numbered(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        number = str(index.row() + 1) if index.row() < _MOST else " "
        option.text = f"{number}  {option.text}"
