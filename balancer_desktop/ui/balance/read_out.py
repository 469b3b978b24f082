"""One month in figures over the chart: legend and hover read-out in one, so that nothing floats or flickers."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from balancer_desktop.domain.mix import Mix, MixMonth
from balancer_desktop.domain.mix_finding import Place, place
from balancer_desktop.domain.side import MIX_SIDES, Side
from balancer_desktop.ui.balance import textures
from balancer_desktop.ui.balance.marks import mark
from balancer_desktop.ui.balance.stack import Cursor, amount
from balancer_desktop.ui.balance.words import figure, month_words, share_words, side_word, spoken
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import BETWEEN, UNIT
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tokens import Tokens

_SWATCH = 14.0


class Cell(NamedTuple):
    """A swatch (a side's texture or a place's mark), what it is, and its figure."""

    swatch: Side | Place | None
    label: str
    figure: str


class ReadOut(QWidget):
    """The month under the cursor, else the last one. Four cells in one row, or two by two where that is too narrow."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._mix: Mix | None = None
        self._heading = ""
        self._cells: list[Cell] = []
        self._pointed: Side | None = None
        self._widest: list[float] = [0.0] * 4
        self._measured: dict[MixMonth, list[float]] = {}
        """The widths of months met before: an entry changes one month, and measuring text takes time."""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_mix(self, mix: Mix) -> None:
        """Columns are as wide as their widest month needs, so that they stand still while the cursor walks."""
        before, self._mix = self._mix, mix
        if before is None or (before.measure, before.band) != (mix.measure, mix.band):
            self._measured.clear()
        self._measure_cells()
        self.point(None)

    def point(self, cursor: Cursor | None) -> None:
        """Shows the cursor's month, its side emphasized; None: the last month."""
        mix = self._mix
        if mix is None or not mix.months:
            return
        month = mix.months[cursor.index if cursor else -1]
        self._pointed = cursor.side if cursor else None
        self._heading = month_words(month, mix, self._formats)
        self._cells = self._cells_of(month, mix)
        self.setAccessibleName("Figures of the month")
        self.setAccessibleDescription(spoken(month, self._pointed, mix, self._formats))
        self.update()

    @property
    def text(self) -> str:
        """All that is written, for whoever copies or checks it."""
        return "\n".join([self._heading, *(f"{cell.label}: {cell.figure}" for cell in self._cells)])

    def _cells_of(self, month: MixMonth, mix: Mix) -> list[Cell]:
        made = [
            Cell(side, side_word(side, mix.measure), figure(amount(month, side), mix.measure, self._formats))
            for side in MIX_SIDES
        ]
        where = place(month.share, mix.band) if month.share is not None else None
        return [*made, Cell(where, "Acquisition share", share_words(month, mix, self._formats))]

    # -- layout and painting ------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = 1 if self._fits_one_row(width) else 2
        return round(self._line(self._strong()) + rows * self._cell_height() + UNIT * (rows + 1))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._strong()
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPointF(0, QFontMetricsF(strong).ascent()), self._heading)
        for cell, corner in zip(self._cells, self._corners(), strict=False):
            self._draw_cell(painter, cell, corner, tokens)

    def _draw_cell(self, painter: QPainter, cell: Cell, corner: QPointF, tokens: Tokens) -> None:
        small, body = typeface.small(self.font()), self._strong() if cell.swatch is self._pointed else self.font()
        first = self._line(small)
        box = QRectF(corner.x(), corner.y() + (first - _SWATCH) / 2 + 1, _SWATCH, _SWATCH - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, isinstance(cell.swatch, Place))
        if isinstance(cell.swatch, Side):
            textures.fill(painter, box, cell.swatch, tokens)
        elif isinstance(cell.swatch, Place):
            mark(painter, box.center(), cell.swatch, tokens)
        left = corner.x() + _SWATCH + 6
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QPointF(left, corner.y() + QFontMetricsF(small).ascent()), cell.label)
        painter.setFont(body)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPointF(left, corner.y() + first + QFontMetricsF(body).ascent()), cell.figure)

    def _corners(self) -> list[QPointF]:
        top = self._line(self._strong()) + UNIT
        if self._fits_one_row(self.width()):
            lefts, x = [], 0.0
            for width in self._widest:
                lefts.append(QPointF(x, top))
                x += width + BETWEEN
            return lefts
        column = max(self._widest[0], self._widest[2]) + BETWEEN
        below = top + self._cell_height() + UNIT
        return [QPointF(0, top), QPointF(column, top), QPointF(0, below), QPointF(column, below)]

    def _fits_one_row(self, width: int) -> bool:
        return sum(self._widest) + 3 * BETWEEN <= width

    def _measure_cells(self) -> None:
        mix = self._mix
        if mix is None:
            return
        known = self._measured
        self._measured = {month: known.get(month) or self._widths(month, mix) for month in mix.months}
        widest = [max(column) for column in zip(*self._measured.values(), strict=True)] or [0.0] * 4
        if widest != self._widest:
            self._widest = widest
            self.updateGeometry()

    def _widths(self, month: MixMonth, mix: Mix) -> list[float]:
        """What each of the month's cells takes."""
        small, strong = QFontMetricsF(typeface.small(self.font())), QFontMetricsF(self._strong())
        return [
            _SWATCH + 6 + max(small.horizontalAdvance(cell.label), strong.horizontalAdvance(cell.figure))
            for cell in self._cells_of(month, mix)
        ]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measured.clear()
            self._measure_cells()
            self.updateGeometry()  # lines are taller too

    def _strong(self) -> QFont:
        return typeface.strong(self.font())

    def _cell_height(self) -> float:
        return self._line(typeface.small(self.font())) + self._line(self.font())

    def _line(self, font: QFont) -> float:
        return QFontMetricsF(font).height()
