"""One of the first choices: a picture, what it is called, and what it means."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_PICTURE = 28


class ChoiceButton(QPushButton):
    """A push button with two lines of words."""

    def __init__(self, picture: str, name: str, meaning: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._name, self._meaning = picture, name, meaning
        self.setAccessibleName(name.replace("&", ""))
        self.setAccessibleDescription(meaning)
        self.setToolTip(tip)
        self.setAutoDefault(True)

    def sizeHint(self) -> QSize:
        strong = QFontMetrics(typeface.strong(self.font()))
        height = strong.height() + QFontMetrics(self.font()).height() + UNIT + 2 * BETWEEN
        return QSize(_PICTURE + 3 * BETWEEN + self.fontMetrics().horizontalAdvance(self._meaning), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option, painter = QStyleOptionButton(), QStylePainter(self)
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._words(painter)
        if self.hasFocus():
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)

    def _words(self, painter: QPainter) -> None:
        tokens, rect = tokens_of(self.palette()), self.rect()
        icon(self._picture, tokens.accent).paint(painter, BETWEEN, 0, _PICTURE, rect.height())
        left = _PICTURE + 2 * BETWEEN
        font, strong = self.font(), typeface.strong(self.font())
        top = BETWEEN
        height = QFontMetrics(strong).height()
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRect(left, top, rect.width() - left, height), Qt.AlignmentFlag.AlignLeft, self._name)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        below = QRect(left, top + height + UNIT, rect.width() - left, QFontMetrics(font).height())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._meaning)
