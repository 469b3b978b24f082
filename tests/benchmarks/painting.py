"""A real window over a book, and the time until it is painted anew."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app.book import Book
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.theme import theme
from tests.ui.windows import opened

_PATIENCE_S = 60


class _Watch(QObject):
    """Counts how often each of some widgets is painted."""

    def __init__(self, widgets: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.painted = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted[watched] += 1
        return False


def until_painted(act: Callable[[], object], *widgets: QWidget) -> float:
    """Seconds from the act until every widget has been painted; it fails when one never is."""
    QApplication.processEvents()
    watch = _Watch(widgets)
    start = perf_counter()
    act()
    while not all(watch.painted.values()):
        QApplication.processEvents()
        assert perf_counter() - start < _PATIENCE_S, f"never painted: {watch.painted}"
    return perf_counter() - start


def repainted(*widgets: QWidget) -> float:
    """Seconds of painting them as they are: the floor."""
    return until_painted(lambda: [widget.update() for widget in widgets], *widgets)


def window_on(book: Book, folder: Path, qtbot: QtBot, tab: str = "today") -> MainWindow:
    """The book's window in its own look, with its chart painted."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.findChild(theme.Theme) is None:
        theme.apply(app)
    window = opened(book, folder, qtbot, tab=tab, chart=True)
    repainted(window.panel.chart.viewport())
    return window


def table_in(page: QWidget) -> QAbstractItemView:
    """The largest table or list that can be seen."""
    views = [view for view in page.findChildren(QAbstractItemView) if view.isVisible()]
    return max(views, key=lambda view: view.width() * view.height())
