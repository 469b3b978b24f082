"""What stands where the chart will be: nothing for a moment, or a sentence while there is nothing to draw."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN
from balancer_desktop.ui.theme.palette import tokens_of

_SMALLEST = QSize(240, 200)


class Placeholder(QWidget):
    """As large as the chart and empty; says when it has been painted, for then the window stands."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(_SMALLEST)
        self._shown = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._shown:
            self._shown = True
            self.painted.emit()


class EmptyChart(Placeholder):
    """A sentence about what goes here and how to begin."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setMaximumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BETWEEN)
        layout.addStretch(2)
        layout.addWidget(_Sign())
        layout.addWidget(self._sentence)
        layout.addStretch(3)

    def show_sentence(self, text: str) -> None:
        self._sentence.setText(text)
        self.setAccessibleName(text)


class _Sign(QWidget):
    """The scales, in the colour of the moment."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(40, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon("balance", tokens_of(self.palette()).muted).paint(QPainter(self), self.rect())
