"""The funnel as a picture: what became of everything in a stage, what part moved on, and how long it stayed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from balancer_desktop.domain.pipeline.funnel import StageFlow
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects import funnel_words
from balancer_desktop.ui.prospects.funnel_shapes import WAYS, Shapes, parts, ticks, total
from balancer_desktop.ui.prospects.funnel_textures import fill
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import GAP, RADIUS, UNIT
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tokens import Tokens

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_LEGEND = {"won": "won", "moved_on": "moved on", "moved_back": "moved back", "lost": "lost", "still": "still there"}
_SWATCH = 12.0


class FunnelPicture(QWidget):
    """Up and Down walk the stages, Enter or a click wants one; the one pointed at or walked to is told."""

    pointed = Signal(int)
    """The number of the stage pointed at or walked to, -1 for none."""
    wanted = Signal(int)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._stages: tuple[StageFlow, ...] = ()
        self._hovered, self._walked = -1, 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def stage(self) -> int:
        """The number of the stage that is told, -1 for none."""
        return self._hovered if self._hovered >= 0 else self._walked if self.hasFocus() else -1

    def show_stages(self, stages: Sequence[StageFlow], finding: str) -> None:
        self._stages = tuple(stages)
        self._walked = min(self._walked, max(len(stages) - 1, 0))
        self.setAccessibleName(finding)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(640, 62 + 40 * max(len(self._stages), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 62 + 26 * max(len(self._stages), 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -len(self._stages)}
        steps[Qt.Key.Key_End] = len(self._stages)
        by = steps.get(Qt.Key(event.key()))
        if by is not None and self._stages:
            self._walked = min(max(self._walked + by, 0), len(self._stages) - 1)
            self._hovered = -1
            self._tell()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._stages:
            self.wanted.emit(self._walked)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._shapes().stage_at(event.position().y())
        if number != self._hovered:
            self._hovered = number
            self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._shapes().stage_at(event.position().y())
        if number >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._walked = number
            self.wanted.emit(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = -1
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter, shapes = tokens_of(self.palette()), QPainter(self), self._shapes()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._legend(painter, shapes, tokens)
        self._grid(painter, shapes, tokens)
        for number, stage in enumerate(self._stages):
            if number == self.stage:
                self._mark(painter, shapes.band(number), tokens)
            self._name(painter, shapes, number, stage, tokens)
            self._bar(painter, shapes, number, stage, tokens)
            self._share(painter, shapes, number, stage, tokens)
            self._time(painter, shapes, number, stage, tokens)
        painter.end()

    def _legend(self, painter: QPainter, shapes: Shapes, tokens: Tokens) -> None:
        """The parts of the bars, in their order, right above them."""
        painter.setFont(self._small())
        x, metrics = shapes.bars[0], QFontMetricsF(self._small())
        there = {part.way for stage in self._stages for part in parts(stage.flow)}
        for way in (way for way in WAYS if way in there):
            fill(painter, QRectF(x, 4, _SWATCH, _SWATCH), way, tokens)
            painter.setPen(QColor(tokens.muted))
            x += _SWATCH + UNIT
            painter.drawText(QRectF(x, 0, 200, 20), _LEFT, _LEGEND[way])
            x += metrics.horizontalAdvance(_LEGEND[way]) + 2 * GAP

    def _grid(self, painter: QPainter, shapes: Shapes, tokens: Tokens) -> None:
        """Faint lines, their figures, and the names of the axes with their units."""
        painter.setFont(self._small())
        top, bottom = shapes.band(0).top(), shapes.bottom
        counts = [(shapes.count_x(tick), self._formats.number(tick)) for tick in ticks(shapes.most)]
        shares = [(shapes.share_x(part), self._formats.percent(part)) for part in (0.0, 0.5, 1.0)]
        for x, text in (*counts, *shares):
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QRectF(x - 40, bottom + 2, 80, 16), _TOP, text)
        for (left, right), text in (
            (shapes.bars, "Opportunities in the stage"),
            (shapes.shares, "Moved on or won, 95 % interval"),
        ):
            painter.drawText(QRectF(left - 40, bottom + 18, right - left + 80, 18), _TOP, text)
        times = QRectF(shapes.times, bottom + 18, shapes.width - shapes.times, 18)
        painter.drawText(times, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "Median time there")

    def _mark(self, painter: QPainter, band: QRectF, tokens: Tokens) -> None:
        painter.setPen(QPen(QColor(tokens.accent), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.hover))
        painter.drawRoundedRect(band.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _name(self, painter: QPainter, shapes: Shapes, number: int, stage: StageFlow, tokens: Tokens) -> None:
        rect = shapes.band(number).adjusted(UNIT, 0, 0, 0)
        rect.setWidth(shapes.names - 2 * UNIT)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text))
        shown = QFontMetricsF(self.font()).elidedText(stage.stage.name, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, shown)

    def _bar(self, painter: QPainter, shapes: Shapes, number: int, stage: StageFlow, tokens: Tokens) -> None:
        painter.setFont(self._small())
        metrics = QFontMetricsF(self._small())
        for part in parts(stage.flow):
            rect, text = shapes.bar(number, part), self._formats.number(part.many)
            fill(painter, rect, part.way, tokens)
            room = metrics.horizontalAdvance(text) + 2 * UNIT
            if room <= rect.width():
                plate = QRectF(0, 0, room, metrics.height())
                plate.moveCenter(rect.center())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.surface))
                painter.drawRoundedRect(plate, 3, 3)
                painter.setPen(QColor(tokens.text))
                painter.drawText(plate, _MIDDLE, text)
        end = shapes.count_x(total(stage.flow)) + UNIT
        room = shapes.bars[1] + 20 - end
        words = f"{self._formats.number(stage.flow.entered)} entered"
        if stage.flow.entered and metrics.horizontalAdvance(words) <= room:
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QRectF(end, shapes.band(number).top(), room, shapes.row), _LEFT, words)

    def _share(self, painter: QPainter, shapes: Shapes, number: int, stage: StageFlow, tokens: Tokens) -> None:
        """A point on its whiskers; nothing where nothing left the stage."""
        proportion, y = stage.flow.conversion, shapes.band(number).center().y()
        if proportion.share is None:
            return
        low, high = (shapes.share_x(end) for end in proportion.interval)
        painter.setPen(QPen(QColor(tokens.text), 1.4))
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        for end in (low, high):
            painter.drawLine(QPointF(end, y - 4), QPointF(end, y + 4))
        painter.setBrush(QColor(tokens.gain))
        painter.drawEllipse(QPointF(shapes.share_x(float(proportion.share)), y), 4.5, 4.5)

    def _time(self, painter: QPainter, shapes: Shapes, number: int, stage: StageFlow, tokens: Tokens) -> None:
        band = shapes.band(number)
        rect = QRectF(shapes.times, band.top(), shapes.width - shapes.times, band.height())
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text))
        painter.drawText(rect, _LEFT, funnel_words.time(stage.time.completed))

    def _small(self) -> QFont:
        return typeface.small(self.font())

    def _shapes(self) -> Shapes:
        most = max((total(stage.flow) for stage in self._stages), default=1)
        return Shapes(float(self.width()), float(self.height()), len(self._stages), max(most, 1))

    def _tell(self) -> None:
        number = self.stage
        said = funnel_words.in_full(self._stages[number], self._formats) if 0 <= number < len(self._stages) else ""
        self.setAccessibleDescription(said)
        self.update()
        self.pointed.emit(number)
