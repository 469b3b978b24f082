"""What stands where a list has nothing to show: one sentence, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from balancer_desktop.ui.labels import words
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, TEXT_COLUMNS, TOUCH


class EmptyPage(QWidget):
    """say() sets both; `wanted` is the button."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = words()
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setFixedWidth(min(TEXT_COLUMNS * self.fontMetrics().averageCharWidth(), 480))
        self._button = QPushButton()
        self._button.setMinimumHeight(TOUCH)
        self._button.clicked.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(BETWEEN)
        layout.addStretch(2)
        layout.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, sentence: str, verb: str, tip: str = "") -> None:
        self._sentence.setText(sentence)
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(self._sentence.width()))
        self._button.setText(verb)
        self._button.setMinimumWidth(self._button.fontMetrics().horizontalAdvance(verb) + 2 * BETWEEN)
        self._button.setToolTip(tip or verb)
