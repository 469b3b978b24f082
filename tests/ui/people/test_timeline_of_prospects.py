"""On the timeline, Enter opens an inquiry or an opportunity, and Del takes it out, but no part of its course."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from balancer_desktop.app import inquiries, opportunities
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.people.timeline_model import WHAT
from balancer_desktop.ui.people.timeline_view import TimelineView
from balancer_desktop.ui.session import Session
from tests.ui.people.conftest import Ids


@pytest.fixture
def view(session: Session, ids: Ids, qtbot: QtBot) -> TimelineView:
    """Carol asked for a roof, which became an opportunity that moved on."""
    asked = Inquiry(datetime(2026, 11, 2, 9, 30, tzinfo=UTC), InquiryChannel.CALL, ids.carol, asked="a roof")
    inquiries.receive(session.book, asked)
    roof = opportunities.add(session.book, Opportunity(ids.carol, "Roof", date(2026, 11, 3)))
    opportunities.move(session.book, roof, 4, date(2026, 11, 10))
    view = TimelineView(session)
    qtbot.addWidget(view)
    view.show_party(ids.carol)
    view.show()
    return view


def choose(view: TimelineView, what: str) -> None:
    rows = (row for row in range(view.model().rowCount()) if view.model().index(row, WHAT).data() == what)
    view.selectRow(next(rows))


@pytest.mark.parametrize(
    ("what", "title"),
    [("Inquiry by call", "inquiry"), ("Opportunity", "opportunity"), ("Moved to Proposal", "opportunity")],
)
def test_enter_opens_the_form(view: TimelineView, qtbot: QtBot, what: str, title: str) -> None:
    choose(view, what)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    form = view.findChild(EntryForm)
    assert title in form.windowTitle().lower()
    form.close()


def test_del_takes_out_the_whole_but_no_part(view: TimelineView, session: Session, qtbot: QtBot) -> None:
    choose(view, "Moved to Proposal")
    with qtbot.waitSignal(session.refused) as refused:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert "part of an opportunity" in str(refused.args[0])
    choose(view, "Opportunity")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.book.pipeline.all() == []
    choose(view, "Inquiry by call")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.book.inquiries.all() == []
    assert session.book.undo() == "Remove the inquiry of Carol"
