"""Cells of a table whose rows are chosen as a whole: the focus shows only where the selection does not."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from balancer_desktop.ui.theme.palette import tokens_of

_State = QStyle.StateFlag


class RowCells(QStyledItemDelegate):
    """Fusion's own focus mark is a shaded box around one cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        focused, selected = option.state & _State.State_HasFocus, option.state & _State.State_Selected
        option.state &= ~_State.State_HasFocus
        super().paint(painter, option, index)
        if focused and not selected:
            painter.setPen(QColor(tokens_of(option.palette).accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
