"""The lines of a file beside its rows, as an editor numbers them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from balancer_desktop.ui.theme.metrics import GAP, ROW
from balancer_desktop.ui.theme.palette import tokens_of


class LineNumbers(QHeaderView):
    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setAccessibleName("Lines of the file")
        self.setDefaultSectionSize(ROW)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sectionSizeFromContents(self, index: int) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._number(index)) + 2 * GAP, ROW)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        tokens = tokens_of(self.palette())
        painter.fillRect(rect, QColor(tokens.surface))
        painter.setPen(QColor(tokens.muted))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -GAP, 0), int(side), self._number(index))

    def _number(self, index: int) -> str:
        return self.model().headerData(index, Qt.Orientation.Vertical) or ""
