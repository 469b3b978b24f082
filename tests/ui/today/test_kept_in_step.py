"""Today's page reads anew only what a change may have touched, and always says what a fresh reading says."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from balancer_desktop.app import archive, contacts, inquiries, money, opportunities, people, today, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.today_prospects import prospects
from balancer_desktop.domain.agenda import AgendaItem
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.today.today_tab import TodayTab

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 17, tzinfo=UTC)
ANNA, BERT, FAY = 1, 2, 3

ACTS: dict[str, Callable[[Book], object]] = {
    "a sale that is owed": lambda book: money.record_sale(book, Sale(TODAY - timedelta(50), ANNA, 900, owed=True)),
    "a sale that makes a customer": lambda book: money.record_sale(book, Sale(TODAY, BERT, 700)),
    "what is owed is paid": lambda book: money.edit_sale(book, Sale(TODAY - timedelta(60), ANNA, 45000, "", False, 1)),
    "spending": lambda book: money.record_expense(book, Expense(TODAY, 100, Side.GAIN)),
    "hours": lambda book: work.log(book, Work(TODAY, 90, Side.GAIN, BERT)),
    "the timer": lambda book: work.start_timer(book, NOW, ANNA, Side.KEEP),
    "a call": lambda book: contacts.log(book, Contact(TODAY, ANNA, Channel.CALL)),
    "a step planned": lambda book: contacts.plan(book, NextStep(TODAY, BERT, "measure")),
    "a step put off": lambda book: contacts.postpone(book, 1, TODAY + timedelta(3)),
    "an inquiry": lambda book: inquiries.receive(book, asked("Gus")),
    "an inquiry answered": lambda book: inquiries.answer(book, 1),
    "an opportunity": lambda book: opportunities.add(book, Opportunity(BERT, "Porch", TODAY - timedelta(90))),
    "somebody renamed": lambda book: people.edit(book, Party("Zoë", id=ANNA)),
    "somebody left": lambda book: people.set_standing(book, [ANNA], Standing.EX, TODAY, book.people.reasons()[0].id),
    "a hook finished": lambda book: archive.finish_hook(book, FAY),
}  # fmt: skip


@pytest.fixture
def filled(book: Book) -> Book:
    """Anna asked, owes and is to be seen; Bert is a prospect; Fay left with a hook."""
    assert people.add(book, Party("Anna"), Standing.CURRENT, date(2025, 1, 1)) == ANNA
    assert people.add(book, Party("Bert"), Standing.PROSPECT, date(2025, 1, 1)) == BERT
    assert people.add(book, Party("Fay"), Standing.CURRENT, date(2025, 1, 1)) == FAY
    contacts.plan(book, NextStep(TODAY, ANNA, "visit"))
    money.record_sale(book, Sale(TODAY - timedelta(60), ANNA, 45000, owed=True))
    inquiries.receive(book, asked("", ANNA))
    leaving = TODAY - timedelta(50)
    archive.archive(book, [FAY], book.people.reasons()[0].id, leaving, hook="ask for a referral", hook_due=TODAY)
    return book


def asked(name: str, party_id: int = 0) -> Inquiry:
    received = datetime.combine(TODAY - timedelta(3), time(9, 30)).astimezone()
    return Inquiry(received, InquiryChannel.MISSED_CALL, party_id, name=name, asked="gutter")


def shown(tab: TodayTab) -> list[AgendaItem]:
    return [row.item for row in tab.waiting.rows_model.rows if row.item]


def test_after_any_change_and_its_undo(filled: Book, session: Session, qtbot: QtBot) -> None:
    tab = TodayTab(session, now=lambda: NOW)
    qtbot.addWidget(tab)
    with qtbot.waitExposed(tab):
        tab.show()
    qtbot.waitUntil(lambda: tab.is_whole)
    first = session.formats.locale.firstDayOfWeek().value
    seen = set()
    for what, act in ACTS.items():
        for step in (act, Book.undo):
            step(filled)
            assert shown(tab) == today.agenda(filled, prospects(filled, first)), (what, step)
            seen.add(tuple(shown(tab)))
    assert len(seen) > 10, "what changes nothing on the page proves nothing"


def test_an_entry_after_midnight_finds_the_new_day(filled: Book, session: Session, qtbot: QtBot) -> None:
    tab = TodayTab(session, now=lambda: NOW)
    qtbot.addWidget(tab)
    with qtbot.waitExposed(tab):
        tab.show()
    qtbot.waitUntil(lambda: tab.is_whole)
    filled.today = lambda: TODAY + timedelta(days=1)
    money.record_sale(filled, Sale(TODAY, ANNA, 100))
    first = session.formats.locale.firstDayOfWeek().value
    assert shown(tab) == today.agenda(filled, prospects(filled, first))
