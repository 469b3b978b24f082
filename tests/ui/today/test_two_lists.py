"""The room of today's page: what waits has it first, and what is out of sight is named and a click away."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, inquiries, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import NextStep, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.today.today_tab import TodayTab

TODAY = date(2026, 11, 20)


@pytest.fixture
def filled(book: Book) -> Book:
    """Three inquiries, three steps overdue, three due and three soon; five hours were worked."""
    book.clock = lambda: datetime.combine(TODAY, time(10, 17)).astimezone()
    anna = people.add(book, Party("Anna"), Standing.CURRENT, date(2025, 1, 1))
    for number in range(3):
        received = datetime.combine(TODAY, time(9, number)).astimezone()
        inquiries.receive(book, Inquiry(received, InquiryChannel.CALL, name=f"Caller {number}"))
        for days in (-2, 0, 2):
            contacts.plan(book, NextStep(TODAY + timedelta(days=days), anna, f"step {days} {number}"))
    for hours in range(5):
        work.log(book, Work(TODAY, 60 * (hours + 1), Side.KEEP))
    return book


@pytest.fixture
def tab(filled: Book, session: Session, qtbot: QtBot) -> TodayTab:
    made = TodayTab(session)
    qtbot.addWidget(made)
    made.resize(860, 500)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.is_whole)
    made.waiting.setFocus()
    return made


def click(tab: TodayTab, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(getattr(tab.lists.foot, name), Qt.MouseButton.LeftButton)


def in_sight(tab: TodayTab, place: int) -> bool:
    view = tab.waiting
    return view.viewport().rect().contains(view.visualRect(view.rows_model.index(place)))


def test_what_was_done_is_one_line_where_the_list_needs_the_room(tab: TodayTab, qtbot: QtBot) -> None:
    foot = tab.lists.foot
    assert not tab.lists.done_part.isVisible()
    assert foot.done.text() == "Done today: 5 · show"
    click(tab, qtbot, "done")
    assert tab.lists.done_part.isVisible()
    assert foot.done.text() == "Hide what was done"
    click(tab, qtbot, "done")
    assert not tab.lists.done_part.isVisible()


def test_where_there_is_room_for_all_there_is_no_such_line(tab: TodayTab, qtbot: QtBot) -> None:
    tab.resize(860, 1100)
    qtbot.waitUntil(tab.lists.done_part.isVisible)
    assert not tab.lists.foot.isVisible()
    qtbot.waitUntil(lambda: tab.done.verticalScrollBar().maximum() == 0)  # all of what was done is seen
    tab.resize(1500, 500)
    qtbot.waitUntil(tab.lists.foot.isVisible)
    assert tab.lists.done_part.isVisible()
    assert not tab.lists.foot.done.isVisible()


def test_what_is_out_of_sight_is_named_and_a_click_goes_there(tab: TodayTab, qtbot: QtBot) -> None:
    foot, rows = tab.lists.foot, tab.waiting.rows_model.rows
    said = foot.below.text()
    assert said == "Below: due today 2 · 3\u00a0h and 5 touches left · soon 3"
    while foot.below.isEnabled():
        first = rows.index(tab.waiting.below()[0])
        first += rows[first].heading
        click(tab, qtbot, "below")
        assert tab.waiting.currentIndex().row() == first
        assert in_sight(tab, first)
        seen = [number for number in range(len(rows)) if in_sight(tab, number)]
        assert not rows[seen[-1]].heading, "a heading without a row"
    assert in_sight(tab, len(rows) - 1)
    assert tab.waiting.hasFocus()


def test_the_line_stands_right_below_the_last_row_that_is_seen(tab: TodayTab) -> None:
    for height in range(330, 900, 23):
        tab.resize(860, height)
        view, foot = tab.waiting, tab.lists.foot
        if foot.isVisible():
            seen = [n for n in range(len(view.rows_model.rows)) if in_sight(tab, n)]
            assert foot.geometry().top() - view.visualRect(view.rows_model.index(seen[-1])).bottom() <= 2, height
            assert foot.geometry().bottom() <= view.height(), height


def test_a_row_that_is_ended_leaves_its_section_in_sight(tab: TodayTab, qtbot: QtBot) -> None:
    for place in (1, 5, 6):
        tab.waiting.setCurrentIndex(tab.waiting.rows_model.index(place))
        top = tab.waiting.verticalScrollBar().value()
        heading = max(n for n in range(place) if tab.waiting.rows_model.rows[n].heading)
        name = tab.waiting.rows_model.rows[heading].strong
        qtbot.keyClick(tab.waiting, Qt.Key.Key_D)
        names = [row.strong for row in tab.waiting.rows_model.rows]
        assert in_sight(tab, names.index(name)), name
        assert tab.waiting.verticalScrollBar().value() == top
