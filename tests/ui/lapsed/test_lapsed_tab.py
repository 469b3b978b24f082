"""Lapsed & ex as its owner uses it: walking the folders, filing by keys and pointer, archiving and restoring."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from balancer_desktop.app import archive, archive_folders, opportunities, people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.folder import path_of
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.dragging import folder_mime, people_mime
from balancer_desktop.ui.lapsed.lapsed_tab import LapsedTab
from balancer_desktop.ui.lapsed.places import EX, EXITS, LAPSED
from balancer_desktop.ui.people.columns import KEYS
from balancer_desktop.ui.people.filing_form import FilingForm
from balancer_desktop.ui.people.folder_box import NEW, FolderBox
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.people.standing_dialog import StandingDialog
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.tab_bar import PAUSE_MS
from tests.ui.lapsed.conftest import Gone
from tests.ui.lapsed.pointer import drop, hover
from tests.ui.windows import opened

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[..., LapsedTab]


def table(tab: QWidget) -> PeopleTable:
    return tab.findChild(PeopleTable)


def names(tab: LapsedTab) -> list[str]:
    model = table(tab).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def tree(tab: LapsedTab) -> dict[str, str]:
    """Path → count, of every line of the tree."""
    found: dict[str, str] = {}

    def walk(item, above: str) -> None:  # type: ignore[no-untyped-def]
        path = f"{above}/{item.text(0)}".strip("/")
        found[path] = item.text(1)
        for place in range(item.childCount()):
            walk(item.child(place), path)

    for place in range(tab.tree.topLevelItemCount()):
        walk(tab.tree.topLevelItem(place), "")
    return found


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(widget, key, modifier)


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())


def line_of(tab: LapsedTab, place: int) -> QPoint:
    return tab.tree.visualItemRect(tab.tree._items[place]).center()


def editor(tab: LapsedTab) -> QLineEdit:
    return tab.tree.viewport().findChild(QLineEdit)


def paths(book: Book) -> set[str]:
    folders = book.folders.all()
    return {"/".join(path_of(folders, folder.id)) for folder in folders}


def test_the_tree_counts_who_is_where_and_the_table_follows_it(gone: Gone, show: Show, qtbot: QtBot) -> None:
    tab = show()
    assert tree(tab) == {
        "Lapsed": "1", "ex_Customers": "2", "ex_Customers/Moved away": "2", "ex_Customers/Moved away/Abroad": "1",
        "Exits": "",
    }  # fmt: skip
    assert names(tab) == ["Dora"], "whoever has lapsed comes first"
    tab.tree.setFocus()
    for expected in (["Emil", "Fay"], ["Emil", "Fay"], ["Fay"]):
        press(qtbot, tab.tree, Qt.Key.Key_Down)
        assert names(tab) == expected
    press(qtbot, tab.tree, Qt.Key.Key_Down)
    assert "Who left, and why" in words(tab)
    press(qtbot, tab.tree, Qt.Key.Key_Up)
    press(qtbot, tab.tree, Qt.Key.Key_Return)
    assert table(tab).hasFocus()
    assert table(tab).current_id() == gone.fay


def test_the_filter_looks_at_everybody_and_says_where_they_are(gone: Gone, show: Show, qtbot: QtBot) -> None:
    tab = show()
    tab.tree.go_to(gone.abroad)
    tab.focus_filter()
    qtbot.keyClicks(tab.focusWidget(), "em")
    assert names(tab) == ["Emil"]
    assert "1 of 3" in words(tab)
    press(qtbot, tab.focusWidget(), Qt.Key.Key_Escape)
    assert names(tab) == ["Fay"]
    qtbot.keyClicks(tab.focusWidget(), "zz")
    assert "Nobody here fits “zz”." in words(tab)
    tab.tree.go_to(EX)
    assert names(tab) == ["Emil", "Fay"], "looking at another folder ends the search"


def test_folders_are_made_renamed_and_removed_by_keys(gone: Gone, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    tab.tree.go_to(gone.moved)
    tab.tree.setFocus()
    press(qtbot, tab.tree, Qt.Key.Key_Insert)
    qtbot.keyClicks(editor(tab), "Islands")
    press(qtbot, editor(tab), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Moved away/Islands" in paths(session.book))
    assert session.book.undo_label == "Add the folder “Islands”"
    assert "Nobody is filed in “Islands”. Drag people here." in words(tab)
    press(qtbot, tab.tree, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: editor(tab) is not None and editor(tab).isVisible())
    editor(tab).selectAll()
    qtbot.keyClicks(editor(tab), "Isles")
    press(qtbot, editor(tab), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Moved away/Isles" in paths(session.book))
    press(qtbot, tab.tree, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, editor(tab), Qt.Key.Key_Escape)
    assert "ex_Customers/Moved away/Isles/" not in tree(tab)
    press(qtbot, tab.tree, Qt.Key.Key_Delete)
    assert paths(session.book) == {"Moved away", "Moved away/Abroad"}
    tab.tree.go_to(gone.moved)
    with qtbot.waitSignal(session.refused) as refused:
        press(qtbot, tab.tree, Qt.Key.Key_Delete)
    assert "holds other folders" in refused.args[0]


def filing(tab: LapsedTab) -> FilingForm:
    return next(form for form in tab.findChildren(FilingForm) if form.isVisible())


def test_people_and_folders_are_moved_by_keys(gone: Gone, show: Show, session: Session, qtbot: QtBot) -> None:
    tab, book = show(), session.book
    tab.tree.go_to(gone.abroad)
    tab.tree.setFocus()
    press(qtbot, tab.tree, Qt.Key.Key_F6)
    box = filing(tab).findChild(FolderBox)
    assert (box.folder_id, box.findData(gone.abroad)) == (gone.moved, -1), "nothing lies within itself"
    box.choose(0)
    filing(tab).save()
    assert paths(book) == {"Moved away", "Abroad"}
    tab.tree.go_to(EX)
    tab.people.focus_table()
    assert table(tab).current_id() == gone.emil
    press(qtbot, table(tab), Qt.Key.Key_4, CTRL)
    assert filing(tab).findChild(FolderBox).folder_id == gone.moved, "whoever has left is not asked again why"
    filing(tab).findChild(FolderBox).choose(gone.abroad)
    filing(tab).save()
    assert book.folders.folder_of([gone.emil]) == {gone.emil: gone.abroad}
    press(qtbot, table(tab), Qt.Key.Key_F6)
    filing(tab).findChild(FolderBox).choose(NEW)
    filing(tab).save()
    assert "The folder's name is missing." in words(filing(tab))
    filing(tab).findChild(QLineEdit).setText("Far/Away")
    filing(tab).save()
    assert "Far/Away" in paths(book)
    assert book.undo_label == "Move Emil to the folder “Far/Away”"
    for _ in range(3):
        book.undo()
    assert paths(book) == {"Moved away", "Moved away/Abroad"}
    assert book.folders.folder_of([gone.emil]) == {gone.emil: gone.moved}


def test_a_chosen_folder_is_named_from_the_top_down(gone: Gone, session: Session, qtbot: QtBot) -> None:
    box = FolderBox(archive_folders.tree(session.book).ex)
    qtbot.addWidget(box)
    box.choose(gone.abroad)
    said = QStyleOptionComboBox()
    box.initStyleOption(said)
    assert said.currentText == "Moved away › Abroad"
    box.choose(0)
    box.initStyleOption(said)
    assert said.currentText == "ex_Customers"


def test_of_a_long_way_to_a_folder_the_end_is_read(gone: Gone, show: Show) -> None:
    tab = show()
    said = QStyleOptionViewItem()
    delegate = table(tab).itemDelegateForColumn(KEYS.index("folder"))
    delegate.initStyleOption(said, table(tab).model().index(0, KEYS.index("folder")))
    assert said.textElideMode is Qt.TextElideMode.ElideLeft


def test_a_name_that_is_there_already_is_refused_and_shown_as_before(
    gone: Gone, show: Show, session: Session, qtbot: QtBot
) -> None:
    archive_folders.add(session.book, "Closed")
    tab = show()
    tab.tree.go_to(gone.moved)
    tab.tree.setFocus()
    press(qtbot, tab.tree, Qt.Key.Key_F2)
    editor(tab).selectAll()
    qtbot.keyClicks(editor(tab), "closed")
    with qtbot.waitSignal(session.refused):
        press(qtbot, editor(tab), Qt.Key.Key_Return)
    assert "ex_Customers/Moved away" in tree(tab)


def test_people_and_folders_are_filed_by_pointer(gone: Gone, show: Show, session: Session) -> None:
    tab, book = show(), session.book
    target = tab.tree.viewport()
    assert drop(target, people_mime([gone.emil, gone.fay]), line_of(tab, EX))
    assert book.folders.folder_of() == {gone.emil: 0, gone.fay: 0}
    assert book.undo() == "File 2 people in ex_Customers"
    assert drop(target, folder_mime(gone.abroad), line_of(tab, EX))
    assert paths(book) == {"Moved away", "Abroad"}
    book.undo()
    assert not hover(target, folder_mime(gone.abroad), line_of(tab, LAPSED))
    assert not hover(target, people_mime([gone.emil]), line_of(tab, EXITS))
    assert drop(target, people_mime([gone.emil]), line_of(tab, LAPSED))
    assert book.people.standing(gone.emil) is Standing.LAPSED
    assert tree(tab)["Lapsed"] == "2"


def test_who_is_dropped_on_a_folder_and_has_not_left_is_asked_about(
    gone: Gone, show: Show, session: Session, qtbot: QtBot
) -> None:
    tab, book = show(), session.book
    assert drop(tab.tree.viewport(), people_mime([gone.acme, gone.fay]), line_of(tab, gone.moved))
    assert book.folders.folder_of([gone.fay]) == {gone.fay: gone.moved}
    dialog = tab.findChild(StandingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.findChild(QListWidget).currentItem().text().strip() == "Moved away", "as the folder is called"
    press(qtbot, dialog.focusWidget(), Qt.Key.Key_Return)
    left = book.people.history(gone.acme)[-1]
    assert (left.standing, left.folder_id) == (Standing.EX, gone.moved)


def test_two_keys_archive_where_the_last_one_went_and_one_restores(
    gone: Gone, show: Show, session: Session, qtbot: QtBot
) -> None:
    tab, book = show(), session.book
    table(tab).setFocus()
    table(tab).go_to(gone.dora)
    press(qtbot, table(tab), Qt.Key.Key_4, CTRL)
    dialog = tab.findChild(StandingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.findChild(QListWidget), "mov")
    folder = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Folder")
    assert folder.currentText().strip() == "Abroad", "where the latest of those lie who left for that reason"
    press(qtbot, dialog.focusWidget(), Qt.Key.Key_Return)
    assert book.people.standing(gone.dora) is Standing.EX
    assert "Nobody has lapsed" in words(tab)
    tab.tree.go_to(EX)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    table(tab).setFocus()
    table(tab).go_to(gone.dora)
    press(qtbot, table(tab), Qt.Key.Key_R, CTRL)
    assert book.people.standing(gone.dora) is Standing.LAPSED
    assert names(tab) == ["Emil", "Fay"]


def test_what_is_lost_with_them_is_said_before(gone: Gone, show: Show, session: Session) -> None:
    tab = show()
    for title, told in (("Roof", "“Roof” is lost as they leave."), ("Shed", "2 opportunities are lost as they leave.")):
        opportunities.add(session.book, Opportunity(gone.dora, title, session.book.today()))
        dialog = StandingDialog(tab, session, [gone.dora, gone.emil])
        dialog.show()
        assert told in words(dialog)
        dialog.close()


def test_a_leaving_is_said_whole_in_one_dialog(gone: Gone, show: Show, session: Session, qtbot: QtBot) -> None:
    tab, book = show(), session.book
    table(tab).setFocus()
    table(tab).go_to(gone.dora)
    press(qtbot, table(tab), Qt.Key.Key_4, CTRL)
    dialog = tab.findChild(StandingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    folder = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Folder")
    folder.setCurrentIndex(folder.count() - 1)
    fields = {line.accessibleName(): line for line in dialog.findChildren(QLineEdit)}
    button(dialog, "Archive Dora").click()
    assert "The folder's name is missing" in words(dialog)
    qtbot.keyClicks(fields["New folder"], "Moved away/Islands")
    qtbot.keyClicks(fields["Note"], "to Orkney")
    qtbot.keyClicks(fields["Come back on"], "1/6/2027")
    button(dialog, "Archive Dora").click()
    assert "come back for is missing" in words(dialog)
    qtbot.keyClicks(fields["Come back for"], "holiday let")
    button(dialog, "Archive Dora").click()
    left = book.people.history(gone.dora)[-1]
    assert path_of(book.folders.all(), left.folder_id) == ("Moved away", "Islands")
    assert (left.note, left.hook, left.hook_due) == ("to Orkney", "holiday let", date(2027, 6, 1))
    assert dialog.height() <= 640
    assert book.undo() == "Archive Dora"
    assert "Moved away/Islands" not in paths(book)


def test_opening_somebody_goes_where_they_are_filed(gone: Gone, show: Show) -> None:
    tab = show()
    tab.open_party(gone.fay)
    assert tab.tree.place == gone.abroad
    tab.tree.go_to(gone.moved)
    tab.open_party(gone.fay)
    assert tab.tree.place == gone.moved, "they are within it"
    tab.tree.go_to(EXITS)
    tab.open_party(gone.dora)
    assert tab.tree.place == LAPSED


def test_place_and_folds_survive_changes_and_are_remembered(gone: Gone, show: Show, session: Session) -> None:
    tab = show()
    tab.tree.go_to(gone.moved)
    tab.tree._items[gone.moved].setExpanded(False)
    archive_folders.add(session.book, "Another")
    assert tab.tree.place == gone.moved
    assert tab.tree.folded_up() == [gone.moved]
    again = show()
    assert (again.tree.place, again.tree.folded_up()) == (gone.moved, [gone.moved])
    archive.refile(session.book, [gone.emil, gone.fay], 0)
    archive_folders.remove(session.book, gone.abroad)
    archive_folders.remove(session.book, gone.moved)
    assert again.tree.place == EX


def test_only_counts_change_where_only_counts_did(gone: Gone, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    item = tab.tree._items[gone.moved]
    people.set_standing(session.book, [gone.dora], Standing.EX, reason_id=1)
    assert tab.tree._items[gone.moved] is item
    assert tree(tab)["ex_Customers"] == "3"
    archive_folders.rename(session.book, gone.abroad, "Overseas")
    assert "ex_Customers/Moved away/Overseas" in tree(tab)


def test_exits_are_summed_up_by_reason_and_year(gone: Gone, show: Show, session: Session) -> None:
    tab = show()
    people.set_standing(session.book, [gone.dora], Standing.EX, reason_id=session.book.people.reasons()[-1].id)
    tab.tree.go_to(EXITS)
    page = tab.exits
    model = page.findChild(QTableView).model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert rows == [
        ["For reasons of their own", "2", "2"], ["    Moved away", "2", "2"],
        ["Nobody knows", "1", "1"], ["    Unknown", "1", "1"], ["Everybody who left", "3", "3"],
    ]  # fmt: skip
    assert "2 customers left for reasons of their own so far" in words(page)
    assert "0 to 1 of the 3 who left in 2026 left because of us: nobody knows why 1 did." in words(page)


def test_an_empty_tab_says_what_comes_here(show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    assert "Nobody has left. Whoever does is kept here with the reason" in words(tab)
    with qtbot.waitSignal(tab.customers_wanted):
        button(tab, "Go to the customers").click()
    tab.tree.go_to(LAPSED)
    assert "Nobody has lapsed" in words(tab)
    folder = archive_folders.add(session.book, "Moved")
    tab.tree.go_to(folder)
    button(tab, "Remove this folder").click()
    assert session.book.folders.all() == []
    tab.tree.go_to(EXITS)
    assert "Nobody has left yet." in words(tab)


@pytest.mark.parametrize("width", [880, 1500])
def test_no_table_needs_to_be_scrolled_sideways_and_no_heading_is_cut(gone: Gone, show: Show, width: int) -> None:
    tab = show((width, 690))
    for place in (LAPSED, EX):
        tab.tree.go_to(place)
        QApplication.processEvents()
        assert table(tab).horizontalScrollBar().maximum() == 0
        header = table(tab).horizontalHeader()
        for column in table(tab).columns.shown():
            title = table(tab).model().headerData(column, Qt.Orientation.Horizontal)
            assert header.sectionSize(column) >= header.fontMetrics().horizontalAdvance(title) + 16


def test_dragged_over_the_tabs_a_page_comes_and_on_lapsed_and_ex_the_dialog(
    gone: Gone, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(session.book, tmp_path, qtbot, tab="customers")
    bar = window.tabs.tabBar()
    assert not hover(bar, people_mime([gone.acme]), bar.tabRect(4).center())
    hover(bar, people_mime([gone.acme]), bar.tabRect(2).center())
    qtbot.waitUntil(lambda: window.tabs.currentIndex() == 2, timeout=PAUSE_MS * 10)
    window.show_tab("customers")
    assert drop(bar, people_mime([gone.acme]), bar.tabRect(2).center())
    dialog = window.findChild(StandingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    press(qtbot, dialog.focusWidget(), Qt.Key.Key_Return)
    assert session.book.people.standing(gone.acme) is Standing.EX
    assert drop(bar, people_mime([gone.acme]), bar.tabRect(1).center())
    assert session.book.people.standing(gone.acme) is Standing.CURRENT
    window.close()


def test_the_context_menu_offers_what_can_be_done(gone: Gone, show: Show) -> None:
    tab = show()
    tab.tree.go_to(EX)
    menu = tab.tree.menu()
    assert [(action.text().split("\t")[0], action.isEnabled()) for action in menu.actions()] == [
        ("New folder …", True), ("Rename", False), ("Move …", False), ("Remove", False),
    ]  # fmt: skip
    assert tab.tree.accessibleName()


def test_many_rows_are_dragged_by_number(gone: Gone, show: Show, session: Session, monkeypatch) -> None:
    tab = show()
    tab.tree.go_to(EX)
    carried = []
    monkeypatch.setattr("balancer_desktop.ui.people.people_table.drag", lambda *what: carried.append(what))
    table(tab).selectAll()
    assert table(tab).selectionModel().hasSelection()
    table(tab).startDrag(Qt.DropAction.MoveAction)
    assert (carried[0][1].data("application/x-balancer-people").data(), carried[0][2]) == (b"3,4", "2 people")
    QApplication.processEvents()


def test_a_newcomer_from_elsewhere_is_shown_at_once(gone: Gone, show: Show, session: Session) -> None:
    tab = show()
    people.add(session.book, Party("Late"), Standing.LAPSED)
    assert names(tab) == ["Dora", "Late"]
    assert tree(tab)["Lapsed"] == "2"
