"""The live chart: stacked bars per month over a strip with the acquisition share. Imported late, with pyqtgraph."""

from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from balancer_desktop.domain.mix import Mix
from balancer_desktop.domain.mix_finding import target
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance.caption import Caption
from balancer_desktop.ui.balance.month_ticks import month_ticks
from balancer_desktop.ui.balance.plot_items import BarsItem, Scene, ShareItem
from balancer_desktop.ui.balance.scale import Scale, bar_scale, share_scale
from balancer_desktop.ui.balance.stack import Cursor, beside, climbed, hit
from balancer_desktop.ui.balance.words import MEASURES, spoken
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_STRIP = 3
"""The row of the share."""
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
}
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class BalanceChart(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows one Mix at a time; the next replaces it in place.

    Left and right walk the months, up and down the sides, Enter picks; so does a click.
    """

    pointed = Signal(object)
    """Cursor: the month, and perhaps the side, now read; None when nothing is."""
    picked = Signal(object, object)
    """Month, Side: the owner wants the entries behind a piece of a bar."""

    _mix: Mix | None = None
    _built = False  # the base class sends itself events while it is still being made

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._keyed: Cursor | None = None
        self._hovered: Cursor | None = None
        self._mark: tuple[Month, Side | None] | None = None
        self._scale = Scale("", 0, 1, ())
        self._frame: tuple[object, ...] = ()
        self.setAccessibleName("Balance chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(240, 200))
        self._lay_out()
        self._restyle()
        self._built = True

    def _lay_out(self) -> None:
        """Four rows: what the bars count, the bars, what the line is, the line; months below."""
        self._bars, self._share = BarsItem(), ShareItem()
        self._bars_name, self._share_name = Caption(), Caption()
        self._bars_box, self._share_box = _view_box(self._bars), _view_box(self._share)
        self._bars_axis = pg.AxisItem("left", linkView=self._bars_box, maxTickLength=0)
        self._share_axis = pg.AxisItem("left", linkView=self._share_box, maxTickLength=0)
        self._months_axis = pg.AxisItem("bottom", linkView=self._share_box, maxTickLength=0)
        grid = self.ci
        grid.setContentsMargins(UNIT, UNIT, UNIT, UNIT)  # room for the mark of focus
        grid.layout.setSpacing(0)
        grid.addItem(self._bars_name, 0, 0, 1, 2)
        grid.addItem(self._bars_axis, 1, 0)
        grid.addItem(self._bars_box, 1, 1)
        grid.addItem(self._share_name, 2, 0, 1, 2)
        grid.addItem(self._share_axis, _STRIP, 0)
        grid.addItem(self._share_box, _STRIP, 1)
        grid.addItem(self._months_axis, 4, 1)
        self._share_box.setXLink(self._bars_box)

    # -- what is shown ------------------------------------------------------------------------------------------

    def set_mix(self, mix: Mix) -> None:
        """Shows other numbers; the month under the cursor stays."""
        self._mix = mix
        self._keyed, self._hovered = self._kept(self._keyed, mix), self._kept(self._hovered, mix)
        for shown in (self, self.viewport()):
            shown.setAccessibleName(f"Balance chart, {MEASURES[mix.measure][0].lower()} per month")
        self._rescale()
        self._show_cursor()

    def _kept(self, cursor: Cursor | None, mix: Mix) -> Cursor | None:
        return beside(cursor, mix, 0) if cursor and mix.months else None

    def _rescale(self) -> None:
        mix = self._mix
        if mix is None:
            return
        height = self.height() - 5 * QFontMetricsF(self._small).height()
        scale = bar_scale(mix, self._formats, rows=max(2, min(6, int(height * 0.7 / 44))))
        share = share_scale(mix)
        frame = (scale, share, mix.band, [month.month for month in mix.months], self.size())
        if frame != self._frame:  # one more entry seldom reaches beyond it
            self._frame, self._scale = frame, scale
            self._lay_axes(mix, share)

    def _lay_axes(self, mix: Mix, share: Scale) -> None:
        self._share_ticks = tuple(value for value, _ in share.ticks)
        self._bars_name.show_text(self._scale.name)
        self._share_name.show_text(share.name, f"target {target(mix.band)}")
        low, high = self._scale.low, self._scale.high
        room = (high - low) * 0.02
        self._bars_box.setYRange(low - room, high + room, padding=0)
        self._bars_box.setXRange(-0.5, max(1, len(mix.months)) - 0.5, padding=0)
        self.ci.layout.setRowFixedHeight(_STRIP, max(56, round(self.height() * 0.19)))
        self._share_box.setYRange(-share.high * 0.1, share.high * 1.1, padding=0)
        self._bars_axis.setTicks([self._scale.ticks])
        self._share_axis.setTicks([share.ticks])
        self._align(mix, share)

    def _align(self, mix: Mix, share: Scale) -> None:
        """Both left axes as wide as the widest label, and as many months named as have room."""
        metrics = QFontMetricsF(self._small)
        labels = [text for _, text in (*self._scale.ticks, *share.ticks)]
        left = round(max(metrics.horizontalAdvance(text) for text in labels)) + 10
        self._bars_axis.setWidth(left)
        self._share_axis.setWidth(left)
        if mix.months:
            room = (self.width() - left - 2 * UNIT) / len(mix.months)
            self._months_axis.setTicks([month_ticks(mix, self._formats, room, metrics.horizontalAdvance)])

    def _redraw(self) -> None:
        mix = self._mix
        if mix is None:
            return
        shares = [month.share for month in mix.months if month.month != mix.unfinished and month.share is not None]
        shown = Scene(
            mix.months,
            mix.band,
            mix.unfinished,
            self._tokens,
            self._small,
            self.cursor_now,
            tuple(value for value, _ in self._scale.ticks),
            self._formats.percent(shares[-1]) if shares else "",
        )
        (_, (low, high)), (_, (under, over)) = self._bars_box.viewRange(), self._share_box.viewRange()
        self._bars.setOpts(shown, low, high)
        self._share.setOpts(replace(shown, rules=self._share_ticks), under, over)

    def _restyle(self) -> None:
        """Colours and font of the moment."""
        self._frame = ()
        self._tokens = tokens_of(self.palette())
        self._small = typeface.small(self.font())
        self.setBackground(self._tokens.surface)
        for axis in (self._bars_axis, self._share_axis, self._months_axis):
            axis.setTextPen(self._tokens.muted)
            axis.setPen(pg.mkPen(None))
            axis.setStyle(tickFont=self._small, tickTextOffset=6, tickAlpha=0, hideOverlappingLabels=False)
        lines = QFontMetricsF(self._small).height()
        self._months_axis.setHeight(round(lines * 2 + 8))
        for caption in (self._bars_name, self._share_name):
            caption.restyle(self._small, self._tokens)

    # -- reading ------------------------------------------------------------------------------------------------

    @property
    def cursor_now(self) -> Cursor | None:
        """What is read: under the pointer, else where the keys are, else what is marked, else nothing."""
        return self._hovered or (self._keyed if self.hasFocus() else None) or self._marked()

    def mark(self, month: Month | None, side: Side | None = None) -> None:
        """Keeps one piece outlined, as the one whose entries are listed; None for none."""
        self._mark = (month, side) if month is not None else None
        self._show_cursor()

    def _marked(self) -> Cursor | None:
        if self._mark is None or self._mix is None:
            return None
        months = [month.month for month in self._mix.months]
        return Cursor(months.index(self._mark[0]), self._mark[1]) if self._mark[0] in months else None

    def _show_cursor(self) -> None:
        self._redraw()
        cursor, mix = self.cursor_now, self._mix
        if mix is not None and mix.months:
            read = cursor or Cursor(len(mix.months) - 1)
            self.setAccessibleDescription(spoken(mix.months[read.index], read.side, mix, self._formats))
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.pointed.emit(cursor)

    def _pick(self, cursor: Cursor | None) -> None:
        if self._mix is not None and cursor is not None and cursor.side is not None:
            self.picked.emit(self._mix.months[cursor.index].month, cursor.side)

    def cursor_at(self, position: QPoint) -> Cursor | None:
        """The month and side drawn at a point of the widget."""
        mix, at = self._mix, self.mapToScene(position)
        if mix is None or not mix.months:
            return None
        for box in (self._bars_box, self._share_box):
            if box.sceneBoundingRect().contains(at):
                there: QPointF = box.mapSceneToView(at)
                index = max(0, min(len(mix.months) - 1, round(there.x())))
                return Cursor(index, hit(mix.months[index], there.y()) if box is self._bars_box else None)
        return None

    # -- pointer and keys; nothing of pyqtgraph's own panning, zooming and menus ----------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.cursor_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cursor = self.cursor_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and cursor is not None:
            self._keyed = cursor
            self._pick(cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, cursor: Cursor | None) -> None:
        if cursor != self._hovered:
            self._hovered = cursor
            shape = Qt.CursorShape.PointingHandCursor if cursor and cursor.side else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self._show_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mix, key = self._mix, Qt.Key(event.key())
        if mix is None or not mix.months:
            event.ignore()
        elif key in _STEPS:
            self._walk(beside(self._key_cursor(mix), mix, _STEPS[key]))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(climbed(self._key_cursor(mix), mix, 1 if key is Qt.Key.Key_Up else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._keyed)
        else:
            event.ignore()

    def _key_cursor(self, mix: Mix) -> Cursor:
        return self._keyed or Cursor(len(mix.months) - 1)

    def _walk(self, cursor: Cursor) -> None:
        """The keys take over from a pointer that happens to rest on the chart."""
        self._keyed, self._hovered = cursor, None
        self._show_cursor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._mix is not None and self._mix.months and event.reason() in _BY_KEY:
            self._keyed = self._key_cursor(self._mix)
        self._show_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_cursor()

    # -- being a widget -----------------------------------------------------------------------------------------

    def close(self) -> bool:
        """Only hides, as for any widget: pyqtgraph's own close clears the scene under items still held, and crashes."""
        return QGraphicsView.close(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if self._mix is not None:
            self._rescale()
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._built and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
            if self._mix is not None:
                self._rescale()
                self._redraw()


def _view_box(item: pg.GraphicsObject) -> pg.ViewBox:
    """A plot without mouse, menu or ranges of its own choosing, that shows one item."""
    box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
    box.disableAutoRange()
    box.addItem(item, ignoreBounds=True)
    return box
