"""Opening a whole window in a test, as the desk does."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from balancer_desktop.app.book import Book
from balancer_desktop.ui.main_window import MainWindow


def opened(book: Book, folder: Path, qtbot: QtBot, *, tab: str = "today", chart: bool = False) -> MainWindow:
    """The window of a book, shown and active; with its chart, when the test looks at that."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(book, settings, recent=[])
    window.show_tab(tab)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    if chart and window.panel.chart is None:
        with qtbot.waitSignal(window.panel.chart_ready, timeout=20_000):
            pass
    return window


def today() -> date:
    return date(2026, 11, 20)
