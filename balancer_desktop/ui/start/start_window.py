"""The window of the start page."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from balancer_desktop.ui.start.start_page import StartPage
from balancer_desktop.ui.theme.icons import icon


class StartWindow(QMainWindow):
    """Shown while no book is open."""

    def __init__(self, folder: Path, recent: Sequence[Path]) -> None:
        super().__init__()
        self.page = StartPage(folder, recent)
        self.setWindowTitle("Balancer")
        self.setWindowIcon(icon("balancer"))
        self.setCentralWidget(self.page)
        self.resize(960, 720)
        self.page.setFocus()
