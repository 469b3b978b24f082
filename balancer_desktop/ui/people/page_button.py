"""The buttons of a party's page."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD


def page_button(picture: str, text: str, tip: str, run: Callable[[], object]) -> QPushButton:
    """A picture with a text, or alone; the tip, without its key in brackets, is what a screen reader says."""
    button = QPushButton(icon(picture), text)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setMinimumHeight(FIELD)
    button.clicked.connect(lambda _checked: run())
    return button
