"""The line keeps the keyboard from one entry to the next; Esc gives it back to whoever had it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, inquiries, opportunities, people
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.tabs import TABS
from tests.ui.windows import opened, today

LINES = (
    "missed call 555-0101 gutter",
    "call Marian tomorrow",
    "quote Hilltop 2400",
    "1h Acme repair",
    "paid Acme 450",
    "inquiry Ivy website hedge",
    "won Hilltop",
)
VIEWS = ("inquiries", "board", "table", "funnel", "people")


@pytest.fixture
def busy_book(tmp_path: Path) -> Book:
    """A book that the window closes, with something to do in every list."""
    book = new_book(tmp_path / "busy", "EUR", today)
    people.add(book, Party("Acme Roofing"), Standing.CURRENT, date(2026, 1, 1))
    people.add(book, Party("Old Mill"), Standing.EX)
    people.add(book, Party("Gone Baker"), Standing.LAPSED)
    marian = people.add(book, Party("Marian"), on=date(2026, 10, 1))
    hilltop = people.add(book, Party("Hilltop"), on=date(2026, 10, 1))
    opportunities.add(book, Opportunity(hilltop, "New roof", date(2026, 10, 1)))
    opportunities.add(book, Opportunity(marian, "Fence", date(2026, 10, 1)))
    contacts.plan(book, NextStep(today() - timedelta(days=1), marian, "call back"))
    inquiries.receive(book, Inquiry(book.now(), InquiryChannel.CALL, marian, asked="a gate"))
    book.start_history()
    return book


@pytest.fixture
def window(busy_book: Book, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = opened(busy_book, tmp_path, qtbot)
    yield made
    made.close()


def keys() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def settle() -> None:
    """All that a key set off, what is done at the next idle moment included."""
    for _ in range(3):
        QApplication.processEvents()


def enter(line: str) -> None:
    """Type a line where the keys are, and whatever follows it."""
    QTest.keyClicks(keys(), line)
    QTest.keyClick(keys(), Qt.Key.Key_Return)
    settle()


def go(window: MainWindow, where: str) -> QWidget:
    """Walk with the arrows in the list of a tab, or of a view of the prospects; whoever has the keys."""
    if where in VIEWS:
        window.show_tab("prospects")
        (prospects,) = window.findChildren(ProspectsTab)
        prospects.show_view(where)
    else:
        window.show_tab(where)
    QApplication.processEvents()
    QTest.keyClick(keys(), Qt.Key.Key_Down)
    QTest.keyClick(keys(), Qt.Key.Key_Up)
    return keys()


@pytest.mark.parametrize("where", [*(tab.name for tab in TABS), *VIEWS])
def test_the_line_keeps_the_keys_until_escape_gives_them_back(window: MainWindow, where: str) -> None:
    before = go(window, where)
    QTest.keyClick(before, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    for line in LINES:
        assert keys() is window.quick_entry.line, line
        enter(line)
        assert window.book.undo_label == f"“{line}”"
    assert keys() is window.quick_entry.line
    QTest.keyClick(keys(), Qt.Key.Key_Escape)
    assert keys() is before or before.isHidden() or not before.isVisible()
    assert keys() is not window.quick_entry.line


@pytest.mark.parametrize("where", [*(tab.name for tab in TABS), *VIEWS])
def test_undo_and_redo_leave_the_keys_in_the_line(window: MainWindow, where: str) -> None:
    go(window, where)
    window.quick_entry.focus_line()
    enter("won Hilltop")
    control = Qt.KeyboardModifier.ControlModifier
    for modifiers in (control, control | Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(keys(), Qt.Key.Key_Z, modifiers)
        settle()
        assert keys() is window.quick_entry.line


def test_what_is_so_already_is_not_said_to_be_written(window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    window.session.said.connect(said.append)
    window.quick_entry.focus_line()
    for _ in range(2):
        enter("quote Hilltop 2400")
    assert said == ["Written: quote Hilltop 2400 — Ctrl+Z takes it back.", "Already so; nothing was written."]
    assert window.quick_entry.line.text() == ""


def test_a_line_begun_in_a_list_stays_with_the_line(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(keys(), "1")
    enter("h Acme repair")
    assert window.book.undo_label == "“1h Acme repair”"
    assert keys() is window.quick_entry.line
    enter("call Marian fri")
    assert window.book.undo_label == "“call Marian fri”"
