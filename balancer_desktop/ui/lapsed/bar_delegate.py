"""Figures with a bar behind them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from balancer_desktop.ui.lapsed.exits_table_model import PART
from balancer_desktop.ui.people.cell_delegate import CellDelegate
from balancer_desktop.ui.theme.metrics import GAP
from balancer_desktop.ui.theme.palette import tokens_of

_THICK = 16


class BarDelegate(CellDelegate):
    """The bar grows from the left, the figure stands right: neither hides the other's end."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        part = index.data(PART) or 0.0
        if part:
            tokens, rect = tokens_of(option.palette), QRectF(option.rect)
            bar = QRectF(rect.left() + GAP, rect.center().y() - _THICK / 2, (rect.width() - 2 * GAP) * part, _THICK)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.line))
            painter.drawRoundedRect(bar, 3, 3)
            painter.restore()
        super().paint(painter, option, index)
