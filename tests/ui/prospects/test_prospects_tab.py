"""The Prospects tab as a whole: its views by key and click, and the page beside them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from balancer_desktop.app import people
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.side_panel import SidePanel
from balancer_desktop.ui.prospects.card_list import CardList
from balancer_desktop.ui.prospects.lanes import Lanes
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.prospects.table_view import TableView
from balancer_desktop.ui.prospects.views import VIEWS
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.tabs import TABS
from tests.ui.prospects.conftest import Pipeline
from tests.ui.windows import opened

Show = Callable[..., ProspectsTab]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_views_turn_by_key_and_the_last_one_is_remembered(show: Show, settings: QSettings, qtbot: QtBot) -> None:
    names = [view.name for view in VIEWS]
    tab = show(names[0])
    seen = [tab.view]
    for _ in names:
        qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_PageDown, CTRL)
        seen.append(tab.view)
        assert settings.value("prospects/view") == tab.view
    assert seen == [*names, names[0]]
    qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_PageUp, CTRL)
    assert tab.view == names[-1]


def test_a_page_stands_in_place_of_a_view_and_beside_it_where_there_is_room(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    hilltop = people.add(session.book, Party("Hilltop"), Standing.PROSPECT)
    tab = show("people", (1520, 900))
    tab.open_party(hilltop)
    assert tab.page_of == hilltop
    assert tab.selected_party() == hilltop
    assert tab.findChild(SidePanel) is not None


def test_a_person_is_added_whatever_view_is_shown(session: Session, show: Show, qtbot: QtBot) -> None:
    for view in VIEWS:
        tab = show(view.name)
        tab.add_person()
        qtbot.keyClicks(QApplication.focusWidget(), f"Somebody {view.name}")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
        assert f"Somebody {view.name}" in session.book.people.names().values()


def test_the_filter_of_a_view_without_one_is_that_of_the_table(pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show("board")
    tab.focus_filter()
    assert tab.view == "table"
    qtbot.keyClicks(QApplication.focusWidget(), "roof")
    table = tab.findChild(TableView)
    assert [card.opportunity.title for card in table.table.model().shown] == ["new roof"]


def test_from_the_page_of_a_customer_escape_comes_back_to_the_board(
    pipeline: Pipeline, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(session.book, tmp_path, qtbot, tab="prospects")
    tab = window.findChild(ProspectsTab)
    assert tab
    lanes = tab.show_view("board").findChild(Lanes)
    lanes.go_to(pipeline.contract)
    tab.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert TABS[window.tabs.currentIndex()].name == "customers"
    assert session.book.people.names()[window.open_page()] == "Acme"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert TABS[window.tabs.currentIndex()].name == "prospects"
    card = lanes.current()
    assert card is not None
    assert card.opportunity.id == pipeline.contract
    assert isinstance(QApplication.focusWidget(), CardList)
    window.session.close()
    window.hide()


def test_every_view_is_complete_in_a_window_of_1280_by_800(
    pipeline: Pipeline, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(session.book, tmp_path, qtbot, tab="prospects")
    tab = window.findChild(ProspectsTab)
    assert tab
    for view in VIEWS:
        tab.show_view(view.name)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1280, 800), view.name
        bars = [bar for bar in tab.findChildren(QScrollBar) if bar.isVisible()]
        assert [bar for bar in bars if bar.orientation() is Qt.Orientation.Horizontal] == [], view.name
    window.session.close()
    window.hide()
