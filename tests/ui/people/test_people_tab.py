"""A tab of people, used as its owner uses it: by keys, and looked at for what it then shows."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from balancer_desktop.app import money, people
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.people.standing_dialog import StandingDialog
from balancer_desktop.ui.session import Session
from tests.ui.people.conftest import Ids

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[..., PeopleTab]


def table(tab: PeopleTab) -> PeopleTable:
    return tab.findChild(PeopleTable)


def names(tab: PeopleTab) -> list[str]:
    model = table(tab).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(widget, key, modifier)


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if text in (b.text(), b.accessibleName()))


def select(tab: PeopleTab, *party_ids: int) -> None:
    rows = table(tab).model().places(set(party_ids))
    flags = QItemSelectionModel.SelectionFlag
    table(tab).clearSelection()
    for party_id in party_ids:
        table(tab).selectionModel().setCurrentIndex(
            table(tab).model().index(rows[party_id], 0), flags.Select | flags.Rows
        )
    table(tab).setFocus()


def test_typing_filters_and_escape_shows_all_again(ids: Ids, show: Show, qtbot: QtBot) -> None:
    tab = show()
    tab.focus_filter()
    qtbot.keyClicks(tab.focusWidget(), "roo")
    assert names(tab) == ["Acme"]
    assert "1 of 3" in words(tab)
    qtbot.keyClicks(tab.focusWidget(), "zz")
    assert "Nobody here fits “roozz”." in words(tab)
    press(qtbot, tab.focusWidget(), Qt.Key.Key_Escape)
    assert names(tab) == ["Acme", "Ben Young", "Carol"]
    assert "3 customers" in words(tab)


def test_enter_in_the_filter_goes_into_the_table_and_on_to_the_page(ids: Ids, show: Show, qtbot: QtBot) -> None:
    tab = show()
    tab.focus_filter()
    qtbot.keyClicks(tab.focusWidget(), "carol")
    press(qtbot, tab.focusWidget(), Qt.Key.Key_Return)
    press(qtbot, table(tab), Qt.Key.Key_Return)
    assert not table(tab).isVisible()
    assert "Carol" in words(tab)
    press(qtbot, tab.focusWidget(), Qt.Key.Key_Escape)
    assert table(tab).isVisible()
    assert table(tab).current_id() == ids.carol


def test_selection_and_place_survive_sort_filter_and_refresh(
    ids: Ids, show: Show, session: Session, qtbot: QtBot
) -> None:
    tab = show()
    select(tab, ids.acme, ids.carol)
    table(tab).sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table(tab).selected_ids() == [ids.carol, ids.acme]
    people.add(session.book, Party("Bea"), Standing.CURRENT)
    assert table(tab).selected_ids() == [ids.carol, ids.acme]
    tab.focus_filter()
    qtbot.keyClicks(tab.focusWidget(), "acme")
    assert table(tab).selected_ids() == [ids.acme]
    press(qtbot, tab.focusWidget(), Qt.Key.Key_Escape)
    assert ids.acme in table(tab).selected_ids()
    assert table(tab).current_id() in (ids.acme, ids.carol)


def test_a_standing_by_key_moves_them_and_undo_brings_them_back(
    ids: Ids, show: Show, session: Session, qtbot: QtBot
) -> None:
    tab = show()
    select(tab, ids.ben, ids.carol)
    press(qtbot, table(tab), Qt.Key.Key_3, CTRL)
    assert names(tab) == ["Acme"]
    assert session.book.people.standing(ids.ben) is Standing.LAPSED
    session.book.undo()
    assert names(tab) == ["Acme", "Ben Young", "Carol"]


def test_two_keys_archive_with_an_unknown_reason(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    select(tab, ids.ben, ids.carol)
    press(qtbot, table(tab), Qt.Key.Key_4, CTRL)
    dialog = tab.findChild(StandingDialog)
    assert button(dialog, "Archive 2 customers")
    qtbot.waitUntil(dialog.isActiveWindow)
    press(qtbot, dialog.focusWidget(), Qt.Key.Key_Return)
    left = session.book.people.history(ids.carol)[-1]
    reasons = {reason.id: reason.label for reason in session.book.people.reasons()}
    assert (left.standing, reasons[left.reason_id]) == (Standing.EX, "Unknown")
    assert session.book.undo() == "Archive 2 people"
    assert len(names(tab)) == 3


def test_an_own_reason_is_kept_for_the_next_time(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    select(tab, ids.ben)
    press(qtbot, table(tab), Qt.Key.Key_4, CTRL)
    dialog = tab.findChild(StandingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    press(qtbot, dialog.findChild(QListWidget), Qt.Key.Key_End)
    own = next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == "Own reason")
    assert own.isVisible()
    button(dialog, "Archive Ben Young").click()
    assert "The reason is empty" in words(dialog)
    qtbot.keyClicks(own, "Found a nephew")
    button(dialog, "Archive Ben Young").click()
    assert session.book.people.reasons()[-1].label == "Found a nephew"
    assert session.book.people.standing(ids.ben) is Standing.EX


def test_f2_renames_in_place(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    select(tab, ids.carol)
    press(qtbot, table(tab), Qt.Key.Key_F2)
    editor = table(tab).findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Abe")
    press(qtbot, editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.book.people.names()[ids.carol] == "Abe")
    assert names(tab) == ["Abe", "Acme", "Ben Young"]
    assert table(tab).current_id() == ids.carol


def test_del_removes_a_slip_but_nobody_with_a_history(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    select(tab, ids.acme)
    with qtbot.waitSignal(session.refused) as refused:
        press(qtbot, table(tab), Qt.Key.Key_Delete)
    assert "Acme has" in refused.args[0]
    select(tab, ids.carol)
    press(qtbot, table(tab), Qt.Key.Key_Delete)
    assert names(tab) == ["Acme", "Ben Young"]


def test_copies_what_a_spreadsheet_takes(ids: Ids, show: Show, qtbot: QtBot) -> None:
    tab = show()
    select(tab, ids.acme)
    press(qtbot, table(tab), Qt.Key.Key_C, CTRL)
    heading, line = QGuiApplication.clipboard().text().splitlines()
    assert heading.split("\t")[:4] == ["Name", "Last contact", "Rhythm", "Income, €"]
    assert line.split("\t")[:4] == ["Acme", "01/10/2026", "", "450.00"]
    press(qtbot, table(tab), Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.AltModifier)
    assert QGuiApplication.clipboard().text() == "acme@example.com"


def test_columns_widths_and_order_are_remembered(ids: Ids, show: Show, settings: QSettings) -> None:
    tab = show()
    menu = table(tab).columns.menu()
    next(action for action in menu.actions() if action.text() == "Phone").trigger()
    next(action for action in menu.actions() if action.text() == "Income").trigger()
    table(tab).sortByColumn(6, Qt.SortOrder.DescendingOrder)
    table(tab).horizontalHeader().resizeSection(6, 222)
    again = show()
    heads = [again_head(again, column) for column in table(again).columns.shown()]
    assert "Phone" in heads
    assert "Income, €" not in heads
    header: QHeaderView = table(again).horizontalHeader()
    assert (header.sectionSize(6), header.sortIndicatorSection()) == (222, 6)
    assert names(again)[0] == "Acme"
    settings.setValue("people/current/columns", '{"shown": 7}')
    assert names(show())[0] == "Acme", "what another version wrote does no harm"


def again_head(tab: PeopleTab, column: int) -> str:
    return str(table(tab).model().headerData(column, Qt.Orientation.Horizontal))


@pytest.mark.parametrize("standings", [(Standing.CURRENT,), (Standing.LAPSED, Standing.EX), (Standing.PROSPECT,)])
@pytest.mark.parametrize("width", [860, 1500])
def test_no_table_needs_to_be_scrolled_sideways(
    ids: Ids, show: Show, standings: tuple[Standing, ...], width: int
) -> None:
    view: QTableView = table(show(*standings, size=(width, 690)))
    assert view.horizontalScrollBar().maximum() == 0
    shown = (view.horizontalHeader().sectionSize(column) for column in range(view.model().columnCount()))
    assert sum(shown) == view.viewport().width()


def test_where_there_is_room_the_page_follows_the_row(ids: Ids, show: Show, qtbot: QtBot) -> None:
    tab = show(size=(1500, 900))
    assert table(tab).isVisible()
    qtbot.waitUntil(lambda: "acme@example.com" in words(tab))
    press(qtbot, table(tab), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: ">Acme</a>" in words(tab))  # Ben was referred by Acme
    button(tab, "Close the page").click()
    assert "Referred by" not in words(tab)
    press(qtbot, table(tab), Qt.Key.Key_Down)
    press(qtbot, table(tab), Qt.Key.Key_Return)
    assert "Carol" in words(tab)


def test_a_change_elsewhere_patches_one_row(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    with qtbot.assertNotEmitted(table(tab).model().modelReset):
        money.record_sale(session.book, Sale(date(2026, 11, 20), ids.hilltop, 5000))
    assert names(tab) == ["Acme", "Ben Young", "Carol", "Hilltop"]
    assert "4 customers" in words(tab)


def test_a_hidden_tab_catches_up_when_shown(ids: Ids, show: Show, session: Session) -> None:
    tab = show()
    tab.hide()
    people.set_standing(session.book, [ids.carol], Standing.LAPSED)
    people.add(session.book, Party("Zoe"), Standing.CURRENT)
    tab.show()
    assert names(tab) == ["Acme", "Ben Young", "Zoe"]


def test_empty_tabs_say_what_will_be_here_and_begin_it(session: Session, show: Show, qtbot: QtBot) -> None:
    tab = show()
    with qtbot.waitSignal(tab.import_wanted):
        button(tab, "Import what I have").click()
    tab = show(Standing.PROSPECT)
    assert "A name or a phone number is enough" in words(tab)
    button(tab, "Add a prospect").click()
    qtbot.keyClicks(QApplication.focusWidget(), "Hilltop")
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert session.book.people.standing(1) is Standing.PROSPECT
    assert "Hilltop" in words(tab)


def test_tags_are_given_and_taken_by_menu(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    select(tab, ids.ben, ids.carol)
    press(qtbot, table(tab), Qt.Key.Key_T, CTRL)
    line = next(edit for edit in tab.findChildren(QLineEdit) if edit.accessibleName() == "Tag")
    qtbot.keyClicks(line, "monthly")
    button(line.window(), "Tag 2 people").click()
    assert session.book.people.get(ids.carol).tags == ("monthly",)
    assert session.book.undo() == "Tag 2 people “monthly”"


def test_everything_has_a_name(ids: Ids, show: Show) -> None:
    tab = show(size=(1500, 900))
    tab.open_party(ids.acme)
    nameless = [
        widget
        for widget in tab.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_letters_find_a_reason_and_no_heading_is_cut(ids: Ids, show: Show, qtbot: QtBot) -> None:
    tab = show()
    select(tab, ids.ben)
    press(qtbot, table(tab), Qt.Key.Key_4, CTRL)
    dialog = tab.findChild(StandingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    reasons = dialog.findChild(QListWidget)
    assert reasons.verticalScrollBar().maximum() == 0, "all that there are at first are in view"
    qtbot.keyClicks(reasons, "riv")
    assert reasons.currentItem().text().strip() == "Went to a rival"


def test_the_columns_on_offer_are_those_that_can_have_something(ids: Ids, show: Show) -> None:
    def offered(tab: PeopleTab) -> list[str]:
        return [action.text() for action in table(tab).columns.menu().actions()]

    customers = offered(show())
    assert customers[0] == "Name, always shown"
    assert {"In this standing since", "Reset columns"} <= set(customers)
    assert "Why they left" not in customers
    assert "Why they left" in offered(show(Standing.LAPSED, Standing.EX))


def test_a_reset_without_the_current_row_goes_to_its_neighbour(ids: Ids, show: Show, session: Session) -> None:
    tab = show()
    select(tab, ids.ben)
    model = table(tab).model()
    model.set_rows([row for row in model.shown if row.id != ids.ben], 0)
    assert table(tab).current_id() == ids.carol
    assert table(tab).selected_ids() == [ids.carol]


def test_a_renamed_row_stays_in_view(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    for number in range(60):
        people.add(session.book, Party(f"M{number:02}"), Standing.CURRENT)
    tab = show()
    select(tab, ids.acme)
    press(qtbot, table(tab), Qt.Key.Key_F2)
    editor = table(tab).findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Zoe")
    press(qtbot, editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table(tab).current_id() == ids.acme and names(tab)[-1] == "Zoe")
    view = table(tab)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    assert view.selected_ids() == [ids.acme]


def test_shares_follow_every_sale_and_its_undoing(ids: Ids, show: Show, session: Session) -> None:
    """What they are shares of is reckoned by differences where it can be: it must equal a count of all sales."""
    tab, book = show(), session.book
    reading = table(tab).model().reading
    anybody, today = ids.acme, book.today()

    def is_counted() -> bool:
        return reading.income == sum(s.amount for s in book.ledger.sales(year_before(today) + timedelta(days=1), today))

    assert is_counted()
    money.record_sale(book, Sale(today, anybody, 12_345))
    assert is_counted()
    money.record_sale(book, Sale(today, anybody, -2_000))
    money.record_sale(book, Sale(year_before(today), anybody, 777))
    assert is_counted()
    with book.change("Somebody new, who buys at once"):
        new = people.add(book, Party("Nova"), on=today)
        money.record_sale(book, Sale(today, new, 5_000))
    assert is_counted()
    for _ in range(4):
        book.undo()
        assert is_counted()
    for _ in range(4):
        book.redo()
        assert is_counted()


def year_before(day: date) -> date:
    return day.replace(year=day.year - 1)


class Exposed(QObject):
    """Which names of a table are painted."""

    def __init__(self, view: PeopleTable) -> None:
        super().__init__(view)
        self._view = view
        self.rows: list[set[int]] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            model, region = self._view.model(), event.region()
            names = {row: self._view.visualRect(model.index(row, 0)) for row in range(model.rowCount())}
            self.rows.append({row for row, place in names.items() if region.contains(place.center())})
        return False


def test_a_sale_paints_no_row_but_its_own(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    QApplication.processEvents()
    exposed = Exposed(table(tab))
    table(tab).viewport().update()
    qtbot.waitUntil(lambda: exposed.rows == [{0, 1, 2}])
    money.record_sale(session.book, Sale(session.book.today(), ids.acme, 12_345))
    qtbot.waitUntil(lambda: exposed.rows[1:] == [{0}])
