"""The window as a person uses it: one line moves the chart, undo moves it back, closing keeps what was written."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import people, work
from balancer_desktop.app.book import Book, new_book, open_book
from balancer_desktop.app.contacts import plan
from balancer_desktop.app.money import record_sale
from balancer_desktop.domain.entries import NextStep, Sale, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui import forms
from balancer_desktop.ui.balance.plot_items import BarsItem
from balancer_desktop.ui.forms.amount_field import AmountField
from balancer_desktop.ui.forms.timer_form import TimerForm
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.people.columns import RHYTHM
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.tabs import TABS
from balancer_desktop.ui.today.row_buttons import RowButtons
from tests.ui.windows import opened, today


@pytest.fixture
def own_book(tmp_path: Path) -> Book:
    """A book that the window closes."""
    return new_book(tmp_path / "own", "EUR", today)


@pytest.fixture
def window(own_book: Book, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    people.add(own_book, Party("Acme Roofing"), Standing.CURRENT)
    people.add(own_book, Party("Acme Bakery"), Standing.EX)
    made = opened(own_book, tmp_path, qtbot, chart=True)
    yield made
    made.close()


def keep_minutes(window: MainWindow) -> int:
    """The height of this month's bar of keeping, as the chart draws it."""
    drawn = next(item for item in window.panel.chart.scene().items() if isinstance(item, BarsItem))
    return int(drawn.scene_now.months[-1].keep)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def walked(key: Qt.Key, home: QWidget) -> list[QWidget]:
    """Where the keys go with one key pressed again and again, until they are home."""
    stops: list[QWidget] = []
    for _ in range(60):
        press(key)
        stop = QApplication.focusWidget()
        assert stop is not None
        stops.append(stop)
        if stop is home:
            return stops
    raise AssertionError(f"the keys never come home: {stops}")


def test_one_line_moves_the_chart_and_undo_moves_it_back(window: MainWindow) -> None:
    window.quick_entry.focus_line()
    QTest.keyClicks(window.quick_entry.line, "2h Acme Roofing repair")
    assert window.quick_entry.dialogue.reading.draft is not None
    assert keep_minutes(window) == 0
    press(Qt.Key.Key_Return)
    assert keep_minutes(window) == 120
    assert window.quick_entry.line.text() == ""
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert keep_minutes(window) == 0
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert keep_minutes(window) == 120


def test_a_question_takes_an_answer_and_then_another_enter(window: MainWindow) -> None:
    window.quick_entry.focus_line()
    QTest.keyClicks(window.quick_entry.line, "1h Acme oven")
    while (choice := window.quick_entry.dialogue.view.current_choice()) and "Bakery" not in choice.label:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.book.work.between(today(), today()) == []
    press(Qt.Key.Key_Return)
    (logged,) = window.book.work.between(today(), today())
    assert window.book.people.names([logged.party_id]) == {logged.party_id: "Acme Bakery"}


def test_typing_where_nothing_takes_text_goes_to_the_line(window: MainWindow) -> None:
    window.panel.setFocus()
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_2)
    QTest.keyClicks(window.quick_entry.line, "h Acme Roofing")
    assert window.quick_entry.line.text() == "2h Acme Roofing"


def test_a_refused_line_stays_and_says_why(window: MainWindow) -> None:
    window.quick_entry.focus_line()
    QTest.keyClicks(window.quick_entry.line, "2h Acme Roofing tomorrow")
    press(Qt.Key.Key_Return)
    assert window.quick_entry.line.text() == "2h Acme Roofing tomorrow"
    assert window.book.work.between(today(), today()) == []
    assert window.quick_entry.dialogue.reading.question


def test_the_tabs_have_keys_and_a_party_opens_in_the_tab_of_its_standing(window: MainWindow) -> None:
    for number in range(1, 7):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert window.tabs.currentIndex() == number - 1
    names = {name: party_id for party_id, name in window.book.people.names().items()}
    window.open_party(names["Acme Bakery"])
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Lapsed && ex"


def test_the_panel_collapses_fills_the_window_and_comes_back(window: MainWindow) -> None:
    window.toggle_panel()
    assert not window.panel.isVisible()
    window.fill_panel()
    assert window.panel.isVisible()
    assert not window.tabs.isVisible()
    window.fill_panel()
    assert window.tabs.isVisible()
    assert window.panel.isVisible()


def test_closing_keeps_the_book_whole_and_free(window: MainWindow, own_book: Book) -> None:
    window.quick_entry.focus_line()
    QTest.keyClicks(window.quick_entry.line, "2h Acme Roofing")
    press(Qt.Key.Key_Return)
    window.close()
    again = open_book(own_book.folder, today)
    assert len(again.work.between(today(), today())) == 1
    again.close()


def test_closing_asks_before_a_form_that_cannot_be_saved_is_lost(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = forms.open_sale_form(window, window.session)
    amount = form.findChild(AmountField)
    assert amount is not None
    amount.setText("forty")
    answers = iter(["Go back to the form", "Close and lose what is in it"])

    def answer(box: QMessageBox) -> int:
        wanted = next(answers)
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert not window.close()
    assert window.isVisible()
    assert window.close()
    assert not form.isVisible()


@pytest.mark.parametrize("tab", ["today", "customers", "prospects", "money", "review"])
def test_tab_walks_the_line_the_tabs_the_page_and_the_panel_and_begins_again(window: MainWindow, tab: str) -> None:
    work.log(window.book, Work(today(), 60, Side.KEEP))  # an empty chart takes no keys
    window.show_tab(tab)
    window.quick_entry.focus_line()
    forward = walked(Qt.Key.Key_Tab, window.quick_entry.line)
    page = window.tabs.currentWidget()
    assert page is not None
    parts = [window.tabs.tabBar(), page, window.panel, window.quick_entry]
    met = [next(part for part in parts if part is stop or part.isAncestorOf(stop)) for stop in forward]
    assert [part for part, _ in groupby(met)] == parts
    assert window.panel.chart in forward
    # The buttons of a row are there while the keys are in its list: from below, the list itself comes first.
    lasting = [stop for stop in forward if not isinstance(stop.parent(), RowButtons)]
    assert walked(Qt.Key.Key_Backtab, window.quick_entry.line) == [*reversed(lasting[:-1]), lasting[-1]]


def test_tab_reaches_the_period_and_the_filter_of_money(window: MainWindow) -> None:
    window.show_tab("money")
    window.quick_entry.focus_line()
    names = [stop.accessibleName() for stop in walked(Qt.Key.Key_Tab, window.quick_entry.line)]
    assert names.index("Earlier") < names.index("Listed: November 2026") < names.index("Filter")


def test_who_is_silent_for_too_long_is_shown_among_the_customers_the_most_silent_first(window: MainWindow) -> None:
    window.session.silent_wanted.emit()
    assert TABS[window.tabs.currentIndex()].name == "customers"
    header = next(table for table in window.findChildren(PeopleTable) if table.isVisible()).horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (RHYTHM, Qt.SortOrder.DescendingOrder)


def test_escape_goes_back_from_a_page_to_today(window: MainWindow) -> None:
    prospect = people.add(window.book, Party("Hilltop Farm"), Standing.PROSPECT)
    plan(window.book, NextStep(today(), prospect, "call"))
    window.show_tab("today")
    press(Qt.Key.Key_Up)
    came_from = QApplication.focusWidget()
    press(Qt.Key.Key_Return)
    assert window.open_page() == prospect
    press(Qt.Key.Key_Escape)
    assert TABS[window.tabs.currentIndex()].name == "today"
    assert QApplication.focusWidget() is came_from
    window.show_tab("prospects")
    assert window.open_page() == 0


def test_escape_goes_back_along_links_one_page_at_a_time(window: MainWindow) -> None:
    acme = next(id_ for id_, name in window.book.people.names().items() if name == "Acme Roofing")
    sent = people.add(window.book, Party("Sent by Acme", referred_by=acme), Standing.PROSPECT)
    window.show_tab("money")
    window.open_party(acme)
    window.session.party_wanted.emit(sent)
    press(Qt.Key.Key_Escape)
    assert window.open_page() == acme
    press(Qt.Key.Key_Escape)
    assert TABS[window.tabs.currentIndex()].name == "money"


def test_escape_stays_in_the_tab_the_owner_has_gone_to_since(window: MainWindow) -> None:
    acme = next(id_ for id_, name in window.book.people.names().items() if name == "Acme Roofing")
    window.open_party(acme)
    window.show_tab("money")
    window.show_tab("customers")
    press(Qt.Key.Key_Escape)
    assert TABS[window.tabs.currentIndex()].name == "customers"
    assert window.open_page() == 0


def test_who_was_opened_first_in_a_tab_is_chosen_there(window: MainWindow) -> None:
    acme = next(id_ for id_, name in window.book.people.names().items() if name == "Acme Roofing")
    people.add(window.book, Party("Abel"), Standing.CURRENT)
    window.open_party(acme)
    window.show_tab("money")
    window.show_tab("customers")
    press(Qt.Key.Key_Escape)
    assert window.selected_party() == acme


def test_whoever_comes_to_a_table_by_key_stands_on_its_first_row(window: MainWindow) -> None:
    people.add(window.book, Party("Abel"), Standing.CURRENT)
    window.show_tab("customers")
    assert window.book.people.names([window.selected_party()]) == {window.selected_party(): "Abel"}


def test_a_timer_is_started_and_stopped_by_the_same_keys(window: MainWindow, qtbot: QtBot) -> None:
    acme = next(id_ for id_, name in window.book.people.names().items() if name == "Acme Roofing")
    window.open_party(acme)
    window.menus.timer.trigger()
    form = window.findChild(TimerForm)
    assert form is not None
    qtbot.waitUntil(form.isActiveWindow)
    QTest.keyClicks(form.focusWidget(), "painting")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert not form.isVisible()
    running = window.book.work.timer()
    assert running is not None
    assert (running.party_id, running.side, running.note) == (acme, Side.KEEP, "painting")
    said = [label.text() for label in window.status_line.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Timer runs for Acme Roofing since ") for text in said)
    window.menus.timer.trigger()
    assert window.book.work.timer() is None
    (logged,) = window.book.work.of_party(acme)
    assert (logged.note, logged.side) == ("painting", Side.KEEP)
    assert "Start" in window.menus.timer.text()


def test_enter_presses_the_button_that_has_the_keys(window: MainWindow) -> None:
    window.show_tab("money")
    earlier = next(b for b in window.findChildren(QToolButton) if b.accessibleName() == "Earlier" and b.isVisible())
    earlier.setFocus()
    press(Qt.Key.Key_Return)
    assert any(b.accessibleName() == "Listed: October 2026" for b in window.findChildren(QToolButton))


def test_of_choices_that_exclude_each_other_tab_stops_at_the_one_that_holds(window: MainWindow) -> None:
    window.show_tab("money")
    window.quick_entry.focus_line()
    names = [stop.accessibleName() for stop in walked(Qt.Key.Key_Backtab, window.quick_entry.line)]
    assert [name for name in names if name in {"Sales", "Spending", "Hours"}] == ["Sales"]
    assert sum(name.startswith(("Hours:", "Income:", "Money spent:", "Heads:")) for name in names) == 1


def test_every_list_shows_where_the_keys_are(window: MainWindow) -> None:
    acme = next(id_ for id_, name in window.book.people.names().items() if name == "Acme Roofing")
    work.log(window.book, Work(today(), 60, Side.KEEP, acme))
    record_sale(window.book, Sale(today(), acme, 9900))
    for tab, name in (("today", "Done today"), ("customers", "Customers"), ("money", "Sales")):
        window.show_tab(tab)
        window.quick_entry.focus_line()
        stops = walked(Qt.Key.Key_Tab, window.quick_entry.line)
        view = next(stop for stop in stops if isinstance(stop, QAbstractItemView) and stop.accessibleName() == name)
        before = stops[stops.index(view) - 1]
        before.setFocus()
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is view
        assert view.selectionModel().hasSelection()
