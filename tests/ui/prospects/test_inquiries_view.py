"""Inquiries from the first note to what became of them, by keys and by clicks, with the time they wait in view."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import inquiries, people
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.prospects.inquiries_model import AGE, ASKED, HOW, REFERRER, STATE, WHO
from balancer_desktop.ui.prospects.inquiries_view import InquiriesView
from balancer_desktop.ui.session import Session

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, 0).astimezone()


def came(session: Session, hours: float = 1, channel: InquiryChannel = InquiryChannel.CALL, **known: object) -> int:
    """Note an inquiry that came so many hours before noon."""
    return inquiries.receive(session.book, Inquiry(NOON - timedelta(hours=hours), channel, **known))


@pytest.fixture
def acme(session: Session) -> int:
    points = (ContactPoint(ContactKind.PHONE, "087 555 0101"), ContactPoint(ContactKind.EMAIL, "info@acme.example"))
    return people.add(session.book, Party("Acme", contacts=points), Standing.CURRENT)


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Callable[[], InquiriesView]:
    session.book.clock = lambda: NOON

    def made() -> InquiriesView:
        view = InquiriesView(session)
        qtbot.addWidget(view)
        view.resize(1000, 700)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.setFocus()
        return view

    return made


def shown(view: InquiriesView) -> list[str]:
    model = view.table.rows
    return [model.index(row, WHO).data() for row in range(model.rowCount())]


def state(session: Session, inquiry_id: int) -> InquiryState:
    found = session.book.inquiries.get(inquiry_id)
    assert found
    return found.state


def press(view: InquiriesView, name: str, qtbot: QtBot) -> None:
    """Click the button of the card that has this name."""
    button = next(b for b in view.card.findChildren(QPushButton) if b.accessibleName() == name)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(view: InquiriesView, number: int, qtbot: QtBot) -> None:
    """Click one of: open, all, lost, to thank."""
    button = view.segments.findChildren(QWidget)[number]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def form_of(view: InquiriesView) -> EntryForm:
    return next(f for f in view.findChildren(EntryForm) if f.isVisible())


def field(form: EntryForm, name: str, kind: type[QWidget] = QLineEdit) -> QWidget:
    return next(child for child in form.findChildren(kind) if child.accessibleName() == name)


def save(form: EntryForm, qtbot: QtBot) -> None:
    qtbot.keyClick(form.focusWidget() or form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def said(form: EntryForm) -> str:
    return " ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def test_the_longest_waiting_comes_first_then_what_was_promised(
    session: Session, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    came(session, 1, name="Newest")
    came(session, 3, name="Oldest")
    promised = came(session, 5, name="Promised")
    inquiries.promise(session.book, promised, "a quote", TODAY - timedelta(days=0))
    gone = came(session, 6, name="Gone")
    inquiries.not_for_us(session.book, gone)
    view = show()
    _tester = QAbstractItemModelTester(view.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert shown(view) == ["Oldest", "Newest", "Promised"]
    choose(view, 1, qtbot)
    assert shown(view) == ["Oldest", "Newest", "Promised", "Gone"]
    choose(view, 2, qtbot)
    assert shown(view) == ["Gone"]


def test_an_empty_book_says_what_goes_here_and_the_button_opens_the_form(
    session: Session, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    view = show()
    assert view.empty.isVisible()
    button = view.empty.findChildren(QPushButton)[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    form = form_of(view)
    qtbot.keyClicks(form.focusWidget(), "Hilltop School")
    save(form, qtbot)
    assert [(one.name, one.state) for one in session.book.inquiries.all()] == [("Hilltop School", InquiryState.WAITING)]
    assert session.book.inquiries.all()[0].received == NOON
    assert shown(view) == ["Hilltop School"]
    assert not view.form.isVisible()


def test_a_number_says_at_once_whose_it_is(
    session: Session, acme: int, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    view = show()
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    form = form_of(view)
    qtbot.keyClicks(form.focusWidget(), "+353 87 5550101")
    assert "Acme, a customer" in said(form)
    field(form, "How", QComboBox).setCurrentText("Missed call")
    save(form, qtbot)
    one = session.book.inquiries.all()[0]
    assert (one.party_id, one.name, one.phone) == (acme, "", "+353 87 5550101")
    assert shown(view) == ["Acme"]


def test_a_number_of_nobody_is_enough(session: Session, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    view = show()
    view.add()
    form = form_of(view)
    qtbot.keyClicks(form.focusWidget(), "555-0177")
    save(form, qtbot)
    one = session.book.inquiries.all()[0]
    assert (one.party_id, one.name, one.phone) == (0, "", "555-0177")


def test_a_form_without_anybody_stays_and_says_what_is_missing(
    session: Session, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    view = show()
    view.add()
    form = form_of(view)
    save(form, qtbot)
    assert "Who asks is missing" in said(form)
    assert not session.book.inquiries.all()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not view.form.isVisible()


def test_somebody_else_answered_and_promised(
    session: Session, acme: int, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    view = show()
    view.add()
    form = form_of(view)
    qtbot.keyClicks(form.focusWidget(), "Tom Kelly")
    assert not field(form, "Promised").isVisible()
    qtbot.mouseClick(field(form, "Answered", QCheckBox), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(form, "By whom"), "Breda")
    qtbot.keyClicks(field(form, "Promised"), "a quote")
    qtbot.keyClicks(field(form, "By when"), "tue")
    save(form, qtbot)
    one = session.book.inquiries.all()[0]
    assert (one.state, one.answered_by, one.promised) == (InquiryState.PROMISED, "Breda", "a quote")
    assert (one.promised_by, one.responded) == (date(2026, 11, 24), NOON)
    assert view.table.rows.index(0, STATE).data() == "Promised, in 4 days"


def test_letters_answer_and_give_up(session: Session, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    ids = [came(session, hours, name=f"Caller {hours}") for hours in (4, 3, 2)]
    view = show()
    for key in (Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_S):
        qtbot.keyClick(view.table, key)
    assert [state(session, id_) for id_ in ids] == [
        InquiryState.ANSWERED,
        InquiryState.NOT_FOR_US,
        InquiryState.SILENCE,
    ]
    assert view.empty.isVisible()
    session.book.undo()
    assert shown(view) == ["Caller 2"]


def test_buttons_do_the_same(session: Session, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    first, second = came(session, 2, name="First"), came(session, 1, name="Second")
    view = show()
    press(view, "Answered", qtbot)
    assert state(session, first) is InquiryState.ANSWERED
    assert view.table.hasFocus()
    press(view, "Not for us", qtbot)
    assert state(session, second) is InquiryState.NOT_FOR_US


def test_a_promise(session: Session, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    one = came(session, name="Tom")
    view = show()
    qtbot.keyClick(view.table, Qt.Key.Key_P)
    form = form_of(view)
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClicks(form.focusWidget(), "a quote")
    save(form, qtbot)
    found = session.book.inquiries.get(one)
    assert found
    assert (found.state, found.promised, found.promised_by) == (InquiryState.PROMISED, "a quote", TODAY)


def test_a_prospect_has_one_dated_next_step(session: Session, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    one = came(session, name="Hilltop School", asked="Gutter over the gym")
    view = show()
    qtbot.keyClick(view.table, Qt.Key.Key_M)
    form = form_of(view)
    qtbot.waitUntil(form.isActiveWindow)
    assert field(form, "What about").text() == "Gutter over the gym"
    field(form, "What to do next").clear()
    save(form, qtbot)
    assert "What to do next is missing" in said(form)
    qtbot.keyClicks(field(form, "What to do next"), "call")
    save(form, qtbot)
    assert state(session, one) is InquiryState.PROSPECT
    (opportunity,) = session.book.pipeline.all()
    (step,) = session.book.contacts.steps_of(opportunity.party_id)
    assert (opportunity.title, opportunity.inquiry_id) == ("Gutter over the gym", one)
    assert (step.what, step.opportunity_id) == ("call", opportunity.id)
    assert step.due == date(2026, 11, 23), "today is a Friday"
    assert session.book.people.standing(opportunity.party_id) is Standing.PROSPECT


@pytest.mark.parametrize("spoken", [True, False])
def test_who_was_spoken_to_is_answered_as_well(
    session: Session, show: Callable[[], InquiriesView], qtbot: QtBot, *, spoken: bool
) -> None:
    one = came(session, name="Hilltop School")
    view = show()
    qtbot.keyClick(view.table, Qt.Key.Key_M)
    form = form_of(view)
    qtbot.waitUntil(form.isActiveWindow)
    (box,) = form.findChildren(QCheckBox)
    assert not box.isChecked()
    box.setChecked(spoken)
    save(form, qtbot)
    found = session.book.inquiries.get(one)
    assert found
    assert found.state is InquiryState.PROSPECT
    assert (found.responded is not None) is spoken
    assert len(session.book.contacts.of_party(found.party_id)) == spoken


def test_who_has_an_answer_is_not_asked_about(
    session: Session, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    inquiries.promise(session.book, came(session, name="Hilltop School"), "a price")
    view = show()
    qtbot.keyClick(view.table, Qt.Key.Key_M)
    (box,) = form_of(view).findChildren(QCheckBox)
    assert not box.isVisible()


def test_edit_and_remove(session: Session, acme: int, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    one = came(session, party_id=acme, asked="gutter")
    view = show()
    qtbot.keyClick(view.table, Qt.Key.Key_E)
    form = form_of(view)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_End)
    qtbot.keyClicks(form.focusWidget(), " and roof")
    save(form, qtbot)
    found = session.book.inquiries.get(one)
    assert found
    assert (found.asked, found.party_id, found.received) == ("gutter and roof", acme, NOON - timedelta(hours=1))
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert session.book.inquiries.all() == []


def test_enter_opens_the_person(session: Session, acme: int, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    came(session, party_id=acme)
    view = show()
    with qtbot.waitSignal(session.party_wanted) as wanted:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert wanted.args == [acme]


def test_who_waits_grows_older_while_one_looks(
    session: Session, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    came(session, 1, name="Tom")
    view = show()
    before = view.table.rows.index(0, AGE).data()
    session.book.clock = lambda: NOON + timedelta(minutes=30)
    view.minutes.timeout.emit()
    assert view.table.rows.index(0, AGE).data() != before
    view.hide()
    assert not view.minutes.isActive()


def test_the_chosen_one_stays_chosen_when_others_come(
    session: Session, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    came(session, 2, name="First")
    second = came(session, 1, name="Second")
    view = show()
    assert view.table.choose(second)
    came(session, 5, name="Earlier")
    chosen = view.table.chosen()
    assert chosen
    assert chosen.who == "Second"


def test_what_was_asked_keeps_room_where_there_is_little(
    session: Session, acme: int, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    came(session, name="Tom", asked="the gutter over the gym", referred_by=acme)
    view = show()
    table = view.table
    assert not table.isColumnHidden(HOW)
    assert not table.isColumnHidden(REFERRER)
    view.resize(640, 700)
    qtbot.waitUntil(lambda: table.isColumnHidden(HOW))
    assert table.columnWidth(ASKED) >= 130
    assert sum(table.columnWidth(column) for column in range(AGE + 1)) <= table.viewport().width()


def test_the_filter_finds_words_and_numbers(session: Session, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    came(session, 2, name="Tom", asked="gutter")
    came(session, 1, phone="555-0177")
    view = show()
    view.focus_filter()
    qtbot.keyClicks(view.filter, "0177")
    assert shown(view) == ["555-0177"]
    qtbot.keyClicks(view.filter, "x")
    assert view.empty.isVisible()
    qtbot.keyClick(view.filter, Qt.Key.Key_Escape)
    assert shown(view) == ["Tom", "555-0177"]


def test_referrers_are_ticked_off(session: Session, acme: int, show: Callable[[], InquiriesView], qtbot: QtBot) -> None:
    one = came(session, name="Tom", referred_by=acme)
    inquiries.not_for_us(session.book, one)
    view = show()
    choose(view, 3, qtbot)
    assert view.thanks.isVisible()
    _tester = QAbstractItemModelTester(view.thanks.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert view.thanks.table.rows.index(0, 0).data() == "Acme"
    view.setFocus()
    qtbot.keyClick(view.thanks.table, Qt.Key.Key_T)
    found = session.book.inquiries.get(one)
    assert found
    assert found.referrer_told == TODAY
    assert view.empty.isVisible()


def test_fourteen_referrals_are_all_in_view_until_settled_and_every_referrer_is_ticked_off(
    session: Session, show: Callable[[], InquiriesView], qtbot: QtBot
) -> None:
    senders = [people.add(session.book, Party(f"Sender {n}"), Standing.CURRENT) for n in range(14)]
    for hours, sender in enumerate(senders, 1):
        came(session, hours, name=f"Referral {hours:02}", referred_by=sender)
    view = show()
    assert shown(view) == [f"Referral {hours:02}" for hours in range(14, 0, -1)]
    assert all(view.table.rows.index(row, AGE).data() for row in range(14))
    for _ in range(7):
        qtbot.keyClick(view.table, Qt.Key.Key_X)
        qtbot.keyClick(view.table, Qt.Key.Key_S)
    assert view.empty.isVisible()
    choose(view, 3, qtbot)
    view.setFocus()
    told = view.thanks.table.rows
    assert {told.index(row, 0).data() for row in range(told.rowCount())} == {f"Sender {n}" for n in range(14)}
    for _ in senders:
        qtbot.keyClick(view.thanks.table, Qt.Key.Key_T)
    assert all(one.referrer_told == TODAY for one in session.book.inquiries.all())
    assert view.empty.isVisible()
