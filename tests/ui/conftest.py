"""Fixtures of the window's tests."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from balancer_desktop.app.book import Book
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.session import Session


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test() -> Iterator[None]:
    """A window left standing, above all a modal one, would take the next test's keys and pointer."""
    yield
    if QApplication.instance() is not None:
        for window in QApplication.topLevelWidgets():
            window.hide()


@pytest.fixture
def session(book: Book, qtbot: QtBot) -> Iterator[Session]:
    """A session over the empty book, with the figures of Ireland: 1,234.56 and 20/11/2026."""
    made = Session(book, Formats(book.currency, QLocale(QLocale.Language.English, QLocale.Country.Ireland)))
    yield made
    made.close()
