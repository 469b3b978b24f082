"""What is said where there are no rows: one sentence, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, FIELD

_WIDEST = 420


class EmptyState(QWidget):
    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words, self._button = QLabel(), QPushButton()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFixedWidth(_WIDEST)
        self._button.setMinimumHeight(FIELD)
        self._button.clicked.connect(lambda _checked: self.pressed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(BETWEEN)
        layout.addStretch(2)
        layout.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, words: str, button: str) -> None:
        self._words.setText(words)
        self._words.setMinimumHeight(self._words.heightForWidth(_WIDEST))
        self._button.setText(button)
        self._button.setAccessibleName(button)
