"""The list under the search line: its model and how a row is painted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from balancer_desktop.ui.find.found import Found
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, ICON, RADIUS, TOUCH, UNIT
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tokens import Tokens

Index = QModelIndex | QPersistentModelIndex
FOUND = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class FoundModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Found] = ()

    def set_rows(self, rows: Sequence[Found]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == FOUND:
            return row
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.spoken if spoken else None


class FoundDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, TOUCH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found, tokens, rect = index.data(FOUND), tokens_of(option.palette), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if chosen else tokens.hover))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        self._draw(painter, rect.adjusted(GAP, 0, -GAP, 0), option.font, found, tokens)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, font: QFont, found: Found, tokens: Tokens) -> None:
        icon(found.icon, tokens.muted).paint(painter, rect.left(), rect.top(), ICON, rect.height())
        aside = self._aside(painter, rect, font, found, tokens)
        left = rect.left() + ICON + GAP
        strong = typeface.strong(font)
        room = QRect(left, rect.top(), rect.right() - aside - GAP - left, rect.height())
        width = _words(painter, room, strong, found.title, tokens.text)
        _words(painter, room.adjusted(width + GAP, 0, 0, 0), font, found.detail, tokens.muted)

    @staticmethod
    def _aside(painter: QPainter, rect: QRect, font: QFont, found: Found, tokens: Tokens) -> int:
        """A badge is framed; a shortcut or a date is plain. The width it took."""
        if not found.aside:
            return 0
        room = 2 * GAP if found.badge else 0
        width = QFontMetrics(font).horizontalAdvance(found.aside) + room
        box = QRect(rect.right() - width, rect.top() + 2 * UNIT, width, rect.height() - 4 * UNIT)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if found.badge:
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.drawText(box, _MIDDLE, found.aside)
        return width


def _words(painter: QPainter, rect: QRect, font: QFont, text: str, colour: str) -> int:
    """Draws what has room; the width it took."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, _LEFT, shown)
    return metrics.horizontalAdvance(shown)
