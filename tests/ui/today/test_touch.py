"""What the rhythms tell on today's page: it comes after what is due, and each line does its next step in place."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from balancer_desktop.app import archive, book_settings, cadence, contacts, money, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.book_settings import BookSettings
from balancer_desktop.domain.agenda import Waiting
from balancer_desktop.domain.entries import Channel, NextStep, Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.today.today_tab import TodayTab
from tests.app.regulars import TODAY, crowd, regular

NOW = datetime(2026, 11, 20, 10, 17, tzinfo=UTC)


@pytest.fixture
def filled(book: Book) -> Book:
    """Two who are probably gone, one past a cadence, one lapsed, one back again, one left with a hook."""
    crowd(book)
    regular(book, "Acme", 20, 200)
    regular(book, "Bert", 20, 150)
    cadence.set_party(book, regular(book, "Cora", 20, 19), 14, 0)
    people.set_standing(book, [regular(book, "Dora", 30, 90)], Standing.LAPSED, TODAY - timedelta(40))
    emil = regular(book, "Emil", 30, 190)
    people.set_standing(book, [emil], Standing.LAPSED, TODAY - timedelta(60))
    money.record_sale(book, Sale(TODAY - timedelta(2), emil, 5000))
    fay = people.add(book, Party("Fay"), Standing.CURRENT, date(2025, 1, 1))
    reason = book.people.reasons()[0].id
    archive.archive(book, [fay], reason, TODAY - timedelta(50), hook="ask for a referral", hook_due=TODAY)
    contacts.plan(book, NextStep(TODAY, emil, "send the bill"))
    return book


def shown(session: Session, qtbot: QtBot, *, learn: bool = True) -> TodayTab:
    tab = TodayTab(session, now=lambda: NOW)
    qtbot.addWidget(tab)
    tab.resize(1000, 900)
    with qtbot.waitExposed(tab):
        tab.show()
    qtbot.waitUntil(lambda: tab.is_whole)
    tab.waiting.setFocus()
    if learn:
        with qtbot.waitSignal(session.rhythms_ready):
            session.learn_rhythms()
    return tab


@pytest.fixture
def tab(filled: Book, session: Session, qtbot: QtBot) -> TodayTab:
    return shown(session, qtbot)


def said(tab: TodayTab) -> list[str]:
    return [row.spoken for row in tab.waiting.rows_model.rows]


def go_to(tab: TodayTab, who: str) -> None:
    place = next(n for n, row in enumerate(tab.waiting.rows_model.rows) if row.strong == who and not row.heading)
    tab.waiting.setCurrentIndex(tab.waiting.rows_model.index(place))


def press(tab: TodayTab, qtbot: QtBot, who: str, key: Qt.Key) -> None:
    go_to(tab, who)
    qtbot.keyClick(tab.waiting, key)


def standing(book: Book, name: str) -> Standing:
    return book.people.standing(next(id_ for id_, known in book.people.names().items() if known == name))


def test_what_is_due_is_there_first_and_the_rest_joins_it(filled: Book, session: Session, qtbot: QtBot) -> None:
    tab = shown(session, qtbot, learn=False)
    first = said(tab)
    assert first[:4] == [
        "Due today",
        "Emil, send the bill, today",
        "To come back for",
        "Fay, ask for a referral, today",
    ]
    owed = first[4:]
    assert owed == ["This week", "Prospecting, 3\u00a0h and 5 touches left"]
    go_to(tab, "Fay")
    with qtbot.waitSignal(session.rhythms_ready):
        session.learn_rhythms()
    assert tab.waiting.current().strong == "Fay", "the owner stays where they were"
    assert tab.count == 2, "the count is of what is for today and no other day"
    lines = said(tab)
    assert lines[:2] == first[:2]
    assert lines[-2:] == owed
    worth = lines[-3]
    del lines[-3:]
    assert worth.startswith("Dora, worth about €")
    assert worth.endswith("in half a year · last: job 8, 22/08/2026")
    assert lines[2:] == [
        "Bought again",
        "Emil, bought again on 18/11/2026",
        "Silent for too long, 2",
        "2 customers have gone quiet",
        "Acme, usually every 3 weeks; silent 7 months, 6 months late",
        "Bert, usually every 3 weeks; silent 21, 4 months late",
        "Quieter than usual",
        "Cora, no contact for 3 weeks; you wanted every 2 weeks, 5 days late",
        "To come back for",
        "Fay, ask for a referral, today",
        "Worth a call",
    ]


def test_red_yellow_and_signs_tell_them_apart(tab: TodayTab) -> None:
    looks = {row.strong: (row.icon, row.urgent, row.warns) for row in tab.waiting.rows_model.rows if row.item}
    assert looks["Acme"] == ("lapsed", True, False)
    assert looks["Cora"] == ("clock", False, True)
    assert looks["2 customers have gone quiet"] == ("customers", False, False)


def test_all_who_have_gone_quiet_are_marked_together_and_come_back_with_undo(
    tab: TodayTab, filled: Book, qtbot: QtBot
) -> None:
    before = said(tab)
    press(tab, qtbot, "2 customers have gone quiet", Qt.Key.Key_D)
    assert (standing(filled, "Acme"), standing(filled, "Bert")) == (Standing.LAPSED, Standing.LAPSED)
    assert "Silent for too long" not in said(tab)
    assert not tab.offer.isVisible()
    filled.undo()
    assert said(tab) == before


def test_one_by_one_a_line_is_marked_called_or_left_alone(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    press(tab, qtbot, "Acme", Qt.Key.Key_L)
    assert standing(filled, "Acme") is Standing.LAPSED
    assert not any("have gone quiet" in line for line in said(tab)), "of one there is no line for all"
    press(tab, qtbot, "Bert", Qt.Key.Key_D)
    assert not any(line.startswith("Bert") for line in said(tab))
    assert tab.offer.isVisible()
    filled.undo()
    press(tab, qtbot, "Bert", Qt.Key.Key_A)
    said_to = filled.contacts.of_party(next(i for i, n in filled.people.names().items() if n == "Bert"))
    assert [(c.channel, c.answered) for c in said_to] == [(Channel.CALL, False)]
    filled.undo()
    for key in (Qt.Key.Key_W, Qt.Key.Key_M, Qt.Key.Key_K):
        press(tab, qtbot, "Bert", key)
        assert not any(line.startswith("Bert") for line in said(tab))
        filled.undo()
        assert any(line.startswith("Bert") for line in said(tab))


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_W, Qt.Key.Key_M, Qt.Key.Key_K])
@pytest.mark.parametrize("who", ["Cora", "Dora", "Fay"])
def test_each_other_line_ends_or_is_put_off_and_comes_back(
    tab: TodayTab, filled: Book, qtbot: QtBot, who: str, key: Qt.Key
) -> None:
    before = said(tab)
    press(tab, qtbot, who, key)
    assert not any(line.startswith(who) for line in said(tab))
    filled.undo()
    assert said(tab) == before


def test_who_bought_again_is_current_again(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    press(tab, qtbot, "Emil", Qt.Key.Key_K)  # the step due today: nothing to be left alone
    assert "Bought again" in said(tab)
    place = next(n for n, row in enumerate(tab.waiting.rows_model.rows) if row.item and row.item.kind is Waiting.RETURN)
    tab.waiting.setCurrentIndex(tab.waiting.rows_model.index(place))
    qtbot.keyClick(tab.waiting, Qt.Key.Key_D)
    assert standing(filled, "Emil") is Standing.CURRENT
    assert "Bought again" not in said(tab)


def test_buttons_offer_what_fits(tab: TodayTab) -> None:
    def names(who: str) -> list[str]:
        go_to(tab, who)
        visible = [b for b in tab.buttons.findChildren(QToolButton) if b.isVisible()]
        return [b.accessibleName().split(":")[0] for b in visible]

    assert names("2 customers have gone quiet") == ["Mark as lapsed", "Not now", "Show all"]
    assert names("Acme") == ["Called", "+1 week", "+1 month", "Log call…", "Lapsed", "Open"]
    assert names("Cora") == ["Called", "+1 week", "+1 month", "Log call…", "Open"]
    assert names("Fay") == ["Done", "+1 week", "+1 month", "Log call…", "Open"]


def test_long_lists_end_in_a_way_to_all_of_it(filled: Book, session: Session, qtbot: QtBot) -> None:
    for number in range(12):
        regular(filled, f"Gone {number:02}", 10, 300 + number)
    tab = shown(session, qtbot)
    assert "and 6 more" in said(tab)
    place = next(n for n, row in enumerate(tab.waiting.rows_model.rows) if row.spoken == "Silent for too long, 14")
    assert tab.waiting.rows_model.rows[place + 1].spoken == "14 customers have gone quiet"
    before = said(tab)
    go_to(tab, "and 6 more")
    for key in (Qt.Key.Key_D, Qt.Key.Key_W, Qt.Key.Key_L, Qt.Key.Key_K, Qt.Key.Key_A, Qt.Key.Key_C):
        qtbot.keyClick(tab.waiting, key)
    assert said(tab) == before
    with qtbot.waitSignal(session.silent_wanted):
        qtbot.keyClick(tab.waiting, Qt.Key.Key_Return)


def test_a_rule_the_owner_switched_on_acts_by_itself_and_undo_holds(
    tab: TodayTab, filled: Book, session: Session, qtbot: QtBot
) -> None:
    news: list[str] = []
    session.said.connect(news.append)
    book_settings.save(filled, BookSettings(auto_lapse=True))
    qtbot.waitUntil(lambda: standing(filled, "Acme") is Standing.LAPSED)
    assert news == ["Lapsed, by your rule: 2 people — Ctrl+Z takes it back"]
    assert filled.undo() == "Lapsed, by your rule: 2 people"
    with qtbot.waitSignal(session.changed):  # the news on which the rule would act again
        contacts.plan(filled, NextStep(TODAY, 1, "call"))
    QCoreApplication.processEvents()
    assert standing(filled, "Acme") is Standing.CURRENT


def test_learnt_while_the_page_is_hidden_it_is_there_when_it_is_shown(
    filled: Book, session: Session, qtbot: QtBot
) -> None:
    tab = shown(session, qtbot, learn=False)
    tab.hide()
    with qtbot.waitSignal(session.rhythms_ready):
        session.learn_rhythms()
    tab.show()
    assert "Silent for too long" in [row.strong for row in tab.waiting.rows_model.rows]


def test_a_window_closed_while_it_is_learnt_is_let_go(filled: Book, session: Session, qtbot: QtBot) -> None:
    session.learn_rhythms()
    late = session._late
    assert late
    while late._reading is not None:
        late._step()
    late.close()
    qtbot.waitUntil(lambda: not late._busy)
    assert late.known.waits() is None


def test_the_first_row_below_a_heading_is_never_seen_without_it(tab: TodayTab, qtbot: QtBot) -> None:
    tab.resize(1000, 300)
    for key in (Qt.Key.Key_Down,) * 12 + (Qt.Key.Key_Up,) * 12:
        qtbot.keyClick(tab.waiting, key)
        view, place = tab.waiting, tab.waiting.currentIndex().row()
        assert view.visualRect(view.rows_model.index(place)).top() >= 0
        if view.rows_model.rows[place - 1].heading:
            assert view.visualRect(view.rows_model.index(place - 1)).top() >= 0


def test_a_line_about_several_says_in_words_what_can_be_done(tab: TodayTab) -> None:
    tab.resize(700, 700)
    go_to(tab, "2 customers have gone quiet")
    shown = [button for button in tab.buttons.findChildren(QToolButton) if button.isVisible()]
    assert [button.text() for button in shown] == ["Mark as lapsed", "Not now", "Show all"]
    assert all(button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly for button in shown)
