"""The settings dialog, and what the window remembers from one time to the next."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import people
from balancer_desktop.app.book import new_book, open_book
from balancer_desktop.app.book_settings import read
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.application import colours_remembered, remember_colours
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.settings_dialog import SettingsDialog
from tests.ui.windows import opened, today


def test_a_wrong_target_is_said_in_place_and_a_right_one_saved(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(session, parent)
    dialog.open()
    dialog.low.setValue(50)
    dialog.accept()
    assert dialog.isVisible()
    assert "50–40 %" in dialog.problem.text()
    dialog.high.setValue(60)
    dialog.name.setText("Bright")
    dialog.accept()
    assert (read(session.book).target_low, read(session.book).name) == (50, "Bright")


def test_what_an_hour_costs_and_the_goals_of_a_week_are_kept(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(session, parent)
    dialog.open()
    dialog.hourly.setText("dear")
    dialog.accept()
    assert "“dear”" in dialog.problem.text()
    dialog.hourly.setText("-5")
    dialog.accept()
    assert "No hour costs that." in dialog.problem.text()
    dialog.hourly.setText("45.50")
    dialog.hours.setValue(6)
    dialog.touches.setValue(0)
    dialog.accept()
    kept = read(session.book)
    assert (kept.hourly_cost, kept.prospecting_hours, kept.touches) == (4550, 6, 0)
    again = SettingsDialog(session, parent)
    assert again.wanted() == kept
    again.hourly.setText("")
    assert again.wanted().hourly_cost == 0


def test_the_window_comes_back_as_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "Balancer"
    window = opened(new_book(folder, "EUR", today), tmp_path, qtbot)
    assert window.windowTitle() == "Balancer"
    window.toggle_panel()
    window.close()
    again = opened(open_book(folder, today), tmp_path, qtbot)
    assert again.panel.isHidden()
    again.toggle_panel()
    assert again.panel.isVisible()
    again.close()


def test_colours_are_remembered(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert colours_remembered(settings) is None
    for dark in (True, False, None):
        remember_colours(settings, dark=dark)
        assert colours_remembered(settings) is dark


def test_notes_take_the_letters_typed_into_them(tmp_path: Path, qtbot: QtBot) -> None:
    book = new_book(tmp_path / "own", "EUR", today)
    ann = people.add(book, Party("Ann"), Standing.CURRENT)
    window = opened(book, tmp_path, qtbot)
    window.open_party(ann)
    (notes,) = window.findChildren(QPlainTextEdit)
    qtbot.waitUntil(notes.isVisible)
    notes.setFocus()
    for letter in "Dog":
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, letter)
    assert notes.toPlainText() == "Dog"
    assert window.quick_entry.line.text() == ""
    window.close()
    again = open_book(tmp_path / "own", today)
    party = again.people.get(ann)
    assert party is not None
    assert party.notes == "Dog"
    again.close()


def test_ctrl_z_in_the_line_is_the_lines_own_while_it_has_something(tmp_path: Path, qtbot: QtBot) -> None:
    book = new_book(tmp_path / "own", "EUR", today)
    people.add(book, Party("Ann"))
    window = opened(book, tmp_path, qtbot)
    window.quick_entry.focus_line()
    QTest.keyClicks(window.quick_entry.line, "2h Ann")
    QTest.keyClick(window.quick_entry.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.quick_entry.line, Qt.Key.Key_Backspace)
    QTest.keyClick(window.quick_entry.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.quick_entry.line.text() == "2h Ann"
    assert len(book.people.names()) == 1
    window.close()


def test_the_country_of_the_phone_numbers(session: Session, qtbot: QtBot) -> None:
    """Empty, it is what the numbers and the locale tell; what is no country is refused in the dialog."""
    desk = QWidget()
    qtbot.addWidget(desk)
    dialog = SettingsDialog(session, desk)
    assert dialog.region.placeholderText() == "IE, as the numbers tell"
    dialog.region.setText("Eire")
    dialog.accept()
    assert "two letters" in dialog.problem.text()
    dialog.region.setText("gb")
    dialog.accept()
    assert read(session.book).phone_region == "GB"
