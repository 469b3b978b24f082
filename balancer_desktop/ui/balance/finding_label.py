"""The panel's title: a sentence in at most three lines, as tall as three lines whatever it says."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.palette import tokens_of

LINES = 3
LONGEST = 125
"""Characters of the longest finding."""


class Finding(QWidget):
    """Wraps at words; what does not fit is cut with an ellipsis and stands in full in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        if text == self.text:
            return
        self.text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as any sentence may need, so that nothing moves when it changes."""
        metrics = QFontMetricsF(self._font())
        needed = metrics.averageCharWidth() * LONGEST
        lines = 1 if needed <= width else 2 if needed * 1.15 <= 2 * width else LINES
        return round(lines * metrics.lineSpacing())

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), QFontMetricsF(self._font())
        painter.setFont(self._font())
        painter.setPen(QColor(tokens_of(self.palette()).text))
        for row, line in enumerate(self.lines()):
            painter.drawText(QPointF(0, metrics.ascent() + row * metrics.lineSpacing()), line)

    def lines(self) -> list[str]:
        """The text as it is broken at the present width."""
        layout = QTextLayout(self.text, self._font())
        made: list[str] = []
        layout.beginLayout()
        while len(made) < LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            start, end = line.textStart(), line.textStart() + line.textLength()
            last = len(made) == LINES - 1
            made.append(self._cut(self.text[start:]) if last else self.text[start:end].rstrip())
        layout.endLayout()
        return made

    def _cut(self, text: str) -> str:
        return QFontMetricsF(self._font()).elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def _font(self) -> QFont:
        return typeface.heading(self.font())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
