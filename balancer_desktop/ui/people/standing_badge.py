"""Where somebody stands, as a word on the colour of its side."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.words import STANDING
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import BETWEEN, UNIT
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tokens import mixed

_SIDE = {
    Standing.PROSPECT: Side.GAIN,
    Standing.CURRENT: Side.KEEP,
    Standing.LAPSED: Side.WIN_BACK,
    Standing.EX: Side.RUN,
}


class StandingBadge(QLabel):
    """The word carries the meaning; the colour is that of the work one does for such a party."""

    def __init__(self) -> None:
        super().__init__()
        self._side = Side.RUN
        self.setFont(typeface.small(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_standing(self, standing: Standing) -> None:
        self._side = _SIDE[standing]
        self.setText(STANDING[standing])
        self.setAccessibleName(f"Standing: {STANDING[standing]}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + BETWEEN, hint.height() + UNIT // 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(tokens.surface, tokens.fill(self._side), 0.22)))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(tokens.ink(self._side)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
