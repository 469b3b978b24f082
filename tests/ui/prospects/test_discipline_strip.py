"""The strip above the views says what a week owes and what to beware of, and its goals can be changed there."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, discipline, opportunities, people, work
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.alarms import Alarm, AlarmKind
from balancer_desktop.domain.pipeline.discipline import Goals, Week
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.prospects.discipline_strip import DisciplineStrip, alarm_words, week_words
from balancer_desktop.ui.prospects.goals_form import GoalsForm
from balancer_desktop.ui.session import Session

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)


def told(session: Session, minutes: int, touches: int, streak: int, goals: Goals | None = None) -> str:
    return week_words(Week(MONDAY, minutes, touches, goals or Goals(180, 5)), streak, session.formats).replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("minutes", "touches", "streak", "words"),
    [
        (90, 2, 0, "1 h 30 of 3 h · 2 of 5 touches"),
        (180, 2, 1, "✓ 3 h of 3 h · 2 of 5 touches · goals kept last week"),
        (200, 6, 1, "✓ 3 h 20 of 3 h · ✓ 6 of 5 touches · goals kept"),
        (200, 6, 4, "✓ 3 h 20 of 3 h · ✓ 6 of 5 touches · goals kept 4 weeks in a row"),
    ],
)
def test_a_week_in_words(session: Session, minutes: int, touches: int, streak: int, words: str) -> None:
    assert told(session, minutes, touches, streak) == f"Prospecting this week: {words}"


def test_goals_that_ask_for_nothing_or_for_one_thing(session: Session) -> None:
    assert told(session, 90, 1, 0, Goals(0, 0)).endswith("1 h 30 and 1 touch. No goal is set, so that nothing is owed.")
    assert told(session, 90, 1, 0, Goals(0, 1)).endswith("1 h 30 · ✓ 1 of 1 touch")


def test_alarms_carry_a_sign() -> None:
    two = [Alarm(AlarmKind.EMPTY, "Nothing is in the pipeline."), Alarm(AlarmKind.TOO_BUSY, "“A & B” ends today.")]
    told = alarm_words(two, "#8A5A00")
    assert told.count("⚠") == told.count("#8A5A00") == 2
    assert "A &amp; B" in told


@pytest.fixture
def strip(session: Session, qtbot: QtBot) -> DisciplineStrip:
    made = DisciplineStrip(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_follows_the_book_once_others_are_painted(
    session: Session, strip: DisciplineStrip, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many changes come together, they are read once."""
    read = []
    told_by = discipline.alarms
    monkeypatch.setattr(discipline, "alarms", lambda book: read.append(1) or told_by(book))
    assert "0\u00a0h of 3\u00a0h · 0 of 5 touches" in strip.week.text()
    assert strip.week.toolTip().startswith("A touch is something that goes out to somebody who is no customer yet")
    assert "Nothing is in the pipeline." in strip.alarms.text()
    hilltop = people.add(session.book, Party("Hilltop"), Standing.PROSPECT, TODAY - timedelta(days=3))
    work.log(session.book, Work(TODAY, 45, Side.GAIN, hilltop))
    contacts.log(session.book, Contact(TODAY, hilltop, Channel.CALL))
    opportunities.add(session.book, Opportunity(hilltop, "Gutter", TODAY), step=NextStep(TODAY, hilltop, "call"))
    assert not read
    qtbot.waitUntil(lambda: "45\u00a0min of 3\u00a0h · 1 of 5 touches" in strip.week.text())
    assert not strip.alarms.isVisible()
    assert len(read) == 1


def test_what_came_while_nobody_looked_is_told_when_it_is_shown(session: Session, strip: DisciplineStrip) -> None:
    """Even when it was hidden within the pause."""
    work.log(session.book, Work(TODAY, 45, Side.GAIN))
    strip.hide()
    assert "0\u00a0h of 3\u00a0h" in strip.week.text()
    strip.show()
    assert "45\u00a0min of 3\u00a0h" in strip.week.text()


def test_the_goals_are_changed_where_they_stand(session: Session, strip: DisciplineStrip, qtbot: QtBot) -> None:
    qtbot.mouseClick(strip.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    form = strip.findChild(GoalsForm)
    qtbot.waitUntil(form.isActiveWindow)
    hours, touches = form.findChildren(QSpinBox)
    hours.setValue(2)
    touches.setValue(0)
    qtbot.keyClick(hours, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "0\u00a0h of 2\u00a0h · 0 touches" in strip.week.text())
    session.book.undo()
    qtbot.waitUntil(lambda: "of 3\u00a0h" in strip.week.text())
