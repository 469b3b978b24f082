"""The Prospects tab on screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.session import Session


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "tab.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def show(session: Session, settings: QSettings, qtbot: QtBot) -> Callable[..., ProspectsTab]:
    """Show the tab at a view and a size, with the keyboard in it."""

    def show(view: str = "people", size: tuple[int, int] = (880, 690)) -> ProspectsTab:
        settings.setValue("prospects/view", view)
        tab = ProspectsTab(session, settings)
        qtbot.addWidget(tab)
        tab.resize(*size)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.setFocus()
        return tab

    return show
