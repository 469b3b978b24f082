"""The working hours in the settings: written as people write them, told what is wrong where it is, saved and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app.book_settings import BookSettings, read
from balancer_desktop.domain.inquiries.holidays import holidays_text
from balancer_desktop.domain.inquiries.working_weeks import weeks_text
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.settings_dialog import SettingsDialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(session: Session, parent: QWidget, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(session, parent)
    with qtbot.waitExposed(made):
        made.open()
    made.pages.setCurrentWidget(made.working_hours)
    return made


def _type(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def test_a_week_is_typed_and_kept(session: Session, dialog: SettingsDialog) -> None:
    page = dialog.working_hours
    assert page.told.text() == "45\u00a0h a week"
    _type(page.days[0], "8-12, 13-17")
    page.same.click()
    _type(page.days[5], "9-12")
    assert page.told.text() == "43\u00a0h a week"
    page.goal.setFocus()  # leaving a line writes it the usual way
    assert page.days[5].text() == "09:00-12:00"
    _type(page.goal, "1,5")
    page.holidays.setPlainText("2026-12-25 Christmas\n2027-08-02 to 2027-08-13 away")
    dialog.accept()
    kept = read(session.book)
    assert weeks_text(kept.weeks) == "mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00"
    assert holidays_text(kept.holidays) == "2026-12-25 Christmas; 2027-08-02 to 2027-08-13 away"
    assert kept.response_goal == 90
    session.book.undo()
    assert read(session.book) == BookSettings()


def test_what_is_wrong_is_told_in_place_and_nothing_is_saved(session: Session, dialog: SettingsDialog) -> None:
    page = dialog.working_hours
    _type(page.days[1], "8-25")
    assert page.told.text() == ""  # nobody is scolded while typing
    dialog.pages.setCurrentIndex(0)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.pages.currentWidget() is page
    assert page.days[1].hasFocus()
    assert page.told.text() == "Tuesday: “25:00” is not a time of day. Times go from 00:00 to 24:00."
    assert not dialog.problem.isVisible()
    _type(page.days[1], "20-2")
    _type(page.days[2], "1-12")
    assert "Tuesday's 20:00-02:00 runs into Wednesday's 01:00-12:00" in page.told.text()
    dialog.accept()
    assert dialog.isVisible()
    assert read(session.book) == BookSettings()


def test_holidays_and_the_goal_are_told_as_well(dialog: SettingsDialog) -> None:
    page = dialog.working_hours
    QTest.keyClicks(page.holidays, "Christmas")
    assert page.doubted.text() == ""  # the line is not finished
    QTest.keyClick(page.holidays, Qt.Key.Key_Return)
    assert "“Christmas” is not a date" in page.doubted.text()
    dialog.accept()
    assert dialog.isVisible()
    assert page.holidays.hasFocus()
    page.holidays.setPlainText("")
    assert page.doubted.text() == ""
    _type(page.goal, "soon")
    dialog.accept()
    assert "“soon” is not a number of hours" in page.goal_doubted.text()
    assert page.goal.hasFocus()
    _type(page.goal, "2 h")
    assert page.goal_doubted.text() == ""
    dialog.accept()
    assert not dialog.isVisible()


def test_a_week_without_work_is_refused(session: Session, dialog: SettingsDialog) -> None:
    for field in dialog.working_hours.days:
        field.clear()
    dialog.accept()
    assert "leaves nobody to answer" in dialog.working_hours.told.text()
    assert read(session.book) == BookSettings()
