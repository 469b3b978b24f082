"""Every form adds and corrects its entry by keys alone, and says beneath a field what would be right."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, money, people, work
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms import (
    open_contact_form,
    open_expense_form,
    open_sale_form,
    open_step_form,
    open_work_form,
)
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.session import Session

TODAY = date(2026, 11, 20)


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def acme(session: Session) -> int:
    return people.add(session.book, Party("Acme"), Standing.CURRENT)


def field(form: EntryForm, name: str, kind: type[QWidget] = QLineEdit) -> QWidget:
    return next(child for child in form.findChildren(kind) if child.accessibleName() == name)


def fill(qtbot: QtBot, form: EntryForm, name: str, text: str) -> None:
    qtbot.waitUntil(form.isActiveWindow)
    line = field(form, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def pick(qtbot: QtBot, form: EntryForm, name: str, text: str) -> None:
    """Type a few letters, then Enter takes the first of those offered."""
    fill(qtbot, form, name, text)
    qtbot.keyClick(field(form, name).completer().popup(), Qt.Key.Key_Return)


def save(qtbot: QtBot, form: EntryForm) -> None:
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def said(form: EntryForm) -> str:
    return " ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def test_work_proposes_the_side_and_starts_at_the_time(
    session: Session, acme: int, desk: QWidget, qtbot: QtBot
) -> None:
    form = open_work_form(desk, session, acme)
    assert field(form, "How long").hasFocus() or form.focusWidget() is field(form, "How long")
    assert field(form, "Counts as", QComboBox).currentText().startswith("Keeping")
    qtbot.keyClicks(form.focusWidget(), "1:30")
    assert "1\u00a0h\u00a030" in said(form)
    save(qtbot, form)
    assert session.book.work.of_party(acme) == [Work(TODAY, 90, Side.KEEP, acme, "", 1)]
    assert not form.isVisible()


def test_enter_is_seen_to_save(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    """The button that Enter presses is the one that stands out, not the one beside it."""
    form = open_work_form(desk, session, acme)
    qtbot.waitUntil(form.isActiveWindow)
    assert [button.text() for button in form.findChildren(QPushButton) if button.isDefault()] == ["Log work"]


def test_work_for_nobody_asks_for_the_side(session: Session, desk: QWidget, qtbot: QtBot) -> None:
    form = open_work_form(desk, session)
    fill(qtbot, form, "How long", "2h")
    save(qtbot, form)
    assert "What it was for is missing" in said(form)
    qtbot.keyClicks(field(form, "Counts as", QComboBox), "Gaining")
    save(qtbot, form)
    assert [w.side for w in session.book.work.between(TODAY, TODAY)] == [Side.GAIN]


def test_wrong_time_is_told_beneath_and_nothing_written(
    session: Session, acme: int, desk: QWidget, qtbot: QtBot
) -> None:
    form = open_work_form(desk, session, acme)
    fill(qtbot, form, "How long", "a while")
    assert "⚠" not in said(form), "no scolding while typing"
    save(qtbot, form)
    assert "“a while” is not a time worked. Write it like 2h, 1:30 or 90." in said(form)
    assert form.isVisible()
    assert session.book.work.of_party(acme) == []


def test_a_refused_date_keeps_the_form_and_says_why(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    form = open_work_form(desk, session, acme)
    fill(qtbot, form, "How long", "2h")
    fill(qtbot, form, "When", "tomorrow")
    save(qtbot, form)
    assert "lies in the future" in said(form)
    assert form.isVisible()


def test_editing_work_reads_back_what_it_showed(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    entry = work.log(session.book, Work(TODAY, 150, Side.WIN_BACK, acme, "roof"))
    form = open_work_form(desk, session, work=session.book.work.get(entry))
    fill(qtbot, form, "Note", "roof, again")
    save(qtbot, form)
    assert session.book.work.get(entry) == Work(TODAY, 150, Side.WIN_BACK, acme, "roof, again", entry)


def test_sale_by_name_not_paid_yet(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    form = open_sale_form(desk, session)
    pick(qtbot, form, "From whom", "acm")
    fill(qtbot, form, "Amount", "1,450.50")
    field(form, "Not paid yet", QCheckBox).click()
    save(qtbot, form)
    assert session.book.ledger.sales_of(acme) == [Sale(TODAY, acme, 145050, "", True, 1)]


def test_a_negative_sale_is_said_to_be_a_refund(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    form = open_sale_form(desk, session, acme)
    fill(qtbot, form, "Amount", "-20")
    assert "refund of €20.00" in said(form)
    save(qtbot, form)
    assert session.book.ledger.sales_of(acme)[0].amount == -2000


def test_sale_without_anybody_or_with_a_stranger_is_refused(session: Session, desk: QWidget, qtbot: QtBot) -> None:
    form = open_sale_form(desk, session)
    fill(qtbot, form, "Amount", "20")
    save(qtbot, form)
    assert "Who it concerns is missing" in said(form)
    fill(qtbot, form, "From whom", "Zorro")
    save(qtbot, form)
    assert "Nobody here is called “Zorro”" in said(form)


def test_editing_a_sale(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    sale = money.record_sale(session.book, Sale(TODAY, acme, 12345, "roof", owed=True))
    form = open_sale_form(desk, session, sale=session.book.ledger.sale(sale))
    fill(qtbot, form, "When", "mon")
    save(qtbot, form)
    assert session.book.ledger.sale(sale) == Sale(date(2026, 11, 16), acme, 12345, "roof", True, sale)


def test_expense_needs_a_side_unless_somebody_proposes_it(
    session: Session, acme: int, desk: QWidget, qtbot: QtBot
) -> None:
    form = open_expense_form(desk, session)
    fill(qtbot, form, "Amount", "60")
    pick(qtbot, form, "Because of", "Acme")
    fill(qtbot, form, "For what", "screws")
    save(qtbot, form)
    assert session.book.ledger.expenses_of(acme) == [Expense(TODAY, 6000, Side.KEEP, acme, "screws", 1)]


def test_an_introductory_discount_is_asked_for_where_somebody_is_being_won(
    session: Session, acme: int, desk: QWidget, qtbot: QtBot
) -> None:
    hilltop = people.add(session.book, Party("Hilltop"), Standing.PROSPECT)
    form = open_expense_form(desk, session)
    trial = field(form, "To win them", QCheckBox)
    assert not trial.isVisible()
    fill(qtbot, form, "Amount", "60")
    pick(qtbot, form, "Because of", "Hilltop")
    assert trial.isVisible()
    qtbot.mouseClick(trial, Qt.MouseButton.LeftButton)
    save(qtbot, form)
    spent = Expense(TODAY, 6000, Side.GAIN, hilltop, "", 1, introductory=True)
    assert session.book.ledger.expenses_of(hilltop) == [spent]
    form = open_expense_form(desk, session, expense=spent)
    assert field(form, "To win them", QCheckBox).isChecked()
    field(form, "Counts as", QComboBox).setCurrentIndex(0)
    assert not field(form, "To win them", QCheckBox).isVisible()
    save(qtbot, form)
    assert session.book.ledger.expenses_of(hilltop) == [Expense(TODAY, 6000, Side.KEEP, hilltop, "", 1)]


def test_contact_and_next_step(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    form = open_contact_form(desk, session, acme)
    qtbot.keyClicks(form.focusWidget(), "asked about the gutter")
    save(qtbot, form)
    assert session.book.contacts.of_party(acme) == [Contact(TODAY, acme, Channel.CALL, "asked about the gutter", 1)]
    form = open_step_form(desk, session, acme)
    qtbot.keyClicks(form.focusWidget(), "send quote")
    fill(qtbot, form, "When", "fri")
    save(qtbot, form)
    assert session.book.contacts.steps_of(acme) == [NextStep(date(2026, 11, 27), acme, "send quote", None, 1)]


def test_who_began_and_whether_anybody_was_reached(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    form = open_contact_form(desk, session, acme)
    assert field(form, "Answered", QCheckBox).text() == "They answered"
    field(form, "Answered", QCheckBox).setChecked(False)
    save(qtbot, form)
    form = open_contact_form(desk, session, acme)
    field(form, "How", QComboBox).setCurrentText("E-mail")
    field(form, "Who began", QComboBox).setCurrentText("They turned to you")
    assert field(form, "Answered", QCheckBox).text() == "You wrote back"
    save(qtbot, form)
    assert session.book.contacts.of_party(acme) == [
        Contact(TODAY, acme, Channel.CALL, "", 1, answered=False),
        Contact(TODAY, acme, Channel.EMAIL, "", 2, incoming=True),
    ]
    form = open_contact_form(desk, session, contact=session.book.contacts.get(1))
    assert not field(form, "Answered", QCheckBox).isChecked()
    field(form, "How", QComboBox).setCurrentText("Note")
    assert not field(form, "Answered", QCheckBox).isVisible()
    save(qtbot, form)
    assert session.book.contacts.get(1) == Contact(TODAY, acme, Channel.NOTE, "", 1)


def test_editing_a_step_and_a_contact(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    step = contacts.plan(session.book, NextStep(TODAY, acme, "call"))
    form = open_step_form(desk, session, step=session.book.contacts.step(step))
    fill(qtbot, form, "What", "visit")
    save(qtbot, form)
    assert session.book.contacts.step(step) == NextStep(TODAY, acme, "visit", None, step)
    logged = contacts.log(session.book, Contact(TODAY, acme, Channel.VISIT, "shop"))
    form = open_contact_form(desk, session, contact=session.book.contacts.get(logged))
    fill(qtbot, form, "About what", "works")
    save(qtbot, form)
    assert session.book.contacts.get(logged) == Contact(TODAY, acme, Channel.VISIT, "works", logged)


def test_escape_leaves_everything_as_it_was(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    form = open_sale_form(desk, session, acme)
    fill(qtbot, form, "Amount", "20")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert session.book.ledger.sales_of(acme) == []


def test_days_move_with_the_arrow_keys(session: Session, acme: int, desk: QWidget, qtbot: QtBot) -> None:
    form = open_work_form(desk, session, acme)
    when = field(form, "When")
    qtbot.keyClick(when, Qt.Key.Key_Down)
    qtbot.keyClick(when, Qt.Key.Key_PageDown)
    assert when.text() == "12/11/2026"
