"""Paints a row: sign, name, words, and at the right how long or how soon."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from balancer_desktop.domain.text import one_line
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, ICON, RADIUS
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tokens import Tokens
from balancer_desktop.ui.today.row import Row
from balancer_desktop.ui.today.rows_model import ROW

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_State = QStyle.StateFlag
_CRAMPED = 260
"""A row with less room than this beside its buttons says who and what, and leaves out when."""
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """taken is how much of which row, at the right, is covered by buttons; height is a row's.

    marks: whether the chosen row is shown as chosen, which only one list at a time may do.
    """

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.taken: tuple[int, int] = (-1, 0)
        self.marks = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._height + (GAP if index.row() and index.data(ROW).heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, tokens = index.data(ROW), tokens_of(option.palette)
        rect, font = option.rect, option.font
        painter.save()
        if row.heading:
            self._heading(painter, rect, font, row, tokens)
        else:
            self._ground(painter, rect, option.state, tokens)
            place, width = self.taken
            self._row(
                painter, rect.adjusted(GAP, 0, -GAP - (width if index.row() == place else 0), 0), font, row, tokens
            )
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, font: QFont, row: Row, tokens: Tokens) -> None:
        painter.setFont(typeface.strong(font))
        painter.setPen(QColor(tokens.text))
        line = rect.adjusted(GAP, rect.height() - self._height, -GAP, 0)
        painter.drawText(line, _LEFT, row.strong)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(line, _RIGHT, row.aside)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, tokens: Tokens) -> None:
        selected, over = self.marks and state & _State.State_Selected, state & _State.State_MouseOver
        if selected or over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if selected else tokens.hover))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _row(self, painter: QPainter, rect: QRect, font: QFont, row: Row, tokens: Tokens) -> None:
        ink = tokens.bad if row.urgent else tokens.warn if row.warns else tokens.muted
        icon(row.icon, ink).paint(painter, rect.left(), rect.top(), ICON, rect.height())
        text = row.aside if rect.width() > _CRAMPED else ""
        left, right = rect.left() + ICON + GAP, rect.right() - QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, _RIGHT, text)
        name = font if row.quiet else typeface.strong(font)
        left += self._words(painter, QRect(left, rect.top(), right - 2 * GAP - left, rect.height()), name, row.strong,
                            tokens.muted if row.quiet else tokens.text)  # fmt: skip
        rest = QRect(left + GAP, rect.top(), right - 3 * GAP - left, rect.height())
        self._words(painter, rest, font, row.words, tokens.muted)

    @staticmethod
    def _words(painter: QPainter, rect: QRect, font: QFont, text: str, colour: str) -> int:
        """Draws what has room; the width it took."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, _LEFT, shown)
        return metrics.horizontalAdvance(shown)
