"""The Prospects tab as a whole: its views by key and click, and the page beside them."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from balancer_desktop.app import people
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.side_panel import SidePanel
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.prospects.views import VIEWS
from balancer_desktop.ui.session import Session

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
