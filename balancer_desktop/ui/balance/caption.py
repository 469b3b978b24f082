"""A line over a plot: what its axis counts, and beside it what the shaded band is."""

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from balancer_desktop.ui.balance.plot_items import band_colour
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

_SWATCH = 18.0


class Caption(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Text at the left; at the right, when there is one, a swatch of the band with its own text."""

    def __init__(self) -> None:
        super().__init__()
        self._text = self._band = ""
        self._font, self._tokens = QFont(), LIGHT

    def show_text(self, text: str, band: str = "") -> None:
        if (text, band) != (self._text, self._band):
            self._text, self._band = text, band
            self.update()

    def restyle(self, font: QFont, tokens: Tokens) -> None:
        self._font, self._tokens = font, tokens
        height = QFontMetricsF(font).height() + 10
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        box, metrics = self.rect(), QFontMetricsF(self._font)
        painter.setFont(self._font)
        painter.setPen(QColor(self._tokens.muted))
        room = box.width()
        if self._band:
            right = metrics.horizontalAdvance(self._band)
            room -= right + _SWATCH + 14
            painter.drawText(QPointF(box.right() - right, box.center().y() + metrics.capHeight() / 2), self._band)
            swatch = QRectF(box.right() - right - _SWATCH - 6, box.center().y() - 6, _SWATCH, 12)
            painter.fillRect(swatch, band_colour(self._tokens))
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(box.left(), box.center().y() + metrics.capHeight() / 2), text)
