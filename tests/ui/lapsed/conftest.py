"""Customers, one who lapsed, and two who left into folders."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from balancer_desktop.app import archive, archive_folders, people
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.lapsed.lapsed_tab import LapsedTab
from balancer_desktop.ui.session import Session

SINCE = date(2025, 1, 1)
LEFT = date(2026, 3, 1)


@dataclass(frozen=True, slots=True)
class Gone:
    """Parties, and the folders Moved and, within it, Abroad."""

    acme: int
    dora: int
    emil: int
    fay: int
    moved: int
    abroad: int


@pytest.fixture
def gone(session: Session) -> Gone:
    """Acme is current, Dora lapsed; Emil moved away, Fay abroad, with a hook."""
    book = session.book
    dora_was = {"Dora": Standing.LAPSED}
    acme, dora, emil, fay = (
        people.add(book, Party(name), dora_was.get(name, Standing.CURRENT), SINCE)
        for name in ("Acme", "Dora", "Emil", "Fay")
    )
    moved = archive_folders.add(book, "Moved away")
    abroad = archive_folders.add(book, "Abroad", moved)
    reason = next(r.id for r in book.people.reasons() if r.label == "Moved away")
    archive.archive(book, [emil], reason, LEFT, moved)
    archive.archive(book, [fay], reason, LEFT, abroad, hook="ask who moved in")
    return Gone(acme, dora, emil, fay, moved, abroad)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "tab.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def show(session: Session, settings: QSettings, qtbot: QtBot) -> Callable[..., LapsedTab]:
    """The tab, shown at a size, with the keyboard in it."""

    def show(size: tuple[int, int] = (880, 690)) -> LapsedTab:
        tab = LapsedTab(session, settings)
        qtbot.addWidget(tab)
        tab.resize(*size)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.setFocus()
        return tab

    return show
