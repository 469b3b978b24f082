"""The list of prospects says of each in which stage they are and what they need, and follows the pipeline."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from balancer_desktop.app import opportunities, people, stages
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.columns import NAME, PIPELINE
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.session import Session
from tests.ui.people.conftest import TODAY, Ids


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


def test_it_sorts_by_what_is_urgent_and_then_by_stage(
    ids: Ids, show: Callable[..., PeopleTab], session: Session
) -> None:
    """Ada overdue; Bo and Cy without a next action, Cy in the earlier stage; with Hilltop nothing is open."""
    book, day = session.book, date(2026, 11, 1)
    for name, place in (("Ada", 5), ("Bo", 3), ("Cy", 1), ("Dee", 0)):
        party = people.add(book, Party(name), Standing.PROSPECT, day)
        step = {"Ada": date(2026, 11, 18), "Dee": date(2026, 11, 28)}.get(name)
        stage = book.stages.stages()[place].id
        offered = Opportunity(party, name, TODAY)
        opportunities.add(book, offered, stage_id=stage, step=NextStep(step, 0, "call") if step else None)
    table: QTableView = show(Standing.PROSPECT).findChild(PeopleTable)
    table.sortByColumn(PIPELINE, Qt.SortOrder.AscendingOrder)

    def names() -> list[str]:
        return [table.model().index(row, NAME).data() for row in range(table.model().rowCount())]

    assert names() == ["Ada", "Cy", "Bo", "Dee", "Hilltop"]
    table.sortByColumn(PIPELINE, Qt.SortOrder.DescendingOrder)
    assert names() == ["Dee", "Bo", "Cy", "Ada", "Hilltop"]
    opportunities.add(book, Opportunity(ids.hilltop, "Shed", TODAY), step=NextStep(date(2026, 11, 10), 0, "call"))
    assert names() == ["Dee", "Bo", "Cy", "Ada", "Hilltop"], "it is overdue too, in an earlier stage than Ada's"
    opportunities.park(book, [1], date(2027, 1, 1))
    assert names() == ["Ada", "Dee", "Bo", "Cy", "Hilltop"]
