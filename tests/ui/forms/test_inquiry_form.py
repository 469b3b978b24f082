"""The form for an inquiry: empty at first but on somebody's own page, and never kept with nothing in it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui import forms
from balancer_desktop.ui.forms.inquiry_form import InquiryForm
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.session import Session
from tests.ui.windows import opened


def told(form: QWidget) -> str:
    return " | ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def sender(form: QWidget) -> QLineEdit:
    return next(line for line in form.findChildren(QLineEdit) if line.accessibleName() == "From")


def asked(window: MainWindow, qtbot: QtBot) -> InquiryForm:
    """The form the key opens."""
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.findChild(InquiryForm) is not None)
    return window.findChild(InquiryForm)


def test_whoever_is_chosen_in_a_list_did_not_ask(book: Book, tmp_path: Path, qtbot: QtBot) -> None:
    people.add(book, Party("Hilltop"), Standing.CURRENT)
    window = opened(book, tmp_path, qtbot, tab="customers")
    assert window.selected_party() != 0
    form = asked(window, qtbot)
    assert sender(form).text() == ""
    assert form.focusWidget() is sender(form)
    form.reject()
    window.close()


def test_on_somebodys_own_page_they_did(book: Book, tmp_path: Path, qtbot: QtBot) -> None:
    hilltop = people.add(book, Party("Hilltop"), Standing.CURRENT)
    window = opened(book, tmp_path, qtbot, tab="customers")
    window.open_party(hilltop)
    form = asked(window, qtbot)
    assert sender(form).text() == "Hilltop"
    form.reject()
    window.close()


def test_enter_alone_notes_nothing(session: Session, qtbot: QtBot) -> None:
    hilltop = people.add(session.book, Party("Hilltop"), Standing.CURRENT)
    page = QWidget()
    qtbot.addWidget(page)
    form = forms.open_inquiry_form(page, session, hilltop)
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.isVisible()
    assert "What was asked is missing." in told(form)
    assert session.book.inquiries.all() == []
    qtbot.keyClicks(QApplication.focusWidget(), "new roof")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [one.asked for one in session.book.inquiries.all()] == ["new roof"]
