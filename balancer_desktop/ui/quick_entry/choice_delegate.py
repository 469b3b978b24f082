"""Paints a choice in line with the words above it: its ground to the edge, its text not."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from balancer_desktop.ui.theme.metrics import GAP, ROW

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChoiceDelegate(QStyledItemDelegate):
    """One line of text, cut in the middle where it is too long."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.fontMetrics.horizontalAdvance(index.data()) + 2 * GAP + 1, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        place = option.rect.adjusted(GAP, 0, -GAP, 0)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideMiddle, place.width())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        style.drawItemText(painter, place, _LEFT, option.palette, True, shown, role)  # noqa: FBT003 - Qt's own
