"""The surface of each side: keep plain, win back in level lines, gain dotted; hatching marks the unfinished month."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from balancer_desktop.domain.side import Side
from balancer_desktop.ui.theme.tokens import Tokens, mixed

TILE = 6
"""Side of the repeated square, in device-independent pixels."""


def fill(painter: QPainter, rect: QRectF, side: Side, tokens: Tokens, *, faded: bool = False) -> None:
    """Covers the rectangle and draws its edge: solid, or dashed when the month is unfinished (faded)."""
    ratio = painter.device().devicePixelRatio()
    painter.drawTiledPixmap(rect, _tile(side, tokens, ratio, faded), QPointF())
    pen = QPen(QColor(tokens.ink(side)), 1)
    if faded:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


@lru_cache(maxsize=64)
def _tile(side: Side, tokens: Tokens, ratio: float, faded: bool) -> QPixmap:  # noqa: FBT001 - a cache key
    ground = mixed(tokens.fill(side), tokens.surface, 0.4) if faded else tokens.fill(side)
    if tokens.dark:  # its inks are paler than its fills; grain is seen better when it is darker
        ink = tokens.fill(side) if faded else mixed(ground, tokens.surface, 0.6)
    else:
        ink = mixed(tokens.ink(side), ground, 0.45 if faded else 0.1)
    tile = QPixmap(round(TILE * ratio), round(TILE * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if side is Side.WIN_BACK:
        _level(painter, QColor(ink))
    elif side is Side.GAIN:
        _dot(painter, QColor(ink))
    if faded:
        _slant(painter, QColor(tokens.surface))
    painter.end()
    return tile


def _level(painter: QPainter, ink: QColor) -> None:
    for height in (TILE * 0.25, TILE * 0.75):
        painter.fillRect(QRectF(0, height - 0.5, TILE, 1), ink)


def _slant(painter: QPainter, ink: QColor) -> None:
    """One line from corner to corner, and the corners of its neighbours, so that tiles join."""
    painter.setPen(QPen(ink, 1.8))
    for shift in (-TILE, 0, TILE):
        painter.drawLine(QPointF(shift - 1, TILE + 1), QPointF(shift + TILE + 1, -1))


def _dot(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(TILE / 2, TILE / 2), 1.25, 1.25)
