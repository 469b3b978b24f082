"""Cells whose sign takes no more room than a letter or two: the words are what is read."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyleOptionViewItem

from balancer_desktop.ui.people.cell_delegate import CellDelegate

_SIGN = QSize(14, 14)


class SignDelegate(CellDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.decorationSize = _SIGN
