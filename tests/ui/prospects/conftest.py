"""The Prospects tab on screen, with a small pipeline."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from balancer_desktop.app import losing, opportunities, people, winning
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.session import Session

TODAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Opportunities: Hilltop's roof is inquired about, Marlow's fence too, Acme, a customer, has a proposal."""

    roof: int
    fence: int
    contract: int
    hilltop: int
    stages: tuple[int, ...]


@pytest.fixture
def pipeline(session: Session) -> Pipeline:
    book = session.book
    hilltop = people.add(book, Party("Hilltop"), Standing.PROSPECT, TODAY - timedelta(days=60))
    marlow = people.add(book, Party("Marlow"), Standing.PROSPECT, TODAY - timedelta(days=60))
    acme = people.add(book, Party("Acme"), Standing.CURRENT, TODAY - timedelta(days=600))
    stages = tuple(stage.id for stage in book.stages.stages())
    opened = TODAY - timedelta(days=2)
    late = NextStep(TODAY - timedelta(days=1), hilltop, "call")
    roof = opportunities.add(book, Opportunity(hilltop, "new roof", opened, 240000), 0, late)
    soon = NextStep(TODAY + timedelta(days=4), marlow, "visit")
    fence = opportunities.add(book, Opportunity(marlow, "fence", opened, 80000), 0, soon)
    contract = opportunities.add(book, Opportunity(acme, "yearly contract", opened, 500050), stages[3])
    return Pipeline(roof, fence, contract, hilltop, stages)


def ended(session: Session, pipeline: Pipeline) -> None:
    """Of what was in the first stage, 9 are won and 3 lost: history enough."""
    book = session.book
    reason = book.stages.loss_reasons()[0].id
    for number in range(12):
        made = opportunities.add(book, Opportunity(pipeline.hilltop, f"job {number}", TODAY - timedelta(days=5)))
        if number < 9:
            winning.win(book, made, agreed=100, checklist="")
        else:
            losing.lose(book, made, reason)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "tab.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def show(session: Session, settings: QSettings, qtbot: QtBot) -> Callable[..., ProspectsTab]:
    """Show the tab at a view and a size, with the keyboard in it."""

    def show(view: str = "board", size: tuple[int, int] = (880, 690)) -> ProspectsTab:
        settings.setValue("prospects/view", view)
        tab = ProspectsTab(session, settings)
        qtbot.addWidget(tab)
        session.party_wanted.connect(tab.open_party)
        tab.resize(*size)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.setFocus()
        return tab

    return show
