"""Beside the stages, where an opportunity is dropped that is won or lost; a click does the same for the chosen one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from balancer_desktop.ui.prospects.drop_lane import DropLane
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, UNIT

_WIDTH = 52
WON, LOST = "win", "lose"
"""The acts they stand for."""


class Outcomes(QWidget):
    """Always in view, however many stages there are."""

    dropped = Signal(str, int)
    """The act, and the opportunity it is wanted for."""
    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for act, text, picture, tip in (
            (WON, "Won", "check", "Drop here what is won (W)"),
            (LOST, "Lost", "close", "Drop here what is lost (L)"),
        ):
            target = OutcomeTarget(text, picture, tip)
            target.dropped.connect(lambda id_, act=act: self.dropped.emit(act, id_))
            target.pressed.connect(lambda act=act: self.pressed.emit(act))
            layout.addWidget(target, 1)


class OutcomeTarget(DropLane):
    pressed = Signal()

    def __init__(self, text: str, picture: str, tip: str) -> None:
        super().__init__()
        button = QToolButton()
        button.setText(text)
        button.setIcon(icon(picture))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys have W and L, the bar below its buttons
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.addWidget(button, 1, Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(_WIDTH)
