"""The buttons over a row: what they say, and that a click meant for one row never ends another."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, inquiries, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.today.today_tab import TodayTab

TODAY = date(2026, 11, 20)
MANY_LINES = "wants shelves\n\n  call her back"


@pytest.fixture
def filled(book: Book) -> Book:
    """Three wait for an answer, and Anna for a visit."""
    book.clock = lambda: datetime.combine(TODAY, time(10, 17)).astimezone()
    anna = people.add(book, Party("Anna"), Standing.CURRENT, date(2025, 1, 1))
    for back, name in enumerate(("Barbara", "Patrick", "Wilma")):
        received = datetime.combine(TODAY - timedelta(days=3), time(9, back)).astimezone()
        inquiries.receive(book, Inquiry(received, InquiryChannel.EMAIL, name=name, asked=MANY_LINES))
    contacts.plan(book, NextStep(TODAY, anna, "visit"))
    return book


@pytest.fixture
def tab(filled: Book, session: Session, qtbot: QtBot) -> TodayTab:
    made = TodayTab(session)
    qtbot.addWidget(made)
    made.resize(850, 700)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.is_whole)
    made.waiting.setFocus()
    go_to(made, "Barbara")
    qtbot.waitUntil(lambda: not made.waiting.is_settling)
    return made


def go_to(tab: TodayTab, who: str) -> None:
    place = next(place for place, row in enumerate(tab.waiting.rows_model.rows) if row.strong == who)
    tab.waiting.setCurrentIndex(tab.waiting.rows_model.index(place))


def button(tab: TodayTab, text: str) -> QToolButton:
    (found,) = [one for one in tab.buttons.findChildren(QToolButton) if one.isVisible() and one.text() == text]
    return found


def waiting(book: Book) -> list[str]:
    return sorted(one.name for one in book.inquiries.all() if one.state is InquiryState.WAITING)


@pytest.mark.parametrize("text", ["Answered", "Not for us"])
def test_the_second_click_of_a_double_click_does_nothing(tab: TodayTab, filled: Book, qtbot: QtBot, text: str) -> None:
    one = button(tab, text)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert waiting(filled) == ["Patrick", "Wilma"]
    assert tab.buttons.isVisible(), "Patrick has slid into her place"
    QTest.mouseDClick(button(tab, text), Qt.MouseButton.LeftButton)
    assert waiting(filled) == ["Patrick", "Wilma"]
    qtbot.waitUntil(lambda: not tab.waiting.is_settling)
    QTest.mouseClick(button(tab, text), Qt.MouseButton.LeftButton)
    assert waiting(filled) == ["Wilma"]


def test_a_double_click_that_ended_a_row_opens_no_other(tab: TodayTab, session: Session) -> None:
    wanted: list[int] = []
    session.inquiry_wanted.connect(wanted.append)
    QTest.mouseClick(button(tab, "Answered"), Qt.MouseButton.LeftButton)
    tab.waiting.doubleClicked.emit(tab.waiting.currentIndex())
    assert wanted == []


def test_a_key_that_is_held_ends_one_row(tab: TodayTab, filled: Book) -> None:
    assert not any(action.autoRepeat() for action in tab.waiting.actions())


def test_what_ends_a_row_is_said_in_words_where_there_is_room(tab: TodayTab, filled: Book) -> None:
    style = Qt.ToolButtonStyle.ToolButtonTextOnly
    assert tab.waiting.viewport().width() < 820
    assert button(tab, "Answered").toolButtonStyle() is style
    go_to(tab, "Anna")
    assert button(tab, "Done").toolButtonStyle() is style
    tab.resize(520, 700)
    go_to(tab, "Barbara")
    assert button(tab, "Answered").toolButtonStyle() is not style
    assert button(tab, "Answered").toolTip() == "They have their answer (D)"


def test_a_resting_pointer_hears_what_the_button_below_it_does(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    """The buttons may come to the pointer, and then the list below them is asked."""
    work.start_timer(filled, filled.now(), 0, Side.GAIN, "estimate")
    go_to(tab, "Nobody in particular")
    view = tab.waiting.viewport()
    one = button(tab, "Stop and log")
    place = one.mapTo(view, QPoint(5, 5))
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == "Stop the timer and log its time (D)"
    QToolTip.hideText()


def test_several_lines_are_one_in_the_row_and_whole_in_the_tooltip(tab: TodayTab) -> None:
    index = tab.waiting.currentIndex()
    row = tab.waiting.rows_model.rows[index.row()]
    assert index.data(Qt.ItemDataRole.ToolTipRole).count("\n") == 2
    before = tab.waiting.grab().toImage()
    assert MANY_LINES in row.words
    words = row.words.replace(MANY_LINES, "wants shelves · call her back")
    tab.waiting.rows_model.replace(index.row(), replace(row, words=words))
    assert tab.waiting.grab().toImage() == before
