"""A small business on screen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from balancer_desktop.app import money, people, work
from balancer_desktop.domain.entries import Sale, Work
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.session import Session

TODAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Ids:
    acme: int
    ben: int
    carol: int
    dora: int
    hilltop: int


@pytest.fixture
def ids(session: Session) -> Ids:
    """Three customers, one who lapsed, one prospect; Acme has sales and work."""
    book = session.book
    since = date(2025, 1, 1)
    phone, email = ContactPoint(ContactKind.PHONE, "555-0101"), ContactPoint(ContactKind.EMAIL, "acme@example.com")
    acme = people.add(book, Party("Acme", contacts=(phone, email), tags=("roof",)), Standing.CURRENT, since)
    ben = people.add(book, Party("Ben Young", referred_by=acme), Standing.CURRENT, since)
    carol = people.add(book, Party("Carol"), Standing.CURRENT, since)
    dora = people.add(book, Party("Dora"), Standing.LAPSED, since)
    hilltop = people.add(book, Party("Hilltop"), Standing.PROSPECT, since)
    money.record_sale(book, Sale(date(2026, 10, 1), acme, 45000, "roof"))
    work.log(book, Work(date(2026, 10, 1), 120, Side.KEEP, acme, "roof"))
    return Ids(acme, ben, carol, dora, hilltop)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "columns.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def show(session: Session, settings: QSettings, qtbot: QtBot) -> Callable[..., PeopleTab]:
    """Show a tab of standings at a size, with the keyboard in its table."""

    def show(*standings: Standing, size: tuple[int, int] = (880, 690)) -> PeopleTab:
        tab = PeopleTab(session, standings or (Standing.CURRENT,), settings)
        qtbot.addWidget(tab)
        tab.resize(*size)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.setFocus()
        return tab

    return show
