"""A party's page tells what matters, and everything on it can be corrected where it stands."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from balancer_desktop.app import checklists, contacts, people
from balancer_desktop.domain.checklist import TemplateStep
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.party import Party, PartyKind
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.people.checklist_rows import ChecklistRows
from balancer_desktop.ui.people.notes_edit import NotesEdit
from balancer_desktop.ui.people.party_page import PartyPage
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.people.step_rows import StepRows
from balancer_desktop.ui.people.timeline_view import TimelineView
from balancer_desktop.ui.session import Session
from tests.ui.people.conftest import TODAY, Ids

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[..., PeopleTab]


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget: QWidget, name: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if name in (b.text(), b.accessibleName()))


def lines(view: QTableView) -> list[list[str]]:
    model = view.model()
    return [[model.index(r, c).data() or "" for c in range(4)] for r in range(model.rowCount())]


def opened(show: Show, party_id: int) -> PartyPage:
    tab = show()
    tab.open_party(party_id)
    return tab.findChild(PartyPage)


def test_says_what_matters_and_what_happened(ids: Ids, show: Show) -> None:
    page = opened(show, ids.acme)
    assert "In touch 7 weeks ago. In 12 months €450.00, 2\u00a0h of work, too early to tell" in words(page)
    assert "what an hour brings, 100\u00a0%" in words(page)
    assert "Ben Young" in words(page), "whom they referred"
    assert lines(page.findChild(TimelineView)) == [
        ["01/10/2026", "Work, keeping", "roof", "2\u00a0h"],
        ["01/10/2026", "Sale", "roof", "€450.00"],
        ["01/01/2025", "Current customer", "", ""],
    ]


def test_a_referrer_is_a_click_away(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    page = opened(show, ids.ben)
    link = next(label for label in page.findChildren(QLabel) if "party:" in label.text())
    with qtbot.waitSignal(session.party_wanted) as wanted:
        link.linkActivated.emit(f"party:{ids.acme}")
    assert wanted.args == [ids.acme]


def test_enter_edits_and_del_removes_an_entry(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    page = opened(show, ids.acme)
    view = page.findChild(TimelineView)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    form = view.findChild(EntryForm)
    qtbot.waitUntil(form.isActiveWindow)
    note = next(line for line in form.findChildren(QLineEdit) if line.accessibleName() == "Note")
    note.setFocus()
    qtbot.keyClicks(note, " again")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert lines(view)[0][2] == "roof again"
    page.window().activateWindow()  # a display without a window manager does not
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.book.work.of_party(ids.acme) == []
    assert [line[1] for line in lines(view)] == ["Sale", "Current customer"]
    assert session.book.undo() == "Remove 2 h for Acme"


def test_a_standing_on_the_page_by_key(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    page = opened(show, ids.acme)
    qtbot.keyClick(page.findChild(TimelineView), Qt.Key.Key_3, CTRL)
    assert session.book.people.standing(ids.acme) is Standing.LAPSED
    assert "Lapsed" in words(page)


def test_steps_are_finished_and_put_off_where_they_stand(ids: Ids, show: Show, session: Session) -> None:
    step = contacts.plan(session.book, NextStep(date(2026, 11, 17), ids.carol, "call"))
    page = opened(show, ids.carol)
    assert "call · 17/11/2026, 3 days late" in words(page)
    button(page, "+1 week").click()
    assert session.book.contacts.step(step).due == date(2026, 11, 27)
    assert "call · 27/11/2026, in 7 days" in words(page)
    button(page, "Done").click()
    assert session.book.contacts.step(step).done_on == TODAY
    assert lines(page.findChild(TimelineView))[0][1:3] == ["Done", "call"]


def test_notes_are_kept_on_leaving_on_ctrl_enter_and_before_all_closes(
    ids: Ids, show: Show, session: Session, qtbot: QtBot
) -> None:
    page = opened(show, ids.carol)
    notes = page.findChild(NotesEdit)
    notes.setFocus()
    qtbot.keyClicks(notes, "gate 12")
    people.tag(session.book, [ids.carol], "garden")
    assert notes.toPlainText() == "gate 12", "a refresh takes nothing away"
    assert session.book.people.get(ids.carol).notes == ""
    qtbot.keyClick(notes, Qt.Key.Key_Return, CTRL)
    assert session.book.people.get(ids.carol).notes == "gate 12"
    qtbot.keyClicks(notes, "34")
    page.findChild(TimelineView).setFocus()
    kept = session.book.people.get(ids.carol)
    assert (kept.notes, kept.tags) == ("gate 1234", ("garden",))
    notes.setFocus()
    qtbot.keyClicks(notes, "5")
    page.show_party(ids.ben)
    assert session.book.people.get(ids.carol).notes == "gate 12345"
    assert notes.toPlainText() == ""
    qtbot.keyClicks(notes, "dog")
    page.commit_edits()
    assert session.book.people.get(ids.ben).notes == "dog"
    session.book.undo()
    assert notes.toPlainText() == ""


def test_the_page_leaves_with_its_party(session: Session, ids: Ids, show: Show) -> None:
    new = people.add(session.book, Party("Zoe"), Standing.CURRENT)
    page = opened(show, new)
    session.book.undo()
    assert not page.isVisible()


def fill(qtbot: QtBot, tab: PeopleTab, name: str, text: str) -> None:
    line = next(edit for edit in tab.findChildren(QLineEdit) if edit.accessibleName() == name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_the_form_corrects_everything(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    tab.open_party(ids.carol)
    button(tab, "Edit everything about them").click()
    fill(qtbot, tab, "Phone number 1", "555-0303")
    button_named(tab, "Another phone number").click()
    fill(qtbot, tab, "Phone number 2", "555-0304")
    fill(qtbot, tab, "Phone number 2: label", "mobile")
    fill(qtbot, tab, "E-mail address 1", "carol")
    fill(qtbot, tab, "Tags", "garden,  weekly ")
    fill(qtbot, tab, "Referred by", "ben young")
    fill(qtbot, tab, "Customer since", "3 nov 2019")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert "“carol” is not an e-mail address. It looks like name@example.com." in words(tab)
    assert session.book.people.get(ids.carol).phones == ()
    fill(qtbot, tab, "E-mail address 1", "carol@example.com")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    carol = session.book.people.get(ids.carol)
    assert (carol.phones, carol.emails) == (("555-0303", "555-0304"), ("carol@example.com",))
    assert carol.contacts[1].label == "mobile"
    assert (carol.tags, carol.referred_by, carol.customer_since) == (("garden", "weekly"), ids.ben, date(2019, 11, 3))
    assert "mailto:carol@example.com" in words(tab)


def button_named(tab: PeopleTab, name: str) -> QWidget:
    return next(w for w in tab.findChildren(QWidget) if w.accessibleName() == name)


def test_a_customer_is_added_with_a_phone_number_alone(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = show()
    tab.add_person()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert "A name is missing. Give a name, or a phone number in its place." in words(tab)
    fill(qtbot, tab, "Phone number 1", "555-0999")
    fill(qtbot, tab, "Customer since", "1/2/2020")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    added = session.book.people.get_many()[-1]
    assert (added.name, added.kind) == ("555-0999", PartyKind.PERSON)
    history = session.book.people.history(added.id)
    assert [(change.on, change.standing) for change in history] == [(date(2020, 2, 1), Standing.CURRENT)]


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A key, wherever the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    qtbot.keyClick(widget, key, modifier)


def editing(show: Show, party_id: int, qtbot: QtBot, size: tuple[int, int] = (880, 690)) -> PeopleTab:
    tab = show(size=size)
    tab.open_party(party_id)
    press(qtbot, Qt.Key.Key_E, CTRL)
    return tab


@pytest.mark.parametrize("size", [(880, 690), (1500, 900)])
def test_escape_leaves_an_unchanged_form_at_once(ids: Ids, show: Show, qtbot: QtBot, size: tuple[int, int]) -> None:
    tab = editing(show, ids.carol, qtbot, size)
    press(qtbot, Qt.Key.Key_Escape)
    assert tab.findChild(PartyPage).isVisible()


def test_escape_on_a_changed_form_asks_and_discards_only_when_told(
    ids: Ids, show: Show, session: Session, qtbot: QtBot
) -> None:
    tab = editing(show, ids.carol, qtbot)
    before = session.book.people.get(ids.carol)
    fill(qtbot, tab, "Company", "Nobody")
    press(qtbot, Qt.Key.Key_Escape)
    assert "You changed Carol. Save keeps the changes; Discard leaves Carol as before." in words(tab)
    press(qtbot, Qt.Key.Key_Escape)
    assert "You changed Carol" not in words(tab)
    assert QApplication.focusWidget().accessibleName() == "Company", "a second Esc goes on where one was"
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    assert session.book.people.get(ids.carol) == before
    assert tab.findChild(PartyPage).isVisible()


def test_escape_then_enter_saves_a_changed_form(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    tab = editing(show, ids.carol, qtbot)
    fill(qtbot, tab, "Company", "Farm")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Return)
    assert session.book.people.get(ids.carol).company == "Farm"
    assert tab.findChild(PartyPage).isVisible()


def test_going_to_somebody_else_saves_a_changed_form_or_keeps_it(
    ids: Ids, show: Show, session: Session, qtbot: QtBot
) -> None:
    tab = editing(show, ids.carol, qtbot)
    fill(qtbot, tab, "E-mail address 1", "carol")
    with qtbot.waitSignal(session.refused):
        tab.open_party(ids.ben)
    assert "“carol” is not an e-mail address" in words(tab)
    fill(qtbot, tab, "E-mail address 1", "carol@example.com")
    tab.open_party(ids.ben)
    assert session.book.people.get(ids.carol).emails == ("carol@example.com",)
    assert tab.findChild(PartyPage).party_id == ids.ben


def test_the_form_says_the_day_of_the_first_sale_where_none_is_noted(ids: Ids, show: Show, qtbot: QtBot) -> None:
    tab = editing(show, ids.acme, qtbot)
    assert button_named(tab, "Customer since").placeholderText() == "01/10/2026, by the first sale"


def test_notes_take_no_more_room_than_they_need(ids: Ids, show: Show, session: Session) -> None:
    notes = opened(show, ids.acme).findChild(NotesEdit)
    line, least = notes.fontMetrics().lineSpacing(), notes.height()
    assert 3 * line < least < 4 * line
    notes.setPlainText("\n".join(map(str, range(20))))
    assert 6 * line < notes.height() < 7 * line


def test_a_checklist_is_ticked_off_and_a_tick_is_taken_back(
    ids: Ids, show: Show, session: Session, qtbot: QtBot
) -> None:
    steps = checklists.start(session.book, ids.acme)
    page = opened(show, ids.acme)
    rows = page.findChild(ChecklistRows)
    assert "Onboarding · 0 of 4 done" in words(rows)
    assert not page.findChild(StepRows).isVisible(), "the steps of a list stand there alone"
    box = rows.findChildren(QCheckBox)[0]
    assert box.accessibleName() == "Check their credit · tomorrow"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert session.book.contacts.step(steps[0]).done_on == TODAY
    assert "Onboarding · 1 of 4 done" in words(rows)
    again = next(b for b in rows.findChildren(QCheckBox) if b.isVisible() and b.isChecked())
    assert again.hasFocus()
    qtbot.keyClick(again, Qt.Key.Key_Space)
    assert session.book.contacts.step(steps[0]).done_on is None
    session.book.undo()
    assert "Onboarding · 1 of 4 done" in words(rows)


def test_a_checklist_is_begun_for_a_customer_and_takes_a_line_once_it_is_finished(
    ids: Ids, show: Show, session: Session, qtbot: QtBot
) -> None:
    page = opened(show, ids.acme)
    rows = page.findChild(ChecklistRows)
    qtbot.mouseClick(rows.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert words(rows).startswith("Checklists | Onboarding · 0 of 4 done")
    session.book.undo()
    assert words(rows) == "Checklists"
    with session.book.change("Fill"):
        for step in session.book.stages.template("Onboarding"):
            done = NextStep(date(2026, 11, 2), ids.acme, step.what, date(2026, 11, 3), checklist="Onboarding")
            session.book.contacts.add_step(done)
    assert words(rows) == "Checklists | Onboarding · all 4 done"
    page.show_party(ids.hilltop)
    assert not rows.isVisible(), "nothing is begun with a prospect before they are won"


def test_one_of_several_checklists_is_chosen(ids: Ids, show: Show, session: Session, qtbot: QtBot) -> None:
    checklists.set_template(session.book, "Yearly visit", [TemplateStep("", "take the ladder", 0)])
    page = opened(show, ids.acme)
    rows = page.findChild(ChecklistRows)
    qtbot.mouseClick(rows.findChild(QToolButton), Qt.MouseButton.LeftButton)
    menu = rows.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    menu.actions()[1].trigger()
    menu.close()
    assert "Yearly visit · 0 of 1 done" in words(rows)
