"""The Money page as the owner uses it: lists, periods, filter, keys, totals, and what it says when it is empty."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from balancer_desktop.app import lines, money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.line import LineKind
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.period import Period, Stretch
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.money.money_tab import MoneyTab
from balancer_desktop.ui.session import Session

TODAY = date(2026, 11, 20)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def filled(book: Book) -> Book:
    anna = people.add(book, Party("Anna"), Standing.CURRENT, date(2025, 1, 1))
    bert = people.add(book, Party("Bert"), Standing.CURRENT, date(2025, 1, 1))
    money.record_sale(book, Sale(TODAY, anna, 10000, "roof"))
    money.record_sale(book, Sale(TODAY - timedelta(days=3), bert, 45000, "gutter", owed=True))
    money.record_sale(book, Sale(date(2026, 10, 5), anna, 7000, "fence"))
    money.record_expense(book, Expense(TODAY, 2500, Side.GAIN, 0, "flyers"))
    work.log(book, Work(TODAY, 150, Side.RUN, 0, "taxes"))
    return book


@pytest.fixture
def tab(filled: Book, session: Session, settings: QSettings, qtbot: QtBot) -> MoneyTab:
    return shown(session, settings, qtbot)


def shown(session: Session, settings: QSettings, qtbot: QtBot, width: int = 900) -> MoneyTab:
    made = MoneyTab(session, settings)
    qtbot.addWidget(made)
    made.resize(width, 740)
    with qtbot.waitExposed(made):
        made.show()
    return made


def listed(tab: MoneyTab) -> list[str]:
    return [line.what for line in tab.table.lines_model.lines]


def select(tab: MoneyTab, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    tab.table.clearSelection()
    for row in rows:
        index = tab.table.lines_model.index(row, 0)
        tab.table.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def open_form(tab: MoneyTab, qtbot: QtBot) -> QDialog:
    (form,) = [child for child in tab.findChildren(QDialog) if child.isVisible()]
    return form


def test_it_opens_on_this_month_newest_first_with_its_totals(tab: MoneyTab) -> None:
    assert listed(tab) == ["roof", "gutter"]
    assert tab.headline.text() == "Sold €550.00 · spent €25.00 · €525.00 left over · 2 h 30 worked".replace(
        " h 30", "\u00a0h\u00a030"
    )
    assert tab.total.text() == "2 sales · €550.00"
    assert tab.owed.text().startswith("Owed to you: €450.00")
    assert tab.cash.text().startswith("Cash: €145.00")


def test_the_three_lists_are_a_click_apart_and_remembered(
    tab: MoneyTab, session: Session, settings: QSettings, qtbot: QtBot
) -> None:
    for number, (kind, what) in enumerate(
        [(LineKind.SALE, "roof"), (LineKind.EXPENSE, "flyers"), (LineKind.WORK, "taxes")]
    ):
        tab.segments._group.button(number).click()
        assert (tab.kind, listed(tab)[0]) == (kind, what)
    assert shown(session, settings, qtbot).kind is LineKind.WORK


@pytest.mark.parametrize(
    ("keys", "title", "count"),
    [
        ([Qt.Key.Key_Left], "October 2026", 1),
        ([Qt.Key.Key_Left, Qt.Key.Key_Left], "September 2026", 0),
        ([Qt.Key.Key_Left, Qt.Key.Key_Right], "November 2026", 2),
        ([Qt.Key.Key_Right], "November 2026", 2),  # never beyond today
    ],
)
def test_alt_and_arrows_turn_the_months(
    tab: MoneyTab, qtbot: QtBot, keys: list[Qt.Key], title: str, count: int
) -> None:
    tab.filter.setFocus()
    for key in keys:
        qtbot.keyClick(tab.filter, key, Qt.KeyboardModifier.AltModifier)
    assert (tab.period_bar._title.text(), len(listed(tab))) == (title, count)


def test_the_menu_chooses_longer_periods(tab: MoneyTab) -> None:
    said = []
    for action in tab.period_bar._choices.actions():
        action.trigger()
        said.append((action.text(), tab.period_bar._title.text(), len(listed(tab))))
    assert said == [
        ("This month", "November 2026", 2),
        ("Last month", "October 2026", 1),
        ("This year", "2026", 3),
        ("Last 12 months", "Dec 2025 – Nov 2026", 3),
        ("Everything", "Everything", 3),
    ]


def test_a_click_on_a_month_lists_it(tab: MoneyTab, qtbot: QtBot) -> None:
    row = tab.months.months_model.row(Month(2026, 10))
    tab.months.scrollTo(tab.months.months_model.index(row, 0))
    where = tab.months.visualRect(tab.months.months_model.index(row, 1)).center()
    qtbot.mouseClick(tab.months.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert listed(tab) == ["fence"]
    assert tab.period == Period(Stretch.MONTH, Month(2026, 10))


def test_the_keys_come_to_a_whole_month(tab: MoneyTab) -> None:
    tab.months.setFocus()
    chosen = tab.months.selectedIndexes()
    assert len(chosen) == tab.months.months_model.columnCount()
    assert {index.row() for index in chosen} == {tab.months.currentIndex().row()}


def test_typing_filters_and_the_total_follows(tab: MoneyTab, qtbot: QtBot) -> None:
    tab.focus_filter()
    qtbot.keyClicks(tab.filter, "BERT")
    qtbot.waitUntil(lambda: listed(tab) == ["gutter"])
    assert tab.total.text() == "1 sale · €450.00"


def test_an_empty_filter_result_offers_to_clear_it(tab: MoneyTab, qtbot: QtBot) -> None:
    tab.filter.setText("nobody")
    qtbot.waitUntil(tab.empty.isVisible)
    assert tab.empty._sentence.text() == "No sale in November 2026 says “nobody”."
    tab.empty._button.click()
    assert (tab.filter.text(), listed(tab)) == ("", ["roof", "gutter"])


def test_an_empty_book_says_what_goes_there_and_its_button_opens_the_form(
    session: Session, settings: QSettings, qtbot: QtBot
) -> None:
    tab = shown(session, settings, qtbot)
    assert tab.empty.isVisible()
    assert not tab.months.isVisible()
    assert not tab.cash.isVisible()
    assert tab.empty._sentence.text() == "What you earn from a customer is listed here, newest first."
    tab.empty._button.click()
    assert open_form(tab, qtbot).windowTitle()


def test_a_sale_appears_at_once_and_undo_takes_it_back(tab: MoneyTab, filled: Book) -> None:
    money.record_sale(filled, Sale(TODAY, 1, 99, "gate"))
    assert listed(tab) == ["gate", "roof", "gutter"]
    filled.undo()
    assert listed(tab) == ["roof", "gutter"]


def test_delete_removes_all_selected_as_one_step(tab: MoneyTab, filled: Book, session: Session, qtbot: QtBot) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    tab.table.setFocus()
    select(tab, 0, 1)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert listed(tab) == []
    assert said == ["Removed 2 sales. Ctrl+Z brings them back."]
    filled.undo()
    assert listed(tab) == ["roof", "gutter"]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_enter_edits_the_line_of_any_list(tab: MoneyTab, qtbot: QtBot, number: int) -> None:
    tab.segments._group.button(number).click()
    select(tab, 0)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert open_form(tab, qtbot).windowTitle().startswith("Edit")


def test_p_marks_the_unpaid_sale_paid(tab: MoneyTab, filled: Book, qtbot: QtBot) -> None:
    select(tab, 0, 1)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_P)
    assert filled.ledger.owed() == 0
    assert not tab.owed.isVisible()
    filled.undo()
    assert tab.owed.isVisible()


def test_ctrl_enter_opens_the_person(tab: MoneyTab, session: Session, qtbot: QtBot) -> None:
    select(tab, 1)
    tab.table.setFocus()
    with qtbot.waitSignal(session.party_wanted) as wanted:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [2]


def test_copying_gives_a_table_with_headings(tab: MoneyTab, qtbot: QtBot) -> None:
    select(tab, 0, 1)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n") == [
        "Who\tDate\tWhat\tPaid\tAmount, €",
        "Anna\t20/11/2026\troof\t\t100.00",
        "Bert\t17/11/2026\tgutter\tnot paid yet\t450.00",
    ]


def test_sorting_by_a_heading_is_kept_while_the_book_changes(tab: MoneyTab, filled: Book) -> None:
    tab.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert listed(tab) == ["gutter", "roof"]
    money.record_sale(filled, Sale(TODAY, 1, 20000, "gate"))
    assert listed(tab) == ["gutter", "gate", "roof"]


def test_the_selection_is_kept_while_the_book_changes(tab: MoneyTab, filled: Book) -> None:
    select(tab, 1)
    money.record_sale(filled, Sale(TODAY, 1, 20000, "gate"))
    assert [line.what for line in tab.table.chosen()] == ["gutter"]


def test_a_long_list_is_fetched_in_parts(
    tab: MoneyTab, filled: Book, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("balancer_desktop.ui.money.money_tab._PAGE", 2)
    tab.period_bar._choices.actions()[-1].trigger()
    assert listed(tab) == ["roof", "gutter"]
    assert tab.listed.text() == "The newest 2 are listed."
    assert tab.total.text() == "3 sales · €620.00"
    tab.more.click()
    assert listed(tab) == ["roof", "gutter", "fence"]
    assert not tab.more.isVisible()


def test_a_line_can_be_shown_from_elsewhere(tab: MoneyTab, filled: Book) -> None:
    (fence,) = (row for row in lines.lines(filled, LineKind.SALE, Period(Stretch.ALL, Month(2026, 11)), "fence").rows)
    tab.filter.setText("roof")
    tab.show_line(LineKind.SALE, Month(2026, 10), fence.id)
    assert [line.what for line in tab.table.chosen()] == ["fence"]


def test_a_line_further_down_than_what_is_fetched_can_be_shown(
    tab: MoneyTab, filled: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("balancer_desktop.ui.money.money_tab._PAGE", 1)
    first, last = (money.record_sale(filled, Sale(date(2026, 10, day), 1, 100, f"lot {day}")) for day in (1, 30))
    for sale_id, what in ((first, "lot 1"), (last, "lot 30")):
        tab.show_line(LineKind.SALE, Month(2026, 10), sale_id)
        assert [line.what for line in tab.table.chosen()] == [what]


@pytest.mark.parametrize(("width", "orientation"), [(900, Qt.Orientation.Vertical), (1500, Qt.Orientation.Horizontal)])
def test_the_months_stand_where_there_is_room(
    filled: Book, session: Session, settings: QSettings, qtbot: QtBot, width: int, orientation: Qt.Orientation
) -> None:
    tab = shown(session, settings, qtbot, width)
    assert tab._split.orientation() == orientation
    assert all(size > 150 for size in tab._split.sizes())


def test_models_behave_as_qt_expects(tab: MoneyTab, qtmodeltester: Callable[[], None], filled: Book) -> None:
    for model in (tab.table.lines_model, tab.months.months_model):
        qtmodeltester.check(model)
    money.record_sale(filled, Sale(TODAY, 1, 20000, "gate"))


def test_a_hidden_tab_catches_up_when_it_is_shown(tab: MoneyTab, filled: Book) -> None:
    tab.hide()
    money.record_sale(filled, Sale(TODAY, 1, 99, "gate"))
    assert listed(tab) == ["roof", "gutter"]
    tab.show()
    assert listed(tab) == ["gate", "roof", "gutter"]


@pytest.mark.parametrize("width", [520, 700, 900, 1500])
def test_every_amount_is_in_sight_at_every_width(
    filled: Book, session: Session, settings: QSettings, qtbot: QtBot, width: int
) -> None:
    tab = shown(session, settings, qtbot, width)
    for number in range(3):
        tab.segments._group.button(number).click()
        header = tab.table.horizontalHeader()
        assert header.length() <= tab.table.viewport().width()
        assert all(header.sectionSize(n) > 40 for n in range(header.count()) if not header.isSectionHidden(n))


def test_the_column_of_what_is_not_paid_shows_only_when_something_is_not(tab: MoneyTab, filled: Book) -> None:
    paid = [column.key for column in tab.table.lines_model.columns].index("paid")
    assert not tab.table.isColumnHidden(paid)
    lines.mark_paid(filled, [line.id for line in tab.table.lines_model.lines if line.owed])
    assert tab.table.isColumnHidden(paid)
