"""A missing folder is told of in the status line once the window stands, and a book may be closed meanwhile."""

from pathlib import Path
from shutil import rmtree

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from balancer_desktop.app import filing, people
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.domain.party import Party
from balancer_desktop.ui.late_folders import LateFolders
from balancer_desktop.ui.main_window import MainWindow
from tests.ui.windows import opened, today


@pytest.fixture
def lost(tmp_path: Path) -> Book:
    """Acme's folder is there, Bert's was removed behind the program's back."""
    book = new_book(tmp_path / "own", "EUR", today)
    acme, bert = (people.add(book, Party(name)) for name in ("Acme", "Bert"))
    filing.open_folder(book, acme)
    rmtree(filing.open_folder(book, bert))
    return book


def said(window: MainWindow) -> str:
    name = "Why something was not done"
    return next(label.text() for label in window.findChildren(QLabel) if label.accessibleName() == name)


def test_it_is_told_of_after_the_rhythms_are_learnt(lost: Book, tmp_path: Path, qtbot: QtBot) -> None:
    window = opened(lost, tmp_path, qtbot)
    window.session.learn_rhythms()
    qtbot.waitUntil(lambda: "The folder of Bert is missing; it was last in Customers/" in said(window))
    window.close()


def test_a_book_that_is_closed_meanwhile_hears_nothing(lost: Book, qtbot: QtBot) -> None:
    late = LateFolders(lost)
    with qtbot.assertNotEmitted(late.missed, wait=50):
        late.start()
        late.close()
        lost.close()
