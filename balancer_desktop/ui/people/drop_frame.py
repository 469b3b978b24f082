"""A frame that shows where files may be dropped: a dashed line where nothing lies yet, the accent while they hover."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from balancer_desktop.ui.theme.metrics import RADIUS
from balancer_desktop.ui.theme.palette import tokens_of


class DropFrame(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._inviting = self._hovered = False

    @property
    def is_hovered(self) -> bool:
        return self._hovered

    def set_inviting(self, *, inviting: bool) -> None:
        self._inviting = inviting
        self.update()

    def set_hovered(self, *, hovered: bool) -> None:
        self._hovered = hovered
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._inviting and not self._hovered:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.SolidLine if self._hovered else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(tokens.accent if self._hovered else tokens.control), 1.6, style))
        painter.setBrush(QColor(tokens.selected) if self._hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()
