"""A whole window inside this process, painted on demand."""

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from balancer_desktop.app.book import Book
from balancer_desktop.ui.application import make_application
from balancer_desktop.ui.main_window import MainWindow


def window_of(book: Book, folder: Path, tab: str) -> MainWindow:
    """The window of a book with its chart drawn. It closes the book with itself."""
    app = make_application()
    window = MainWindow(book, QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat), recent=[])
    window.show_tab(tab)
    window.resize(1280, 800)
    window.show()
    until = monotonic() + 60
    while window.panel.chart is None:
        assert monotonic() < until, "the chart never came"
        app.processEvents()
    settle()
    return window


def drawn(window: MainWindow) -> tuple[object, ...]:
    """The months whose bars the chart has been given to draw."""
    from balancer_desktop.ui.balance.plot_items import BarsItem

    bars = next(item for item in window.panel.chart.scene().items() if isinstance(item, BarsItem))
    return tuple(bars.scene_now.months)


def settle() -> None:
    """Everything that waits is done: posted events, deferred deletions, paints."""
    app = QApplication.instance()
    assert app is not None
    app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()


def repaint(*widgets: QWidget) -> None:
    """Paint these widgets now, whole."""
    for widget in widgets:
        widget.repaint()
