"""Today's page as the owner uses it: what waits, done in place by keys and buttons, and what was done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from balancer_desktop.app import book_settings, contacts, inquiries, money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.agenda import Waiting
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.inquiries.working_week import read_week
from balancer_desktop.domain.inquiries.working_weeks import WorkingWeeks
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.today.ask_next import AskNext
from balancer_desktop.ui.today.today_tab import TodayTab

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 17, tzinfo=UTC)


@pytest.fixture
def filled(book: Book) -> Book:
    book.clock = lambda: datetime.combine(TODAY, time(10, 17)).astimezone()
    anna = people.add(book, Party("Anna"), Standing.CURRENT, date(2025, 1, 1))
    bert = people.add(book, Party("Bert"), Standing.PROSPECT, date(2025, 1, 1))
    received = datetime.combine(TODAY - timedelta(days=3), time(9, 30)).astimezone()
    inquiries.receive(book, Inquiry(received, InquiryChannel.MISSED_CALL, anna, asked="gutter"))
    contacts.plan(book, NextStep(TODAY - timedelta(days=2), bert, "send the quote"))
    contacts.plan(book, NextStep(TODAY, anna, "visit"))
    contacts.plan(book, NextStep(TODAY + timedelta(days=1), bert, "call"))
    money.record_sale(book, Sale(date(2026, 9, 12), anna, 45000, owed=True))
    return book


@pytest.fixture
def tab(filled: Book, session: Session, qtbot: QtBot) -> TodayTab:
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot, width: int = 900) -> TodayTab:
    made = TodayTab(session, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(width, 740)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.is_whole)
    made.waiting.setFocus()
    return made


def said(tab: TodayTab) -> list[str]:
    return [row.spoken for row in tab.waiting.rows_model.rows]


def go_to(tab: TodayTab, kind: Waiting) -> None:
    for place, row in enumerate(tab.waiting.rows_model.rows):
        if row.item and row.item.kind is kind:
            tab.waiting.setCurrentIndex(tab.waiting.rows_model.index(place))
            return
    raise AssertionError(f"nothing of kind {kind}")


def buttons(tab: TodayTab) -> list[str]:
    return [button.text() for button in tab.buttons.findChildren(QToolButton) if button.isVisible()]


def press(tab: TodayTab, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(tab.waiting, key)


def test_everything_that_waits_is_said_in_order(tab: TodayTab) -> None:
    assert said(tab) == [
        "To answer",
        "Anna, missed call: gutter · since Tuesday 09:30, 27 working hours",
        "Overdue",
        "Bert, send the quote, 2 days overdue",
        "Due today",
        "Anna, visit, today",
        "Waiting for money",
        "Anna, owes you €450.00, since 12/09/2026",
        "This week",
        "Prospecting, 3\u00a0h and 5 touches left",
        "The next 7 days",
        "Bert, call, tomorrow",
    ]
    assert tab.title.text() == "Friday 20 November 2026"
    assert tab.headline.text() == "1 inquiry to answer · 2 steps due · no hours logged this week"


def test_red_is_for_today_and_no_other_day(tab: TodayTab) -> None:
    urgent = [row.item.kind for row in tab.waiting.rows_model.rows if row.item and row.urgent]
    assert urgent == [Waiting.INQUIRY, Waiting.OVERDUE, Waiting.TODAY]


def test_the_week_begins_where_the_locale_says(tab: TodayTab, filled: Book) -> None:
    work.log(filled, Work(date(2026, 11, 16), 375, Side.KEEP))  # Monday
    work.log(filled, Work(date(2026, 11, 15), 60, Side.KEEP))
    work.log(filled, Work(TODAY, 75, Side.GAIN))
    assert tab.headline.text().replace("\u00a0", " ").endswith("7 h 30 this week, 1 h 15 of it gaining")


def test_d_ends_a_line_offers_what_comes_next_and_undo_brings_it_back(
    tab: TodayTab, filled: Book, qtbot: QtBot
) -> None:
    before = said(tab)
    go_to(tab, Waiting.TODAY)
    press(tab, qtbot, Qt.Key.Key_D)
    assert "Due today" not in said(tab)
    assert tab.offer.isVisible()
    assert tab.done.rows_model.rows[0].spoken == "Anna, done: visit"
    press(tab, qtbot, Qt.Key.Key_N)
    (form,) = [child for child in tab.findChildren(QDialog) if child.isVisible()]
    assert form.windowTitle() == "Plan the next step"
    assert not tab.offer.isVisible()
    filled.undo()
    assert said(tab) == before


def test_the_offer_may_be_left_alone(tab: TodayTab, qtbot: QtBot) -> None:
    go_to(tab, Waiting.TODAY)
    press(tab, qtbot, Qt.Key.Key_D)
    press(tab, qtbot, Qt.Key.Key_Escape)
    assert not tab.offer.isVisible()
    press(tab, qtbot, Qt.Key.Key_N)
    assert not [child for child in tab.findChildren(QDialog) if child.isVisible()]


def test_after_a_prospects_step_the_next_one_is_asked_for_and_both_are_one_step_back(
    tab: TodayTab, filled: Book, qtbot: QtBot
) -> None:
    before = said(tab)
    go_to(tab, Waiting.OVERDUE)
    press(tab, qtbot, Qt.Key.Key_D)
    asked = tab.findChildren(AskNext)[0]
    assert asked.sentence.text() == "Done: send the quote. What comes next with Bert?"
    assert asked.what.hasFocus()
    assert "Overdue" not in said(tab), "it is done at once, whatever comes next"
    qtbot.keyClick(asked.what, Qt.Key.Key_Return)
    assert "What to do is missing" in asked.hint.text()
    qtbot.keyClicks(asked.what, "ask about it")
    asked.when.setText("mon")
    qtbot.keyClick(asked.what, Qt.Key.Key_Return)
    assert not asked.isVisible()
    assert tab.waiting.hasFocus()
    planned = [(step.what, step.due) for step in filled.contacts.steps_of(2) if step.done_on is None]
    assert planned == [("call", TODAY + timedelta(days=1)), ("ask about it", TODAY + timedelta(days=3))]
    filled.undo()
    assert said(tab) == before
    filled.redo()
    assert "Bert, ask about it, in 3 days" in said(tab)


def undone(book: Book) -> None:
    book.undo()


def written(book: Book) -> None:
    work.log(book, Work(TODAY, 60, Side.RUN, 0, "tax"))


def planned(book: Book) -> None:
    contacts.plan(book, NextStep(TODAY + timedelta(days=9), 2, "ask about it"))


@pytest.mark.parametrize("happens", [undone, written, planned])
@pytest.mark.parametrize("kind", [Waiting.TODAY, Waiting.OVERDUE])
def test_the_question_goes_when_it_was_undone_or_something_followed(
    tab: TodayTab, filled: Book, qtbot: QtBot, kind: Waiting, happens: Callable[[Book], None]
) -> None:
    go_to(tab, kind)
    press(tab, qtbot, Qt.Key.Key_D)
    questions = [tab.offer, *tab.findChildren(AskNext)]
    assert any(question.isVisible() for question in questions)
    happens(filled)
    assert not any(question.isVisible() for question in questions)
    assert tab.waiting.hasFocus()


def test_esc_leaves_it_at_what_was_done(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    go_to(tab, Waiting.OVERDUE)
    press(tab, qtbot, Qt.Key.Key_D)
    asked = tab.findChildren(AskNext)[0]
    qtbot.keyClick(asked.what, Qt.Key.Key_Escape)
    assert not asked.isVisible()
    assert tab.waiting.hasFocus()
    assert [step.what for step in filled.contacts.steps_of(2) if step.done_on is None] == ["call"]


@pytest.mark.parametrize(
    ("key", "aside"), [(Qt.Key.Key_W, "in 7 days"), (Qt.Key.Key_M, None)]
)  # in a month it is out of sight
def test_w_and_m_put_a_step_off(tab: TodayTab, filled: Book, qtbot: QtBot, key: Qt.Key, aside: str | None) -> None:
    go_to(tab, Waiting.OVERDUE)
    press(tab, qtbot, key)
    (due,) = [step.due for step in filled.contacts.steps_of(2) if step.what == "send the quote"]
    assert due == (date(2026, 11, 27) if aside else date(2026, 12, 20))
    assert (f"Bert, send the quote, {aside}" in said(tab)) is bool(aside)


def test_a_call_is_returned_money_is_paid_the_timer_is_stopped(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    work.start_timer(filled, NOW - timedelta(minutes=65), 2, Side.GAIN, "estimate")
    assert said(tab)[:2] == ["Running", "Bert, estimate, 1 h 05, since 09:12".replace("1 h 05", "1\u00a0h\u00a005")]
    for kind in (Waiting.TIMER, Waiting.INQUIRY, Waiting.OWES):
        go_to(tab, kind)
        press(tab, qtbot, Qt.Key.Key_D)
    assert [row.item.kind for row in tab.waiting.rows_model.rows if row.item] == [
        Waiting.OVERDUE,
        Waiting.TODAY,
        Waiting.PROSPECTING,
        Waiting.SOON,
    ]
    assert filled.work.timer() is None
    assert filled.work.of_party(2)[0].minutes == 65
    assert filled.ledger.owed() == 0
    assert filled.contacts.of_party(1)[-1].channel is Channel.CALL


def test_delete_discards_the_timer_and_nothing_else(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    work.start_timer(filled, NOW, 2, Side.GAIN)
    before = len(said(tab))
    go_to(tab, Waiting.OVERDUE)
    press(tab, qtbot, Qt.Key.Key_Delete)
    assert len(said(tab)) == before
    go_to(tab, Waiting.TIMER)
    press(tab, qtbot, Qt.Key.Key_Delete)
    assert filled.work.timer() is None
    assert filled.work.of_party(2) == []


def test_c_opens_the_form_for_that_person_and_enter_opens_the_page(
    tab: TodayTab, session: Session, qtbot: QtBot
) -> None:
    go_to(tab, Waiting.OVERDUE)
    press(tab, qtbot, Qt.Key.Key_C)
    (form,) = [child for child in tab.findChildren(QDialog) if child.isVisible()]
    assert form.windowTitle() == "Log a contact"
    form.reject()
    with qtbot.waitSignal(session.party_wanted) as wanted:
        press(tab, qtbot, Qt.Key.Key_Return)
    assert wanted.args == [2]


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (Waiting.INQUIRY, ["Answered", "Promise…", "Make a prospect…", "Not for us", "Open"]),
        (Waiting.OVERDUE, ["Done", "+1 week", "+1 month", "Log call…", "Open"]),
        (Waiting.OWES, ["Paid", "Log call…", "Open"]),
    ],
)
@pytest.mark.parametrize("width", [700, 900, 1000, 1500])
def test_the_current_row_carries_its_buttons(
    filled: Book, session: Session, qtbot: QtBot, width: int, kind: Waiting, texts: list[str]
) -> None:
    tab = shown(session, qtbot, width)
    go_to(tab, kind)
    visible = [button for button in tab.buttons.findChildren(QToolButton) if button.isVisible()]
    assert [button.accessibleName().split(":")[0] for button in visible] == texts
    for button in visible:
        assert button.toolTip().endswith(")")
        assert button.geometry().right() <= tab.buttons.width()
    assert tab.waiting.viewport().width() - tab.buttons.width() > 330  # who and what stay readable


@pytest.mark.parametrize("width", [700, 1000, 1600, 1100])
def test_the_buttons_end_where_the_list_ends_after_a_resize(tab: TodayTab, qtbot: QtBot, width: int) -> None:
    go_to(tab, Waiting.OVERDUE)
    tab.resize(width, 700)
    qtbot.waitUntil(lambda: tab.buttons.geometry().right() + 1 == tab.waiting.viewport().width())
    last = [button for button in tab.buttons.findChildren(QToolButton) if button.isVisible()][-1]
    assert last.accessibleName().startswith("Open")
    assert last.geometry().right() < tab.buttons.width()


def test_what_was_done_is_said_and_undo_named(tab: TodayTab, session: Session, qtbot: QtBot) -> None:
    news: list[str] = []
    session.said.connect(news.append)
    for kind, key in ((Waiting.OVERDUE, Qt.Key.Key_D), (Waiting.TODAY, Qt.Key.Key_W), (Waiting.OWES, Qt.Key.Key_D)):
        tab.waiting.setFocus()
        go_to(tab, kind)
        press(tab, qtbot, key)
    assert news == [
        "Done: send the quote, Bert — Ctrl+Z takes it back",
        "Put off by a week: visit, Anna — Ctrl+Z takes it back",
        "Paid: Anna — Ctrl+Z takes it back",
    ]


def test_escape_and_n_are_the_pages_own_only_while_something_is_offered(tab: TodayTab, qtbot: QtBot) -> None:
    keys = [shortcut for shortcut in tab.findChildren(QShortcut) if shortcut.isEnabled()]
    assert keys == []
    go_to(tab, Waiting.TODAY)
    press(tab, qtbot, Qt.Key.Key_D)
    keys = [shortcut for shortcut in tab.findChildren(QShortcut) if shortcut.isEnabled()]
    assert {key.key().toString() for key in keys} == {"N", "Esc"}
    assert {key.context() for key in keys} == {Qt.ShortcutContext.WidgetWithChildrenShortcut}


def test_the_offer_is_reached_by_tab_and_gives_the_keys_back(tab: TodayTab, qtbot: QtBot) -> None:
    go_to(tab, Waiting.TODAY)
    press(tab, qtbot, Qt.Key.Key_D)
    reached = []
    for _ in range(12):
        qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Tab)
        reached.append(tab.focusWidget())
        if isinstance(reached[-1], QPushButton):
            break
    assert any(isinstance(widget, QToolButton) for widget in reached)
    assert reached[-1].text() == "Plan the next step… (N)"
    qtbot.keyClick(reached[-1], Qt.Key.Key_Escape)
    assert not tab.offer.isVisible()
    assert tab.waiting.hasFocus()


def test_what_was_done_stands_right_below_what_waits(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    work.log(filled, Work(TODAY, 60, Side.KEEP))
    qtbot.waitUntil(lambda: tab.lists.done_part.isVisible() and tab.lists.stack.height() == tab.waiting.needed_height())
    below = tab.lists.done_part.geometry().top() - tab.lists.stack.geometry().bottom()
    assert 0 < below < 40


def test_the_list_ends_with_a_whole_row(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    """However high the window is, neither half a row nor a heading alone is the last thing seen."""
    for height in range(260, 700, 17):
        tab.resize(900, height)
        view = tab.waiting
        edge = view.viewport().height()
        rows = view.rows_model.rows
        seen = [number for number in range(len(rows)) if view.visualRect(view.rows_model.index(number)).top() < edge]
        last = view.visualRect(view.rows_model.index(seen[-1]))
        if view.height() > 100:
            assert last.bottom() < edge, height
            assert not rows[seen[-1]].heading, height


def test_only_the_list_with_the_keys_shows_a_chosen_row(tab: TodayTab, filled: Book) -> None:
    work.log(filled, Work(TODAY, 60, Side.KEEP))
    tab.done.setFocus()
    assert tab.done.current() is not None
    assert not tab.waiting.rows_delegate.marks
    assert tab.buttons.isHidden()
    tab.waiting.setFocus()
    assert not tab.done.selectionModel().hasSelection()
    assert tab.waiting.rows_delegate.marks
    assert tab.buttons.isVisible()


def test_the_row_under_the_pointer_is_the_one_its_buttons_act_on(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    go_to(tab, Waiting.INQUIRY)
    place = next(n for n, row in enumerate(tab.waiting.rows_model.rows) if row.item and row.item.kind is Waiting.TODAY)
    where = tab.waiting.visualRect(tab.waiting.rows_model.index(place)).center()

    def pointed() -> bool:
        """A pointer that an earlier test left in this very place has to move to be noticed."""
        for place in (QPoint(2, 2), where):
            qtbot.mouseMove(tab.waiting.viewport(), place)
        return buttons(tab)[0] == "Done"

    qtbot.waitUntil(lambda: pointed() and not tab.waiting.is_settling)
    done = next(b for b in tab.buttons.findChildren(QToolButton) if b.isVisible() and b.text() == "Done")
    qtbot.mouseClick(done, Qt.MouseButton.LeftButton)
    assert "Due today" not in said(tab)
    assert filled.inquiries.open()


def test_the_count_of_the_tab_follows_even_while_it_is_hidden(tab: TodayTab, filled: Book, qtbot: QtBot) -> None:
    assert tab.count == 3
    tab.hide()
    with qtbot.waitSignal(tab.count_changed) as changed:
        contacts.log(filled, Contact(TODAY, 1, Channel.CALL))
    assert changed.args == [2]
    with qtbot.waitSignal(tab.count_changed):
        filled.undo()
    assert tab.count == 3


def test_what_answered_a_call_may_be_taken_back_while_the_page_is_hidden(tab: TodayTab, filled: Book) -> None:
    contacts.log(filled, Contact(TODAY, 1, Channel.EMAIL))  # wrote to Anna since she called
    assert tab.count == 2
    tab.hide()
    filled.undo()
    assert tab.count == 3


def test_who_comes_back_brings_the_reminders_back(tab: TodayTab, filled: Book) -> None:
    people.set_standing(filled, [2], Standing.EX, TODAY, filled.people.reasons()[0].id)
    assert not any("Bert" in line for line in said(tab))
    tab.hide()
    assert tab.count == 2
    people.set_standing(filled, [2], Standing.PROSPECT, TODAY)
    assert tab.count == 3


def test_after_the_last_line_nobody_waits_and_the_page_says_what_comes_here(session: Session, qtbot: QtBot) -> None:
    tab = shown(session, qtbot)
    assert tab.empty.isVisible()
    assert tab.empty._sentence.text().startswith("Nobody is waiting for you.")
    assert tab.headline.text() == "No steps due today · no hours logged this week"
    tab.empty._button.click()
    assert [child.windowTitle() for child in tab.findChildren(QDialog)] == ["Plan the next step"]


def test_a_new_day_is_noticed(filled: Book, session: Session, qtbot: QtBot) -> None:
    tab = shown(session, qtbot)
    filled.today = lambda: TODAY + timedelta(days=1)
    tab._tick()
    assert "Anna, visit, 1 day overdue" in said(tab)
    assert tab.title.text() == "Saturday 21 November 2026"


def test_the_timer_goes_on_without_a_change_to_the_book(filled: Book, session: Session, qtbot: QtBot) -> None:
    work.start_timer(filled, NOW, 2, Side.GAIN)
    tab = shown(session, qtbot)
    tab._now = lambda: NOW + timedelta(minutes=40)
    tab._tick()
    assert said(tab)[1].replace("\u00a0", " ") == "Bert, 40 min, since 10:17"


def test_who_waits_grows_older_by_working_hours_alone(filled: Book, session: Session, qtbot: QtBot) -> None:
    tab = shown(session, qtbot)
    first = tab.waiting.rows_model.rows[1]
    assert (first.aside, first.urgent) == ("27 working hours", True)  # 7 h 30 on Tuesday, 18 h, 2 h 17 on Friday
    filled.clock = lambda: datetime.combine(TODAY, time(11, 0)).astimezone()
    tab._tick()
    assert tab.waiting.rows_model.rows[1].aside == "28 working hours"
    kept = book_settings.read(filled)
    book_settings.save(filled, replace(kept, weeks=WorkingWeeks(read_week("fri 10:30-12:00"))))
    assert tab.waiting.rows_model.rows[1].aside == "30 working minutes"


def test_where_only_the_day_is_known_the_day_is_told(book: Book, session: Session, qtbot: QtBot) -> None:
    on = datetime.combine(TODAY - timedelta(days=1), time.min).astimezone()
    inquiries.receive(book, Inquiry(on, InquiryChannel.CALL, name="Tom"))
    assert said(shown(session, qtbot))[1] == "Tom, inquiry by call, since yesterday"


def test_a_promise_without_a_day_is_said_to_have_none_and_is_not_red(
    book: Book, session: Session, qtbot: QtBot
) -> None:
    received = datetime.combine(TODAY - timedelta(days=4), time.min).astimezone()
    inquiries.promise(book, inquiries.receive(book, Inquiry(received, InquiryChannel.CALL, name="Tom")), "call back")
    tab = shown(session, qtbot)
    row = tab.waiting.rows_model.rows[1]
    assert (row.strong, row.words, row.aside, row.urgent) == ("Tom", "promised: call back", "no day given", False)
    assert tab.count == 0


@pytest.mark.parametrize("width", [700, 900, 1500])
def test_the_current_line_stays_in_sight(filled: Book, session: Session, qtbot: QtBot, width: int) -> None:
    for number in range(30):
        contacts.plan(filled, NextStep(TODAY, 1, f"step {number}"))
    tab = shown(session, qtbot, width)
    go_to(tab, Waiting.SOON)
    press(tab, qtbot, Qt.Key.Key_D)
    where = tab.waiting.visualRect(tab.waiting.currentIndex())
    assert tab.waiting.viewport().rect().contains(where)


def test_models_behave_as_qt_expects(tab: TodayTab, qtmodeltester: Callable[[], None]) -> None:
    for view in (tab.waiting, tab.done):
        qtmodeltester.check(view.rows_model)
