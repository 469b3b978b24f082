"""Today's list: what waits, in order, and what ends or moves a line; each is undone as one step."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from balancer_desktop.app import contacts, inquiries, losing, money, opportunities, people, today, today_acts, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.agenda import AgendaItem, Waiting
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


def day(back: int) -> date:
    return TODAY - timedelta(days=back)


@pytest.fixture
def anna(book: Book) -> int:
    return people.add(book, Party("Anna"), Standing.CURRENT, day(300))


@pytest.fixture
def bert(book: Book) -> int:
    return people.add(book, Party("Bert"), Standing.PROSPECT, day(200))


def missed(book: Book, on: date, party_id: int = 0, asked: str = "", **more: Any) -> int:
    received = datetime.combine(on, time(9, 30)).astimezone()
    return inquiries.receive(book, Inquiry(received, InquiryChannel.MISSED_CALL, party_id, asked=asked, **more))


def kinds(book: Book) -> list[tuple[Waiting, str]]:
    return [(item.kind, item.who) for item in today.agenda(book)]


def only(book: Book) -> AgendaItem:
    (item,) = today.agenda(book)
    return item


def test_everything_that_waits_is_listed_in_order(book: Book, anna: int, bert: int) -> None:
    contacts.plan(book, NextStep(day(-3), bert, "send the quote"))
    contacts.plan(book, NextStep(TODAY, anna, "call"))
    contacts.plan(book, NextStep(day(2), bert, "visit"))
    missed(book, day(1), anna, "gutter")
    money.record_sale(book, Sale(day(69), anna, 45000, "roof", owed=True))
    work.start_timer(book, datetime(2026, 11, 20, 9, tzinfo=UTC), bert, Side.GAIN, "estimate")
    assert kinds(book) == [
        (Waiting.TIMER, "Bert"),
        (Waiting.INQUIRY, "Anna"),
        (Waiting.OVERDUE, "Bert"),
        (Waiting.TODAY, "Anna"),
        (Waiting.OWES, "Anna"),
        (Waiting.SOON, "Bert"),
    ]
    assert today.count_for_today(book) == 3


def test_a_step_beyond_seven_days_waits_its_time(book: Book, anna: int) -> None:
    contacts.plan(book, NextStep(day(-7), anna, "near"))
    contacts.plan(book, NextStep(day(-8), anna, "far"))
    assert [item.what for item in today.agenda(book)] == ["near"]


def test_an_unpaid_sale_is_called_to_mind_after_thirty_days_with_all_the_party_owes(book: Book, anna: int) -> None:
    young = money.record_sale(book, Sale(day(30), anna, 10000, owed=True))
    assert today.agenda(book) == []
    old = money.record_sale(book, Sale(day(31), anna, 20000, owed=True))
    assert only(book) == AgendaItem(Waiting.OWES, day(31), anna, "Anna", "", tuple(sorted((young, old))), 30000)


def test_who_rings_three_times_gets_one_line_since_the_first(book: Book, anna: int) -> None:
    for back in (5, 3, 1):
        missed(book, day(back), anna)
    assert (only(book).kind, only(book).on) == (Waiting.INQUIRY, day(5))


def test_somebody_nobody_knows_has_a_line_by_number_and_by_who_sent_them(book: Book, anna: int) -> None:
    first = missed(book, day(2), phone="555-0101", referred_by=anna)
    again = missed(book, day(1), phone="555 0101")
    other = missed(book, day(1), phone="555-0101", asked="it rains in")
    lines = [(item.who, item.what, item.referrer, item.ids) for item in today.agenda(book)]
    assert lines == [("555-0101", "", "Anna", (first, again)), ("555-0101", "it rains in", "", (other,))]


def test_a_number_with_its_countrys_code_and_without_is_one_caller(book: Book) -> None:
    first = missed(book, day(1), phone="+49 30 1234567")
    again = missed(book, day(1), phone="030 1234567")
    other = missed(book, day(1), phone="040 1234567")
    assert [item.ids for item in today.agenda(book)] == [(first, again), (other,)]


def test_promises_wait_by_their_day_and_one_without_a_day_at_once(book: Book, anna: int, bert: int) -> None:
    for days, who in ((-8, bert), (-7, bert), (0, anna), (2, bert)):
        inquiries.promise(book, missed(book, day(3), who), f"quote {days}", day(days))
    inquiries.promise(book, missed(book, day(3), anna), "call back")
    assert [(item.kind, item.what, item.dated) for item in today.agenda(book)] == [
        (Waiting.PROMISE, "quote 2", True),
        (Waiting.PROMISE, "quote 0", True),
        (Waiting.PROMISE, "call back", False),
        (Waiting.PROMISED, "quote -7", True),
    ]
    assert today.count_for_today(book) == today.headline(today.agenda(book), dict.fromkeys(Side, 0)).steps == 2


def test_one_answer_is_one_contact_however_often_they_rang(book: Book, anna: int) -> None:
    calls = [missed(book, day(back), anna) for back in (5, 3, 1)]
    today_acts.finish(book, only(book))
    assert today.agenda(book) == []
    assert [c.channel for c in book.contacts.of_party(anna)] == [Channel.CALL]
    assert {one.state for one in map(book.inquiries.get, calls) if one} == {InquiryState.ANSWERED}
    book.undo()
    assert len(only(book).ids) == 3


@pytest.mark.parametrize(
    ("verb", "state"),
    [(today_acts.decline, InquiryState.NOT_FOR_US), (today_acts.lose_to_silence, InquiryState.SILENCE)],
)
def test_a_line_is_given_up_as_a_whole(
    book: Book, anna: int, verb: Callable[[Book, AgendaItem], None], state: InquiryState
) -> None:
    calls = [missed(book, day(back), anna) for back in (5, 3)]
    verb(book, only(book))
    assert [one.state for one in map(book.inquiries.get, calls) if one] == [state, state]
    book.undo()
    assert len(only(book).ids) == 2


def test_a_prospect_or_a_promise_settles_all_that_a_line_tells_of(book: Book) -> None:
    calls = [missed(book, day(back), phone="555-0101") for back in (5, 3, 1)]
    inquiries.make_prospect(book, calls[0], step_what="call", also=calls[1:])
    (party,) = book.people.names()
    found = [one for one in map(book.inquiries.get, calls) if one]
    assert [(one.state, one.party_id, one.settled_on) for one in found] == [(InquiryState.PROSPECT, party, TODAY)] * 3
    assert [opportunity.inquiry_id for opportunity in book.pipeline.all()] == calls[:1]
    book.undo()
    assert only(book).ids == tuple(calls)
    inquiries.promise(book, calls[0], "a quote", TODAY, also=calls[1:])
    states = [one.state for one in map(book.inquiries.get, calls) if one]
    assert states == [InquiryState.PROMISED, InquiryState.ANSWERED, InquiryState.ANSWERED]
    book.undo()
    assert only(book).ids == tuple(calls)


def test_a_promise_is_put_off_and_kept(book: Book, anna: int) -> None:
    inquiries.promise(book, missed(book, day(3), anna), "a quote", day(1))
    today_acts.postpone(book, only(book), weeks=1)
    assert (only(book).kind, only(book).on) == (Waiting.PROMISED, day(-7))
    today_acts.finish(book, only(book))
    assert today.agenda(book) == []


def test_reminders_of_an_archived_party_stop_but_its_debt_and_its_later_call_do_not(book: Book, anna: int) -> None:
    contacts.plan(book, NextStep(day(5), anna, "call"))
    missed(book, day(6), anna)
    money.record_sale(book, Sale(day(60), anna, 5000, owed=True))
    reason = book.people.reasons()[0].id
    people.set_standing(book, [anna], Standing.EX, day(4), reason)
    assert kinds(book) == [(Waiting.OWES, "Anna")]
    missed(book, day(1), anna)
    book.undo()
    inquiries.remove(book, 1)
    missed(book, day(1), anna)
    assert kinds(book) == [(Waiting.INQUIRY, "Anna"), (Waiting.OWES, "Anna")]
    assert today.count_for_today(book) == 1


def test_finishing_ends_the_line_and_undo_brings_it_back(book: Book, anna: int) -> None:
    contacts.plan(book, NextStep(TODAY, anna, "call"))
    missed(book, day(1), anna)
    money.record_sale(book, Sale(day(60), anna, 5000, owed=True))
    money.record_sale(book, Sale(day(50), anna, 7000, owed=True))
    before = today.agenda(book)
    assert len(before) == 3
    for item in before:
        today_acts.finish(book, item)
        assert item not in today.agenda(book)
        book.undo()
        assert today.agenda(book) == before
        book.redo()
        assert item not in today.agenda(book)
        book.undo()


def test_paying_what_is_owed_moves_it_to_cash(book: Book, anna: int) -> None:
    money.record_sale(book, Sale(day(60), anna, 5000, owed=True))
    today_acts.finish(book, only(book))
    assert (book.ledger.owed(), book.ledger.balances()["Cash"]) == (0, 5000)


def test_only_steps_can_be_put_off(book: Book, anna: int) -> None:
    missed(book, day(1), anna)
    call = only(book)
    today_acts.postpone(book, call, weeks=1)
    assert only(book) == call
    today_acts.finish(book, call)
    contacts.plan(book, NextStep(day(9), anna, "call"))
    today_acts.postpone(book, only(book), weeks=1)
    assert (only(book).kind, only(book).on) == (Waiting.SOON, day(-7))
    book.undo()
    assert only(book).on == day(9)


def test_the_headline_counts_calls_steps_and_the_week(book: Book, anna: int, bert: int) -> None:
    missed(book, day(1), anna)
    contacts.plan(book, NextStep(TODAY, anna, "call"))
    contacts.plan(book, NextStep(day(-2), bert, "visit"))
    work.log(book, Work(day(4), 60, Side.KEEP, anna))
    work.log(book, Work(TODAY, 75, Side.GAIN, bert))
    work.log(book, Work(day(5), 500, Side.GAIN, bert))
    head = today.headline(today.agenda(book), book.work.minutes(day(4), book.today()))
    assert (head.inquiries, head.steps, head.minutes, head.gaining) == (1, 1, 135, 75)


def test_a_step_that_was_closed_with_its_opportunity_was_not_done(book: Book, bert: int) -> None:
    opportunity = Opportunity(bert, "Roof", day(10))
    roof = opportunities.add(book, opportunity, step=NextStep(TODAY, 0, "send the quote"))
    opportunities.finish_step(book, 1, NextStep(TODAY, 0, "ask about it"))
    losing.lose(book, roof, 1)
    assert [done.entry.what for done in today.done_today(book)] == ["send the quote"]
    assert today.agenda(book) == []


def test_what_was_done_today_is_listed_and_nothing_else(book: Book, anna: int, bert: int) -> None:
    step = contacts.plan(book, NextStep(TODAY, anna, "call"))
    contacts.finish(book, step)
    contacts.log(book, Contact(TODAY, bert, Channel.VISIT))
    work.log(book, Work(TODAY, 30, Side.RUN))
    work.log(book, Work(day(1), 99, Side.RUN))
    money.record_sale(book, Sale(TODAY, anna, 100))
    money.record_expense(book, Expense(TODAY, 200, Side.GAIN))
    done = today.done_today(book)
    assert [(type(d.entry), d.who) for d in done] == [
        (NextStep, "Anna"),
        (Contact, "Bert"),
        (Work, ""),
        (Sale, "Anna"),
        (Expense, ""),
    ]
    assert len(today.done_today(book, most=2)) == 2
