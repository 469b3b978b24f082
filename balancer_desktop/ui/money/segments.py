"""A few choices side by side, of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD


class Segments(QWidget):
    """chosen is emitted with the number of the choice when the owner makes one."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[tuple[str, str]], name: str) -> None:
        """titles: (text, tooltip) of each choice."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, (text, tip) in enumerate(titles):
            button = self._button(text, tip)
            self._group.addButton(button, number)
            layout.addWidget(button)
        self._group.idClicked.connect(self.chosen.emit)
        self.choose(0)

    @property
    def choice(self) -> int:
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        self._group.button(number).setChecked(True)

    def rename(self, number: int, text: str) -> None:
        """Give a choice another text, such as one with a count."""
        button = self._group.button(number)
        if button.text() != text:
            button.setText(text)
            button.setAccessibleName(text)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 2 * BETWEEN)

    @staticmethod
    def _button(text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumHeight(FIELD)
        button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 2 * BETWEEN)
        return button
