"""What is drawn inside the two plots: the stacked bars, and the share against its target band.

They map their corners to pixels themselves, so that textures keep their grain, lines stay one pixel wide, and edges
fall on whole pixels at any zoom. Imported only with pyqtgraph.
"""

from dataclasses import dataclass, field, replace

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from balancer_desktop.domain.mix import MixMonth
from balancer_desktop.domain.mix_finding import place
from balancer_desktop.domain.month import Month
from balancer_desktop.ui.balance import textures
from balancer_desktop.ui.balance.marks import mark
from balancer_desktop.ui.balance.stack import Cursor, segments
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens, mixed

BAR = 0.72
"""A bar's part of its month's width, up to WIDEST pixels."""
WIDEST = 72.0


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the items show; the next one replaces it whole."""

    months: tuple[MixMonth, ...] = ()
    band: tuple[float, float] = (0.0, 0.0)
    unfinished: Month | None = None
    tokens: Tokens = LIGHT
    font: QFont = field(default_factory=QFont)
    cursor: Cursor | None = None
    rules: tuple[int, ...] = ()
    """Heights of the faint lines across, in the plot's own unit."""
    label: str = ""
    """Written beside the share of the last complete month."""


class _Item(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """A drawing over the whole of its view box."""

    reach = 0.5
    """How many months to either side a month's figures show."""

    def __init__(self) -> None:
        super().__init__()
        self.scene_now = Scene()
        self._bounds = QRectF(-0.5, 0, 1, 1)
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # to be told what is exposed

    def setOpts(self, shown: Scene, low: float, high: float) -> None:
        """Shows this from now on, over the heights low..high; only the months that differ are painted again."""
        bounds = QRectF(-0.5, low, max(1, len(shown.months)), high - low)
        if (shown, bounds) == (self.scene_now, self._bounds):
            return
        before, self.scene_now = self.scene_now, shown
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
            self.update()
        elif len(before.months) != len(shown.months) or replace(before, months=shown.months) != shown:
            self.update()
        else:
            for index, (old, new) in enumerate(zip(before.months, shown.months, strict=True)):
                if old != new:
                    self.update(QRectF(index - self.reach, low, 2 * self.reach, high - low))

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        to_pixels, exposed = painter.worldTransform(), option.exposedRect
        first, last = round(exposed.left()), round(exposed.right())
        painter.save()
        painter.resetTransform()
        self._rules(painter, to_pixels)
        self._draw(painter, to_pixels, range(max(first, 0), min(last + 1, len(self.scene_now.months))))
        painter.restore()

    def _rules(self, painter: QPainter, to_pixels: QTransform) -> None:
        """The month under the cursor shaded, the faint grid, and zero a little stronger."""
        shown, box = self.scene_now, to_pixels.mapRect(self._bounds)
        if shown.cursor is not None:
            column = QRectF(shown.cursor.index - 0.5, self._bounds.top(), 1, self._bounds.height())
            painter.fillRect(to_pixels.mapRect(column), QColor(shown.tokens.hover))
        for height in shown.rules:
            y = round(to_pixels.map(QPointF(0, height)).y()) + 0.5
            painter.setPen(QColor(shown.tokens.control if height == 0 else shown.tokens.line))
            painter.drawLine(QLineF(box.left(), y, box.right(), y))

    def _draw(self, painter: QPainter, to_pixels: QTransform, exposed: range) -> None:
        """exposed: the months that have to be painted; the painter is clipped to them."""
        raise NotImplementedError


class BarsItem(_Item):
    """Keep, win back and gain stacked from zero."""

    def _draw(self, painter: QPainter, to_pixels: QTransform, exposed: range) -> None:
        shown = self.scene_now
        for index in exposed:
            month = shown.months[index]
            for piece in segments(month):
                rect = _bar(to_pixels, index, piece.low, piece.high)
                textures.fill(painter, rect, piece.side, shown.tokens, faded=month.month == shown.unfinished)
                if shown.cursor == Cursor(index, piece.side):
                    painter.setPen(QPen(QColor(shown.tokens.text), 2))
                    painter.drawRect(rect)


class ShareItem(_Item):
    """The acquisition share of each month as a line with marks over the shaded target."""

    reach = 2  # the lines to its neighbours, and the label, which may be wider than a month

    def _rules(self, painter: QPainter, to_pixels: QTransform) -> None:
        shown = self.scene_now
        super()._rules(painter, to_pixels)
        low, high = (end * 100 for end in shown.band)
        band = to_pixels.mapRect(QRectF(self._bounds.left(), low, self._bounds.width(), high - low))
        painter.fillRect(band, band_colour(shown.tokens))

    def _draw(self, painter: QPainter, to_pixels: QTransform, exposed: range) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.scene_now
        points = {
            index: to_pixels.map(QPointF(index, month.share * 100))
            for index, month in enumerate(shown.months)
            if month.share is not None
        }
        painter.setPen(QPen(QColor(shown.tokens.muted), 1.6))
        painter.drawLines([QLineF(points[i], points[i + 1]) for i in points if i + 1 in points])
        for index in exposed:
            if index in points:
                share = shown.months[index].share or 0.0
                mark(painter, points[index], place(share, shown.band), shown.tokens)
        self._label(painter, to_pixels, points)

    def _label(self, painter: QPainter, to_pixels: QTransform, points: dict[int, QPointF]) -> None:
        """Above its mark where there is room, else below."""
        shown = self.scene_now
        complete = [index for index in points if shown.months[index].month != shown.unfinished]
        if not complete or not shown.label:
            return
        at, metrics = points[complete[-1]], QFontMetricsF(shown.font)
        top = to_pixels.mapRect(self._bounds).top()
        above = at.y() - 8 - metrics.height() >= top
        baseline = at.y() - 8 - metrics.descent() if above else at.y() + 8 + metrics.ascent()
        width = metrics.horizontalAdvance(shown.label)
        right = to_pixels.mapRect(self._bounds).right()
        painter.setFont(shown.font)
        painter.setPen(QColor(shown.tokens.text))
        painter.drawText(QPointF(min(at.x() - width / 2, right - width), baseline), shown.label)


def band_colour(tokens: Tokens) -> QColor:
    return QColor(mixed(tokens.surface, tokens.good, 0.2 if tokens.dark else 0.14))


def _bar(to_pixels: QTransform, index: int, low: int, high: int) -> QRectF:
    """A piece on whole pixels, at least one high, and no wider than WIDEST."""
    rect = to_pixels.mapRect(QRectF(index - BAR / 2, low, BAR, high - low))
    width = min(rect.width(), WIDEST)
    left, right = round(rect.center().x() - width / 2), round(rect.center().x() + width / 2)
    top, bottom = round(rect.top()), round(rect.bottom())
    return QRectF(left, min(top, bottom - 1), right - left, max(1, bottom - top))
