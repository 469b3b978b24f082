"""Asks, where the buttons of a changed form stand, what is to become of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from balancer_desktop.ui.theme.metrics import FIELD, GAP


class LeaveQuestion(QWidget):
    """Enter takes the button that has the keyboard, Save at first; Esc goes on editing."""

    save_wanted = Signal()
    discard_wanted = Signal()
    stay_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._save = _button("Save", self.save_wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._save)
        row.addWidget(_button("Discard", self.discard_wanted.emit))
        row.addWidget(_button("Go on editing", self.stay_wanted.emit))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._words)
        layout.addLayout(row)
        self.hide()

    def ask(self, words: str) -> None:
        self._words.setText(words)
        self._save.setAccessibleDescription(words)
        self.show()
        self._save.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stay_wanted.emit()
        else:
            super().keyPressEvent(event)


def _button(text: str, run: object) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(True)
    button.setMinimumHeight(FIELD)
    button.clicked.connect(run)
    return button
