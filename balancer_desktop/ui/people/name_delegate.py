"""A name, strong, and after it the tags, muted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from balancer_desktop.ui.people.cell_delegate import CellDelegate
from balancer_desktop.ui.people.people_table_model import TAGS
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import BETWEEN

_ROOM_FOR_TAGS = 44
"""With less, a crumb of a tag would be all that is read."""


class NameDelegate(CellDelegate):
    """Paints the first column of a table of people."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.font = typeface.strong(self._view.font())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        tags = index.data(TAGS)
        if tags:
            self._paint_tags(painter, option, index, tags)

    def _paint_tags(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        tags: str,
    ) -> None:
        said = QStyleOptionViewItem(option)
        self.initStyleOption(said, index)
        style = self._view.style()
        words: QRect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, said, self._view)
        after = words.left() + self._strong_width(index.data()) + BETWEEN
        words.setLeft(after)
        if words.width() < _ROOM_FOR_TAGS:
            return
        painter.save()
        painter.setFont(typeface.small(self._view.font()))
        painter.setPen(self._view.palette().placeholderText().color())
        elided = painter.fontMetrics().elidedText(tags, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), elided)
        painter.restore()

    def _strong_width(self, name: str) -> int:
        return QFontMetrics(typeface.strong(self._view.font())).horizontalAdvance(name)
