"""Inquiries, opportunities, thank-yous and hours owed on today's page: each row does its next step in place."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, inquiries, losing, money, opportunities, people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.agenda import Waiting
from balancer_desktop.domain.entries import NextStep, Sale
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, parked_on
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.today.ask_next import AskNext
from balancer_desktop.ui.today.today_tab import TodayTab

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 17, tzinfo=UTC)
STRANGER = 1
ROOF, BARN, FENCE = 1, 2, 3


def day(back: int) -> date:
    return TODAY - timedelta(days=back)


@pytest.fixture
def filled(book: Book) -> Book:
    """A stranger and Anna wait; of Bert's one went quiet, one has nothing planned; Anna is to hear of a lost one."""
    book.clock = lambda: datetime(2026, 11, 20, 10, 0).astimezone()
    anna = people.add(book, Party("Anna"), Standing.CURRENT, day(300))
    bert = people.add(book, Party("Bert"), Standing.PROSPECT, day(60))
    noon = datetime.combine(day(3), time(12)).astimezone()
    inquiries.receive(book, Inquiry(noon, InquiryChannel.MISSED_CALL, phone="555-0101", referred_by=anna))
    inquiries.receive(book, Inquiry(book.now() - timedelta(hours=1), InquiryChannel.WEBSITE, anna, asked="gutter"))
    opportunities.add(book, Opportunity(bert, "Roof", day(9), 240000))
    contacts.plan(book, NextStep(day(-20), bert, "call", opportunity_id=ROOF))
    opportunities.add(book, Opportunity(anna, "Barn", day(2)))
    opportunities.add(book, Opportunity(bert, "Fence", day(9), referred_by=anna))
    losing.lose(book, FENCE, 1, on=day(1))
    return book


@pytest.fixture
def tab(filled: Book, session: Session, qtbot: QtBot) -> TodayTab:
    made = TodayTab(session, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.waiting.setFocus()
    return made


def go_to(tab: TodayTab, kind: Waiting, number: int = 0) -> None:
    rows = tab.waiting.rows_model.rows
    places = [place for place, row in enumerate(rows) if row.item and row.item.kind is kind]
    tab.waiting.setCurrentIndex(tab.waiting.rows_model.index(places[number]))


def press(tab: TodayTab, qtbot: QtBot, kind: Waiting, key: Qt.Key, number: int = 0) -> None:
    go_to(tab, kind, number)
    qtbot.keyClick(tab.waiting, key)


def kinds(tab: TodayTab) -> list[Waiting]:
    return [row.item.kind for row in tab.waiting.rows_model.rows if row.item]


def form(tab: TodayTab) -> QDialog:
    (opened,) = [child for child in tab.findChildren(QDialog) if child.isVisible()]
    return opened


def test_everything_stands_in_its_order_and_what_waits_too_long_is_red(tab: TodayTab) -> None:
    rows = [row for row in tab.waiting.rows_model.rows if row.item]
    assert [(row.strong, row.item and row.item.kind) for row in rows] == [
        ("555-0101", Waiting.INQUIRY),
        ("Anna", Waiting.INQUIRY),
        ("Bert", Waiting.STALE),
        ("Anna", Waiting.NO_STEP),
        ("Anna", Waiting.THANK),
        ("Prospecting", Waiting.PROSPECTING),
    ]
    assert [row.urgent for row in rows] == [True, False, False, False, False, False]
    assert [row.warns for row in rows] == [False, False, True, True, False, False]
    assert rows[0].words.startswith("missed call · sent by Anna · since ")
    assert rows[1].words.startswith("inquiry on the website: gutter · since ")
    assert (rows[2].words, rows[2].aside) == ("Roof · Inquiry · €2,400", "quiet for 9 days")
    assert rows[4].words == "tell them what became of Bert (lost), and thank them"
    assert tab.count == 2


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_D, InquiryState.ANSWERED),
        (Qt.Key.Key_X, InquiryState.NOT_FOR_US),
        (Qt.Key.Key_S, InquiryState.SILENCE),
    ],
)
def test_one_key_ends_an_inquiry_and_undo_brings_it_back(
    tab: TodayTab, filled: Book, qtbot: QtBot, key: Qt.Key, state: InquiryState
) -> None:
    press(tab, qtbot, Waiting.INQUIRY, key)
    found = filled.inquiries.get(STRANGER)
    assert found is not None
    assert found.state is state
    assert kinds(tab).count(Waiting.INQUIRY) == 1
    filled.undo()
    assert kinds(tab).count(Waiting.INQUIRY) == 2


@pytest.mark.parametrize(
    ("key", "title"),
    [(Qt.Key.Key_P, "Promise 555-0101 something"), (Qt.Key.Key_M, "Make a prospect of 555-0101")],
)
def test_more_is_asked_for_a_promise_or_a_prospect(tab: TodayTab, qtbot: QtBot, key: Qt.Key, title: str) -> None:
    press(tab, qtbot, Waiting.INQUIRY, key)
    assert form(tab).windowTitle() == title


@pytest.mark.parametrize(("key", "button"), [(Qt.Key.Key_P, "Note the promise"), (Qt.Key.Key_M, "Make a prospect")])
def test_what_is_said_settles_every_call_of_the_line(
    tab: TodayTab, filled: Book, qtbot: QtBot, key: Qt.Key, button: str
) -> None:
    inquiries.receive(filled, Inquiry(filled.now(), InquiryChannel.MISSED_CALL, phone="555 0101"))
    press(tab, qtbot, Waiting.INQUIRY, key)
    asked = form(tab)
    if key == Qt.Key.Key_P:
        qtbot.keyClicks(asked.focusWidget(), "a quote")
    qtbot.mouseClick(
        next(one for one in asked.findChildren(QPushButton) if one.text() == button), Qt.MouseButton.LeftButton
    )
    calls = [one for one in filled.inquiries.all() if one.phone in ("555-0101", "555 0101")]
    assert len(calls) == 2
    assert InquiryState.WAITING not in [one.state for one in calls]


def test_enter_shows_an_inquiry_of_nobody_in_its_list_and_somebody_on_their_page(
    tab: TodayTab, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.inquiry_wanted) as wanted:
        press(tab, qtbot, Waiting.INQUIRY, Qt.Key.Key_Return)
    assert wanted.args == [STRANGER]
    with qtbot.waitSignal(session.party_wanted) as wanted:
        press(tab, qtbot, Waiting.INQUIRY, Qt.Key.Key_Return, 1)
    assert wanted.args == [1]


def test_a_stranger_stays_the_current_row_while_others_are_answered(tab: TodayTab, filled: Book) -> None:
    inquiries.receive(filled, Inquiry(filled.now(), InquiryChannel.MISSED_CALL, phone="555-0202"))
    go_to(tab, Waiting.INQUIRY, 1)
    current = tab.waiting.current()
    assert current is not None
    inquiries.answer(filled, STRANGER)
    after = tab.waiting.current()
    assert after is not None
    assert after.strong == current.strong


def test_what_has_nothing_planned_is_planned_in_place(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    press(tab, qtbot, Waiting.NO_STEP, Qt.Key.Key_D)
    field = tab.findChildren(AskNext)[0]
    qtbot.keyClicks(field.what, "measure")
    qtbot.keyClick(field.what, Qt.Key.Key_Return)
    (step,) = filled.contacts.steps_of(1)
    assert (step.what, step.opportunity_id, step.due) == ("measure", BARN, TODAY + timedelta(days=7))
    assert Waiting.NO_STEP not in kinds(tab)
    assert tab.waiting.hasFocus()


def test_a_call_ends_the_silence_of_an_opportunity(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    press(tab, qtbot, Waiting.STALE, Qt.Key.Key_D)
    assert len(filled.contacts.of_party(2)) == 1
    assert Waiting.STALE not in kinds(tab)
    filled.undo()
    assert Waiting.STALE in kinds(tab)


@pytest.mark.parametrize(
    ("key", "title"),
    [
        (Qt.Key.Key_P, "Park “Roof”"),
        (Qt.Key.Key_W, "Bert: “Roof” is won"),
        (Qt.Key.Key_L, "Bert: why was “Roof” lost?"),
    ],
)
def test_an_opportunity_is_parked_won_or_lost_from_its_row(
    tab: TodayTab, qtbot: QtBot, key: Qt.Key, title: str
) -> None:
    press(tab, qtbot, Waiting.STALE, key)
    assert title.split(" ", maxsplit=1)[0].rstrip(":") in form(tab).windowTitle()


def test_a_step_of_an_opportunity_is_parked_with_it(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    contacts.plan(filled, NextStep(TODAY, 2, "ask", opportunity_id=ROOF))
    press(tab, qtbot, Waiting.TODAY, Qt.Key.Key_P)
    next(button for button in form(tab).findChildren(QPushButton) if button.text() == "Park Bert").click()
    roof = filled.pipeline.get(ROOF)
    assert roof is not None
    assert parked_on(roof, TODAY) == date(2026, 12, 20)
    assert Waiting.TODAY not in kinds(tab)


@pytest.mark.parametrize(("key", "contact_count"), [(Qt.Key.Key_D, 0), (Qt.Key.Key_C, 1)])
def test_the_referrer_is_told_and_thanked(
    tab: TodayTab, filled: Book, qtbot: QtBot, key: Qt.Key, contact_count: int
) -> None:
    press(tab, qtbot, Waiting.THANK, key)
    assert Waiting.THANK not in kinds(tab)
    assert len(filled.contacts.of_party(1)) == contact_count
    filled.undo()
    assert Waiting.THANK in kinds(tab)


def test_the_hours_owed_start_the_timer(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    press(tab, qtbot, Waiting.PROSPECTING, Qt.Key.Key_D)
    timer = filled.work.timer()
    assert timer is not None
    assert timer.note == "prospecting"


def test_the_hours_owed_say_why_in_their_tooltip(tab: TodayTab) -> None:
    go_to(tab, Waiting.PROSPECTING)
    tip = tab.waiting.currentIndex().data(Qt.ItemDataRole.ToolTipRole).replace("\u00a0", " ")
    assert "Your goal for a week of prospecting: 3 h and 5 touches. Done so far: 0 h and no touches." in tip
    assert "A touch is a call, visit or message from you to a prospect, or an answer to who asks." in tip


def test_every_button_says_what_it_does(tab: TodayTab) -> None:
    for kind in (Waiting.INQUIRY, Waiting.STALE, Waiting.NO_STEP, Waiting.THANK, Waiting.PROSPECTING):
        go_to(tab, kind)
        shown = [button for button in tab.buttons.findChildren(QToolButton) if button.isVisible()]
        assert shown
        for button in shown:
            assert ": " in button.accessibleName()
            assert button.toolTip().endswith(")")


def test_a_sale_to_somebody_without_an_opportunity_asks_the_pipeline_nothing(
    tab: TodayTab, filled: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    from balancer_desktop.app import money, today_prospects
    from balancer_desktop.domain.entries import Sale

    other = people.add(filled, Party("Other"), Standing.CURRENT, day(300))
    monkeypatch.setattr(today_prospects, "prospects", lambda *_: pytest.fail("looked again"))
    money.record_sale(filled, Sale(TODAY, other, 45000))


@pytest.fixture
def bought(filled: Book, tab: TodayTab) -> TodayTab:
    """Bert has bought while his roof was open."""
    money.record_sale(filled, Sale(day(8), 2, 45000))
    return tab


def test_who_bought_is_asked_about(bought: TodayTab) -> None:
    (row,) = [row for row in bought.waiting.rows_model.rows if row.item and row.item.kind is Waiting.BOUGHT]
    assert row.spoken == "Bert, bought for €450.00 on 12/11/2026: was that “Roof”?"
    assert Waiting.STALE not in kinds(bought), "it is said once"
    assert (row.urgent, bought.count) == (False, 2)


def test_one_key_wins_it_and_another_says_that_it_was_something_else(
    bought: TodayTab, filled: Book, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.said) as said:
        press(bought, qtbot, Waiting.BOUGHT, Qt.Key.Key_D)
    assert said.args == ["Won: Roof, Bert — Ctrl+Z takes it back"]
    roof = filled.pipeline.get(ROOF)
    assert roof
    assert (roof.outcome, roof.closed) == (Outcome.WON, day(8))
    assert Waiting.BOUGHT not in kinds(bought)
    assert not bought.offer.isVisible(), "the onboarding is planned already"
    filled.undo()
    with qtbot.waitSignal(session.said) as said:
        press(bought, qtbot, Waiting.BOUGHT, Qt.Key.Key_X)
    assert said.args == ["Not this one: Roof, Bert — Ctrl+Z takes it back"]
    assert Waiting.BOUGHT not in kinds(bought)
    assert Waiting.STALE in kinds(bought), "with the roof it is as it was"
    filled.undo()
    assert Waiting.BOUGHT in kinds(bought)


def test_its_buttons_say_what_they_do(bought: TodayTab) -> None:
    go_to(bought, Waiting.BOUGHT)
    shown = [button for button in bought.buttons.findChildren(QToolButton) if button.isVisible()]
    assert [button.accessibleName() for button in shown] == ["Won: Bert", "Not this one: Bert", "Open: Bert"]
