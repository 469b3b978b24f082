"""The panel follows the book: the measure that has something to show, and the owner's choice before that."""

from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from balancer_desktop.app import money, people, work
from balancer_desktop.domain.entries import Sale, Work
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance.entries_list import EntriesModel, EntryRow
from balancer_desktop.ui.balance.panel import BalancePanel
from balancer_desktop.ui.live_balance import LiveBalance
from balancer_desktop.ui.session import Session
from tests.ui.windows import today


def settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def listed(panel: BalancePanel) -> tuple[EntryRow, ...]:
    (model,) = panel.findChildren(EntriesModel)
    return model.rows


def shown(session: Session, qtbot: QtBot, folder: Path) -> tuple[BalancePanel, LiveBalance]:
    panel = BalancePanel(session.formats)
    qtbot.addWidget(panel)
    live = LiveBalance(panel, session, settings(folder))
    panel.show()
    return panel, live


def test_a_book_with_sales_alone_opens_on_its_income(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    ann = people.add(session.book, Party("Ann"))
    money.record_sale(session.book, Sale(today(), ann, 45000))
    _, live = shown(session, qtbot, tmp_path)
    assert live.measure is Measure.INCOME
    work.log(session.book, Work(today(), 60, Side.KEEP, ann))
    assert live.measure is Measure.HOURS


def test_the_owners_choice_is_kept_and_remembered(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    panel, live = shown(session, qtbot, tmp_path)
    panel.measure_changed.emit(Measure.HEADS)
    work.log(session.book, Work(today(), 60, Side.KEEP))
    assert live.measure is Measure.HEADS
    _, again = shown(session, qtbot, tmp_path)
    assert again.measure is Measure.HEADS


def test_the_listed_entries_follow_every_change(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    panel, _ = shown(session, qtbot, tmp_path)
    work.log(session.book, Work(today(), 60, Side.KEEP, note="roof"))
    panel.drill.emit(Month.of(today()), Side.KEEP, Measure.HOURS)
    assert panel.listed == (Month.of(today()), Side.KEEP)
    work.log(session.book, Work(today(), 30, Side.KEEP, note="oven"))
    assert [row.what for row in listed(panel)] == ["oven", "roof"]
    session.book.undo()
    assert [row.what for row in listed(panel)] == ["roof"]
