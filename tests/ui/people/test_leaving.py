"""Who is archived, restored or moved may be gone from the list looked at: the status line says what was done."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.leaving import move_people, restore_people
from balancer_desktop.ui.people.standing_dialog import StandingDialog
from balancer_desktop.ui.session import Session
from tests.ui.people.conftest import Ids


@pytest.fixture
def said(session: Session) -> list[str]:
    heard: list[str] = []
    session.said.connect(heard.append)
    return heard


def test_each_says_what_was_done_and_how_it_is_taken_back(
    ids: Ids, session: Session, said: list[str], qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    move_people(parent, session, [ids.acme, ids.ben], Standing.LAPSED)
    assert said == ["2 people: lapsed now — Ctrl+Z takes it back"]
    move_people(parent, session, [ids.acme], Standing.EX)
    asking = parent.findChild(StandingDialog)
    assert len(said) == 1, "it is asked first"
    asking.save()
    assert said[1:] == ["Archived Acme — Ctrl+Z takes it back"]
    assert session.book.people.standing(ids.acme) is Standing.EX
    restore_people(session, [ids.acme])
    assert said[2:] == ["Restored Acme — Ctrl+Z takes it back"]
    assert session.book.people.standing(ids.acme) is Standing.LAPSED


def test_what_could_not_be_done_on_the_disk_is_not_hidden_by_it(ids: Ids, session: Session, said: list[str]) -> None:
    session.book.disk_follows = lambda _changes: ("The folder of Acme could not be moved.",)
    refused: list[str] = []
    session.refused.connect(refused.append)
    move_people(QWidget(), session, [ids.acme], Standing.LAPSED)
    assert (said, refused) == ([], ["The folder of Acme could not be moved."])
