"""The pipeline's table: what its rows say, sorting, filtering, the closed ones, totals, and the owner's place in it."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from balancer_desktop.app import losing, opportunities, people, winning
from balancer_desktop.app.pipeline import cards
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.prospects.pipeline_columns import ABOUT, CHANCE, COLUMNS, SIGN, STAGE, TITLES, WHO, Reading
from balancer_desktop.ui.prospects.pipeline_table import PipelineTable
from balancer_desktop.ui.prospects.pipeline_table_model import Kept, PipelineTableModel
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.prospects.table_view import TableView
from balancer_desktop.ui.session import Session
from tests.ui.prospects.conftest import TODAY, Pipeline

Show = Callable[..., ProspectsTab]
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def table(tab: ProspectsTab) -> PipelineTable:
    return tab.findChild(PipelineTable)


def titles(tab: ProspectsTab) -> list[str]:
    model = table(tab).model()
    return [model.index(row, ABOUT).data() for row in range(model.rowCount())]


def row(tab: ProspectsTab, number: int) -> list[str]:
    model = table(tab).model()
    return [model.index(number, column).data() for column in range(model.columnCount())]


def said(tab: ProspectsTab, name: str) -> str:
    return next(label.text() for label in tab.findChildren(QLabel) if label.accessibleName() == name)


def test_a_row_says_everything(pipeline: Pipeline, show: Show) -> None:
    tab = show("table", (1520, 900))
    assert titles(tab) == ["new roof", "yearly contract", "fence"], "the most urgent first"
    assert row(tab, 0) == [
        "Hilltop", "new roof", "Inquiry", "2,400.00", "10\xa0%", "240.00", "call", "19/11/2026",
        "1 day late, Thu\xa019", "", "", "2\xa0days",
    ]  # fmt: skip
    shown = [title for number, title in enumerate(TITLES) if not table(tab).isColumnHidden(number)]
    assert shown == list(TITLES)


def test_what_has_no_room_gives_way_and_nothing_is_scrolled(pipeline: Pipeline, show: Show) -> None:
    tab = show("table")
    view = table(tab)
    shown = [title for number, title in enumerate(TITLES) if not view.isColumnHidden(number)]
    assert shown == ["Who", "What about", "Stage", "Value", "Chance", "Next action", "What it needs"]
    assert view.horizontalHeader().length() == view.viewport().width()


def test_a_column_that_is_not_wanted_leaves_its_room_to_another(
    pipeline: Pipeline, show: Show, settings: QSettings
) -> None:
    tab = show("table")
    menu = table(tab).columns_menu()
    assert "Weighted (no room)" in [action.text() for action in menu.actions()]
    for title in ("Next action", "Stage"):
        next(action for action in menu.actions() if action.text() == title).setChecked(False)
    view = table(tab)
    assert not view.isColumnHidden(TITLES.index("Weighted"))
    assert view.isColumnHidden(STAGE)
    assert str(settings.value("prospects/table/without")) == "Next action,Stage"


def test_the_chance_tells_why(session: Session, pipeline: Pipeline, show: Show) -> None:
    tab = show("table")
    model = table(tab).model()
    tip = model.index(0, CHANCE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "10 % as you reckon for Inquiry, until 10 that were there came to an end."
    book, opened = session.book, TODAY - timedelta(days=30)
    reason = book.stages.loss_reasons()[0].id
    with book.change("History"):
        for number in range(12):
            party = people.add(book, Party(f"Past {number}"), Standing.PROSPECT, opened)
            past = opportunities.add(book, Opportunity(party, "past", opened))
            if number < 3:
                winning.win(book, past, checklist="")
            else:
                losing.lose(book, past, reason)
    tip = model.index(titles(tab).index("new roof"), CHANCE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == ("By your own history: 3 of 12 won (25\xa0%, 9–53\xa0% in the long run) of what was in Inquiry."), (
        "Wilson's interval of 3 of 12 is 0.0889 to 0.5323"
    )
    assert model.index(titles(tab).index("new roof"), CHANCE).data() == "25\xa0%"


def test_sorting_puts_what_has_no_value_last_both_ways(session: Session, pipeline: Pipeline, show: Show) -> None:
    opportunities.add(session.book, Opportunity(pipeline.hilltop, "shed", TODAY))
    tab = show("table")
    value = TITLES.index("Value")
    table(tab).sortByColumn(value, UP)
    assert titles(tab) == ["fence", "new roof", "yearly contract", "shed"]
    table(tab).sortByColumn(value, DOWN)
    assert titles(tab) == ["yearly contract", "new roof", "fence", "shed"]
    table(tab).sortByColumn(WHO, UP)
    assert titles(tab) == ["yearly contract", "new roof", "shed", "fence"]


def test_the_filter_looks_at_people_words_and_stages(pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show("table")
    tab.focus_filter()
    for typed, found in (("propos", ["yearly contract"]), ("hill roof", ["new roof"]), ("visit", ["fence"])):
        QApplication.focusWidget().clear()
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        assert titles(tab) == found
    assert said(tab, "How many") == "1 of 3 open"
    QApplication.focusWidget().clear()
    qtbot.keyClicks(QApplication.focusWidget(), "zebra")
    assert titles(tab) == []
    everything = next(b for b in tab.findChildren(QPushButton) if b.text() == "Show everything")
    everything.click()
    assert len(titles(tab)) == 3


def kind(tab: ProspectsTab, text: str) -> QToolButton:
    return next(b for b in tab.findChildren(QToolButton) if b.text() == text)


def test_closed_ones_are_listed_when_asked_for(session: Session, pipeline: Pipeline, show: Show) -> None:
    winning.win(session.book, pipeline.contract, agreed=480000)
    losing.lose(session.book, pipeline.fence, session.book.stages.loss_reasons()[0].id)
    tab = show("table")
    assert titles(tab) == ["new roof"]
    kind(tab, "Won").click()
    assert titles(tab) == ["yearly contract"]
    assert row(tab, 0)[SIGN] == "Won on 20/11/2026"
    assert said(tab, "What the stages add up to") == "1 won in the last 12 months, worth €4,800"
    kind(tab, "Lost").click()
    assert row(tab, 0)[SIGN] == "Lost on 20/11/2026"
    session.book.undo()
    assert titles(tab) == [], "it is open again"
    next(b for b in tab.findChildren(QPushButton) if b.text() == "Show what is open").click()
    assert titles(tab) == ["new roof", "fence"]


def test_the_stages_add_up(pipeline: Pipeline, show: Show) -> None:
    tab = show("table")
    assert said(tab, "What the stages add up to") == (
        "Inquiry: 2, €3,200, weighted €320 · Proposal: 1, €5,001, weighted €2,000 · "
        "Together: 3, €8,201, weighted €2,320"
    )


def test_the_row_stays_chosen_while_the_book_changes_and_keys_work_there(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show("table")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    chosen = table(tab).current()
    assert chosen is not None
    assert chosen.opportunity.id == pipeline.contract
    opportunities.park(session.book, [pipeline.roof], TODAY + timedelta(days=30))
    chosen = table(tab).current()
    assert chosen is not None
    assert chosen.opportunity.id == pipeline.contract
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_BracketRight)
    moved = session.book.pipeline.get(pipeline.contract)
    assert moved is not None
    assert moved.stage_id == pipeline.stages[4]


def test_what_is_listed_is_copied_as_a_table(session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    told: list[str] = []
    session.said.connect(told.append)
    show("table")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == ["Who", "What about", "Stage", "Value, €", "Chance", "Next action", "What it needs"]
    assert lines[1] == ["Hilltop", "new roof", "Inquiry", "2,400.00", "10\xa0%", "call", "1 day late, Thu\xa019"]
    assert len(lines) == 4
    assert told == ["Copied: 3 opportunities"]


def test_the_table_is_a_proper_model(session: Session, pipeline: Pipeline) -> None:
    book = session.book
    reading = Reading(
        session.formats, lambda _: Conversion(), TODAY, {stage.id: stage for stage in book.stages.stages()}
    )
    model = PipelineTableModel(reading, QApplication.font())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_cards(pipeline_cards(session))
    for column in range(len(COLUMNS)):
        for order in (UP, DOWN):
            model.sort(column, order)
            assert model.rowCount() == 3
    model.set_filter("acme", Kept.OPEN)
    assert model.rowCount() == 1
    model.set_filter("", Kept.WON)
    assert model.rowCount() == 0


def pipeline_cards(session: Session) -> list[Card]:
    return cards(session.book)


def test_whoever_is_opened_has_their_row_chosen_or_none_is(session: Session, pipeline: Pipeline, show: Show) -> None:
    tab = show("table", (1520, 900))
    table = tab.findChild(TableView).table
    tab.open_party(pipeline.hilltop)
    assert table.current().opportunity.id == pipeline.roof
    lonely = people.add(session.book, Party("Lonely"), Standing.PROSPECT)
    tab.open_party(lonely)
    assert table.current() is None


def test_beside_the_rows_there_is_no_menu(pipeline: Pipeline, show: Show) -> None:
    view = table(show("table", (1520, 900)))
    below = view.viewport().rect().bottomLeft() + QPoint(20, -20)
    sent = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, below, view.viewport().mapToGlobal(below))
    QApplication.sendEvent(view.viewport(), sent)
    assert QApplication.activePopupWidget() is None
