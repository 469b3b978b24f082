"""Closing the window never discards what was written and can be kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import people
from balancer_desktop.app.book import Book, new_book, open_book
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms import open_sale_form, open_work_form
from balancer_desktop.ui.main_window import MainWindow
from tests.ui.windows import opened, today

CTRL = Qt.KeyboardModifier.ControlModifier
Leave = Callable[[MainWindow], object]


def close(window: MainWindow) -> None:
    window.close()


def quit_by_key(window: MainWindow) -> None:
    window.menuBar().actions()[0].menu().actions()[-1].trigger()


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> MainWindow:
    book = new_book(tmp_path / "own", "EUR", today)
    people.add(book, Party("Carol"), Standing.CURRENT)
    made = opened(book, tmp_path, qtbot, tab="customers", chart=True)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def reopened(window: MainWindow) -> Book:
    return open_book(window.book.folder, today)


def field(inside: QWidget, name: str) -> QLineEdit:
    return next(line for line in inside.findChildren(QLineEdit) if line.accessibleName() == name)


def write(qtbot: QtBot, inside: QWidget, name: str, text: str) -> None:
    line = field(inside, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


@pytest.mark.parametrize("leave", [close, quit_by_key])
def test_an_edited_party_is_kept(window: MainWindow, qtbot: QtBot, leave: Leave) -> None:
    window.open_party(1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL)
    write(qtbot, window, "Company", "Farm")
    leave(window)
    book = reopened(window)
    assert book.people.get(1).company == "Farm"
    book.close()


def test_a_new_customer_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    write(qtbot, window, "Name", "Dora")
    window.close()
    book = reopened(window)
    assert sorted(book.people.names().values()) == ["Carol", "Dora"]
    book.close()


@pytest.mark.parametrize("leave", [close, quit_by_key])
def test_a_filled_in_sale_is_kept(window: MainWindow, qtbot: QtBot, leave: Leave) -> None:
    write(qtbot, open_sale_form(window, window.session, 1), "Amount", "20")
    leave(window)
    book = reopened(window)
    assert [sale.amount for sale in book.ledger.sales_of(1)] == [2000]
    book.close()


def test_an_untouched_or_unreadable_form_writes_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text().startswith("Close")).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", lose)
    open_sale_form(window, window.session, 1)
    write(qtbot, open_work_form(window, window.session, 1), "How long", "a while")
    window.close()
    book = reopened(window)
    assert (book.ledger.sales_of(1), book.work.of_party(1)) == ([], [])
    book.close()


@pytest.mark.parametrize("width", [900, 1900])
def test_coming_back_to_a_tab_lands_in_the_field_one_left(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 740)
    window.open_party(1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL)
    write(qtbot, window, "Tags", "garden")
    window.show_tab("prospects")
    window.show_tab("customers")
    assert QApplication.focusWidget() is field(window, "Tags")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget().text() == "Save"
