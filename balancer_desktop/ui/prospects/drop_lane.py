"""A part of the board on which an opportunity can be dropped, and shows that it can."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from balancer_desktop.ui.dragging import dragged_opportunity
from balancer_desktop.ui.theme.metrics import RADIUS
from balancer_desktop.ui.theme.palette import tokens_of


class DropLane(QWidget):
    hovered = Signal()
    """Something that can be dropped here is over it now."""
    dropped = Signal(int)
    """This opportunity was dropped here."""

    def __init__(self) -> None:
        super().__init__()
        self._hovered = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_opportunity(event.mimeData()):
            event.acceptProposedAction()
            self._hover(over=True)
            self.hovered.emit()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dragged_opportunity(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._hover(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(over=False)
        opportunity_id = dragged_opportunity(event.mimeData())
        if opportunity_id:
            event.acceptProposedAction()
            self.dropped.emit(opportunity_id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent), 1.6) if self._hovered else QPen(QColor(tokens.line)))
        painter.setBrush(QColor(tokens.selected if self._hovered else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS + 2, RADIUS + 2)
        painter.end()

    def _hover(self, *, over: bool) -> None:
        self._hovered = over
        self.update()
