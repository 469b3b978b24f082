"""The pages of the window: tabs tall enough to hit, icons at their own size."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from balancer_desktop.ui.theme.metrics import BETWEEN, ICON, TOUCH


class TallTabs(QTabBar):
    """A bar of 36 px tabs."""

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(hint.width() + BETWEEN, max(TOUCH, hint.height()))


def tab_widget(parent: QWidget | None = None) -> QTabWidget:
    """An empty tab widget without a frame."""
    made = QTabWidget(parent)
    made.setTabBar(TallTabs())
    made.setIconSize(QSize(ICON, ICON))
    made.setDocumentMode(True)
    return made
