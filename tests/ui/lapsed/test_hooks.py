"""What to come back to people for who left: noted, put off and done on their page, by its menu and by keys."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import archive
from balancer_desktop.app.book import Book
from balancer_desktop.domain.standing import StandingChange
from balancer_desktop.ui.forms.hook_form import HookForm
from balancer_desktop.ui.lapsed.lapsed_tab import LapsedTab
from balancer_desktop.ui.lapsed.places import EX
from balancer_desktop.ui.people.hook_row import HookRow
from balancer_desktop.ui.session import Session
from tests.ui.lapsed.conftest import Gone

Show = Callable[..., LapsedTab]


def row_of(tab: LapsedTab) -> HookRow:
    return next(row for row in tab.people.findChildren(HookRow) if row.isVisible())


def press(row: QWidget, text: str) -> None:
    """A button by its words, as Space does."""
    next(b for b in row.findChildren(QPushButton) if b.text() == text and b.isVisible()).click()


def words(row: HookRow) -> str:
    item = row.layout().itemAt(0)
    widget = item.widget() if item else None
    return str(widget.property("text")) if widget else ""


def form(tab: LapsedTab) -> HookForm:
    return next(made for made in tab.window().findChildren(HookForm) if made.isVisible())


def fill(form: HookForm, **fields: str) -> None:
    lines = {line.accessibleName(): line for line in form.findChildren(QLineEdit)}
    for name, text in fields.items():
        lines[f"Come back {name}"].setText(text)


def hook(book: Book, party_id: int) -> StandingChange:
    return book.people.history(party_id)[-1]


@pytest.fixture
def on_page(gone: Gone, show: Show) -> Callable[[int], LapsedTab]:
    def on_page(party_id: int) -> LapsedTab:
        tab = show()
        tab.open_party(party_id)
        return tab

    return on_page


def test_a_hook_is_noted_edited_and_dropped_on_the_page(
    gone: Gone, session: Session, on_page: Callable[[int], LapsedTab]
) -> None:
    book, tab = session.book, on_page(gone.emil)
    press(row_of(tab), "Note what to come back for …")
    fill(form(tab), **{"for": "the new owner", "on": "3 mar 2027"})
    form(tab).save()
    assert (hook(book, gone.emil).hook, hook(book, gone.emil).hook_due) == ("the new owner", date(2027, 3, 3))
    day = session.formats.date(date(2027, 3, 3))
    assert words(row_of(tab)).startswith(f"Come back for: the new owner · {day}, ")
    press(row_of(tab), "Edit")
    fill(form(tab), **{"for": "their sister", "on": ""})
    form(tab).save()
    assert words(row_of(tab)) == "Come back for: their sister"
    press(row_of(tab), "Edit")
    fill(form(tab), **{"for": ""})
    form(tab).save()
    assert words(row_of(tab)) == "Note what to come back for …"
    book.undo()
    assert words(row_of(tab)) == "Come back for: their sister"


def test_a_day_without_words_is_refused_in_the_form(
    gone: Gone, session: Session, on_page: Callable[[int], LapsedTab]
) -> None:
    tab = on_page(gone.emil)
    press(row_of(tab), "Note what to come back for …")
    fill(form(tab), on="tomorrow")
    form(tab).save()
    assert "What to come back for is missing." in form(tab)._message.text()
    assert hook(session.book, gone.emil).hook == ""


def test_it_is_put_off_from_today_and_done_and_undone(
    gone: Gone, session: Session, on_page: Callable[[int], LapsedTab], qtbot: QtBot
) -> None:
    book, tab = session.book, on_page(gone.fay)
    next(b for b in row_of(tab).findChildren(QPushButton) if b.text() == "+1 week").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert hook(book, gone.fay).hook_due == date(2026, 11, 27)
    assert QApplication.focusWidget().property("text") == "+1 week"
    press(row_of(tab), "+1 month")
    assert hook(book, gone.fay).hook_due == date(2026, 12, 27)
    press(row_of(tab), "Done")
    assert hook(book, gone.fay).hook_done == book.today()
    assert words(row_of(tab)) == "Note what to come back for …"
    book.undo()
    assert words(row_of(tab)).startswith("Come back for: ask who moved in")


def test_nobody_who_has_not_left_has_one(gone: Gone, on_page: Callable[[int], LapsedTab]) -> None:
    tab = on_page(gone.dora)
    assert not [row for row in tab.people.findChildren(HookRow) if row.isVisible()]


def menu_of(tab: LapsedTab, party_id: int) -> QMenu:
    tab.people._table.go_to(party_id)
    tab.people._table.setFocus()
    return tab.people._actions._menu([party_id])


def inner(menu: QMenu) -> dict[str, Callable[[], None]]:
    """The lines about coming back, of the menu itself or of the one within it."""
    action = next(action for action in menu.actions() if action.text().startswith("Come back for"))
    if action.menu() is None:
        return {action.text(): action.trigger}
    return {one.text(): one.trigger for one in action.menu().actions()}


def test_the_menu_of_a_row_does_the_same(gone: Gone, session: Session, show: Show, qtbot: QtBot) -> None:
    book, tab = session.book, show()
    tab.tree.go_to(EX)
    inner(menu_of(tab, gone.emil))["Come back for …"]()
    fill(form(tab), **{"for": "salt & pepper"})
    qtbot.waitUntil(form(tab).isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hook(book, gone.emil).hook == "salt & pepper"
    assert list(inner(menu_of(tab, gone.emil))) == [
        "Done: salt && pepper",
        "Put off salt && pepper by 1 week",
        "Put off salt && pepper by 1 month",
        "Edit salt && pepper …",
    ]
    inner(menu_of(tab, gone.emil))["Put off salt && pepper by 1 week"]()
    assert hook(book, gone.emil).hook_due == date(2026, 11, 27)
    inner(menu_of(tab, gone.emil))["Done: salt && pepper"]()
    assert hook(book, gone.emil).hook_done == book.today()


def test_a_new_hook_takes_the_place_of_one_that_is_done(
    gone: Gone, session: Session, on_page: Callable[[int], LapsedTab]
) -> None:
    archive.finish_hook(session.book, gone.fay)
    tab = on_page(gone.fay)
    press(row_of(tab), "Note what to come back for …")
    assert {line.text() for line in form(tab).findChildren(QLineEdit)} == {""}
    fill(form(tab), **{"for": "a reference"})
    form(tab).save()
    assert (hook(session.book, gone.fay).hook, hook(session.book, gone.fay).hook_done) == ("a reference", None)
