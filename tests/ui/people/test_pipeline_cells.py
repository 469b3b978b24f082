"""The list of prospects says of each in which stage they are and what they need, and follows the pipeline."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QTableView

from balancer_desktop.app import opportunities, stages
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.columns import PIPELINE
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.session import Session
from tests.ui.people.conftest import Ids


def test_the_column_follows_the_pipeline(ids: Ids, show: Callable[..., PeopleTab], session: Session) -> None:
    table: QTableView = show(Standing.PROSPECT).findChild(PeopleTable)
    assert not table.isColumnHidden(PIPELINE)
    cell = table.model().index(0, PIPELINE)
    assert cell.data() == ""
    one = opportunities.add(
        session.book,
        Opportunity(ids.hilltop, "Gutter", date(2026, 11, 1)),
        step=NextStep(date(2026, 11, 18), 0, "call"),
    )
    assert cell.data() == "Inquiry · 2 days late, Wed\u00a018"
    opportunities.move(session.book, one, session.book.stages.stages()[3].id)
    assert cell.data().startswith("Proposal · ")
    opportunities.add(session.book, Opportunity(ids.hilltop, "Shed", date(2026, 11, 18)))
    assert cell.data().endswith("(+1)")
    proposal = session.book.stages.stages()[3]
    stages.edit(session.book, replace(proposal, name="Quote"))
    assert cell.data().startswith("Quote · ")
