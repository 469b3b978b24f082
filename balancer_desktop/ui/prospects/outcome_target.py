"""Where an opportunity is dropped that is won or lost; a click does the same for the chosen one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout

from balancer_desktop.ui.prospects.drop_lane import DropLane
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import UNIT

WIDTH = 52


class OutcomeTarget(DropLane):
    pressed = Signal()

    def __init__(self, text: str, picture: str, tip: str) -> None:
        super().__init__()
        self._button = QToolButton()
        self._button.setText(text)
        self._button.setIcon(icon(picture))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self._button.setAutoRaise(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys have W and L, the bar below its buttons
        self._button.setToolTip(tip)
        self._button.setAccessibleName(text)
        self._button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.addWidget(self._button, 1, Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(WIDTH)
