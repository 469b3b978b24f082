"""Cells whose focus is a plain outline in the accent."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from balancer_desktop.ui.theme.palette import tokens_of

_FOCUS = QStyle.StateFlag.State_HasFocus


class CellDelegate(QStyledItemDelegate):
    """Fusion's own mark is a shaded box, which looks like a button in a flat table."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not option.state & _FOCUS:
            super().paint(painter, option, index)
            return
        option.state &= ~_FOCUS
        super().paint(painter, option, index)
        painter.setPen(QColor(tokens_of(option.palette).accent))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -2))
