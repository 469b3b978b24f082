"""Opening each tab for the first time in a book of 100,000 people and 1,000,000 ledger rows."""

from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from balancer_desktop.app.book import Book
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.tabs import TABS
from tests.benchmarks.conftest import Books
from tests.benchmarks.measuring import Taken, report
from tests.benchmarks.painting import repainted, table_in, until_painted, window_on

TURNS = 3


def test_opening_each_tab(opened: Books, tmp_path: Path, qtbot: QtBot) -> None:
    book = opened(1_000_000)
    rounds = [opening(book, tmp_path / f"settings-{turn}", qtbot) for turn in range(TURNS)]
    for name in rounds[0]:
        first, bare = (Taken(column) for column in zip(*(one[name] for one in rounds), strict=True))
        report(f"{name} shown for the first time ÷ bare repaint of its list", first, bare)


def opening(book: Book, folder: Path, qtbot: QtBot) -> dict[str, tuple[float, float]]:
    """Tab → seconds until it was painted for the first time, and of painting its list again.

    Of the prospects their list is shown: the other views are of what is open with them, and this book has nothing.
    """
    folder.mkdir()
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("prospects/view", "people")
    settings.sync()
    window = window_on(book, folder, qtbot, tab="review")
    others = [tab.name for tab in TABS if tab.name != "review"]
    taken = {name: opening_one(window, name) for name in others}
    window.session.close()
    window.hide()
    return taken


def opening_one(window: MainWindow, name: str) -> tuple[float, float]:
    page = window.tabs.widget([tab.name for tab in TABS].index(name))
    assert page is not None
    first = until_painted(lambda: window.show_tab(name), page)
    return first, repainted(table_in(page).viewport())
