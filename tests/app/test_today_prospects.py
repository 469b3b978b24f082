"""What winning customers puts on today's list: what went quiet, what has no next action, whom to thank, hours owed."""

from datetime import date, timedelta

import pytest

from balancer_desktop.app import (
    contacts,
    discipline,
    inquiries,
    losing,
    money,
    opportunities,
    people,
    today,
    today_acts,
    today_prospects,
    winning,
    work,
)  # fmt: skip
from balancer_desktop.app.book import Book
from balancer_desktop.domain.agenda import AgendaItem, Waiting
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Sale, Work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


def day(back: int) -> date:
    return TODAY - timedelta(days=back)


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme"), Standing.CURRENT, day(400))


@pytest.fixture
def hilltop(book: Book, acme: int) -> int:
    return people.add(book, Party("Hilltop", referred_by=acme), Standing.PROSPECT, day(60))


def opened(book: Book, party_id: int, back: int, title: str = "Roof", value: int = 0) -> int:
    return opportunities.add(book, Opportunity(party_id, title, day(back), value))


def told(items: list[AgendaItem]) -> list[tuple[Waiting, str, str, date]]:
    return [(item.kind, item.who, item.what, item.on) for item in items]


def test_what_has_no_next_action_is_told_and_a_plan_ends_it(book: Book, hilltop: int) -> None:
    roof = opened(book, hilltop, 2, value=240000)
    (item,) = today_prospects.quiet(book)
    assert told([item]) == [(Waiting.NO_STEP, "Hilltop", "Roof · Inquiry", day(2))]
    assert (item.amount, item.opportunity_id) == (240000, roof)
    contacts.plan(book, NextStep(TODAY, hilltop, "call", opportunity_id=roof))
    assert today_prospects.quiet(book) == []


def test_what_went_quiet_is_told_until_anything_is_logged(book: Book, hilltop: int) -> None:
    """The stage of inquiries is stale after 3 days."""
    roof = opened(book, hilltop, 4)
    contacts.plan(book, NextStep(day(-5), hilltop, "call", opportunity_id=roof))
    assert told(today_prospects.quiet(book)) == [(Waiting.STALE, "Hilltop", "Roof · Inquiry", day(4))]
    (item,) = today_prospects.quiet(book)
    today_acts.finish(book, item)
    assert today_prospects.quiet(book) == []
    assert [contact.channel for contact in book.contacts.of_party(hilltop)] == [Channel.CALL]
    book.undo()
    assert today_prospects.quiet(book) == [item]


def test_who_bought_is_asked_about_once_and_won_in_one_step(book: Book, hilltop: int) -> None:
    gutters = opened(book, hilltop, 30, "Gutters")
    assert next(item.kind for item in today_prospects.prospects(book)) is Waiting.NO_STEP
    sale = money.record_sale(book, Sale(day(8), hilltop, 45000))
    (item,) = today_prospects.perhaps_won(book)
    assert item == AgendaItem(Waiting.BOUGHT, day(8), hilltop, "Hilltop", "Gutters", (sale,), 45000,
                              opportunity_id=gutters)  # fmt: skip
    told_now = [one.kind for one in today_prospects.prospects(book)]
    assert told_now == [Waiting.BOUGHT, Waiting.PROSPECTING], "that nothing is planned with them is not said as well"
    today_acts.finish(book, item)
    won = book.pipeline.get(gutters)
    assert won
    assert (won.outcome, won.closed, won.sale_id) == (Outcome.WON, day(8), sale)
    assert today_prospects.perhaps_won(book) == []
    assert book.undo() == "Won: “Gutters” · Hilltop"
    today_acts.something_else(book, item)
    assert today_prospects.perhaps_won(book) == []
    assert next(one.kind for one in today_prospects.prospects(book)) is Waiting.NO_STEP
    book.undo()
    assert today_prospects.perhaps_won(book) == [item]


def test_no_more_questions_than_the_page_has_room_for(book: Book) -> None:
    for number in range(3):
        party = people.add(book, Party(f"New {number}"), Standing.PROSPECT, day(60))
        opened(book, party, 30)
        money.record_sale(book, Sale(day(8 - number), party, 100))
    asked = [item for item in today_prospects.prospects(book, most=2) if item.kind is Waiting.BOUGHT]
    assert [(item.who, item.more) for item in asked] == [("New 0", 0), ("New 1", 0), ("", 1)]


def test_what_is_parked_overdue_or_closed_is_not_told_here(book: Book, hilltop: int, acme: int) -> None:
    opportunities.park(book, [opened(book, hilltop, 30)], day(-30))
    contacts.plan(book, NextStep(day(1), hilltop, "call", opportunity_id=opened(book, hilltop, 30, "Barn")))
    losing.lose(book, opened(book, acme, 30, "Fence"), 1)
    assert today_prospects.quiet(book) == []


def test_a_few_of_a_kind_stand_for_all(book: Book, hilltop: int) -> None:
    for number in range(7):
        opened(book, hilltop, 10 + number, f"job {number}")
    items = today_prospects.quiet(book)
    assert [item.what for item in items[:5]] == [f"job {number} · Inquiry" for number in (6, 5, 4, 3, 2)]
    assert items[5].more == 2
    assert len(today_prospects.quiet(book, 99)) == 7


def test_who_sent_somebody_is_to_be_told_and_thanked(book: Book, hilltop: int, acme: int) -> None:
    winning.win(book, opened(book, hilltop, 9), on=day(3), checklist="")
    lost = inquiries.receive(
        book, Inquiry(book.now(), InquiryChannel.CALL, phone="555-0101", referred_by=hilltop, asked="gutter")
    )
    inquiries.not_for_us(book, lost)
    items = today_prospects.thanks(book)
    assert told(items) == [
        (Waiting.THANK, "Acme", "tell them what became of Hilltop (won), and thank them", day(3)),
        (Waiting.THANK, "Hilltop", "tell them what became of 555-0101 (not for us), and thank them", TODAY),
    ]
    today_acts.finish(book, items[0])
    today_acts.thank(book, items[1], Channel.CALL)
    assert today_prospects.thanks(book) == []
    assert [one.channel for one in book.contacts.of_party(hilltop)] == [Channel.CALL]
    book.undo()
    assert today_prospects.thanks(book) == [items[1]]


def test_what_the_week_owes_is_one_line_until_it_is_done(book: Book) -> None:
    assert today_prospects.owed(book) == [], "a book without anybody owes nothing"
    bert = people.add(book, Party("Bert"))
    work.log(book, Work(day(1), 90, Side.GAIN))
    work.log(book, Work(day(5), 600, Side.GAIN))  # last week's
    (item,) = today_prospects.owed(book)
    assert item.week is not None
    assert (item.kind, item.week.minutes_left, item.week.touches_left) == (Waiting.PROSPECTING, 90, 5)
    for _ in range(5):
        contacts.log(book, Contact(TODAY, bert, Channel.CALL))
    work.log(book, Work(TODAY, 90, Side.GAIN))
    assert today_prospects.owed(book) == []
    assert discipline.week(book).kept


def test_the_timer_for_prospecting_starts_once(book: Book) -> None:
    today_acts.start_prospecting(book, book.now())
    timer = book.work.timer()
    assert timer is not None
    assert (timer.side, timer.note, timer.party_id) == (Side.GAIN, "prospecting", 0)
    with pytest.raises(BadInput, match="running already"):
        today_acts.start_prospecting(book, book.now())


def test_the_parts_stand_among_the_rest_in_order(book: Book, hilltop: int) -> None:
    roof = opened(book, hilltop, 9)
    opened(book, hilltop, 9, "Barn")
    contacts.plan(book, NextStep(day(1), hilltop, "call", opportunity_id=roof))
    kinds = [item.kind for item in today.agenda(book, today_prospects.prospects(book))]
    assert kinds == [Waiting.OVERDUE, Waiting.NO_STEP, Waiting.PROSPECTING]


def test_a_step_of_a_prospect_or_an_opportunity_asks_for_the_next(book: Book, hilltop: int, acme: int) -> None:
    fence = opened(book, acme, 2, "Fence")
    contacts.plan(book, NextStep(TODAY, hilltop, "call"))
    contacts.plan(book, NextStep(TODAY, acme, "visit"))
    contacts.plan(book, NextStep(TODAY, acme, "measure", opportunity_id=fence))
    asked = {item.what: item.asks_next for item in today.agenda(book)}
    assert asked == {"call": True, "visit": False, "measure": True}


def test_steps_of_what_is_parked_rest_with_it(book: Book, hilltop: int) -> None:
    roof = opened(book, hilltop, 9)
    contacts.plan(book, NextStep(day(2), hilltop, "measure", opportunity_id=roof))
    contacts.plan(book, NextStep(TODAY, hilltop, "call"))
    opportunities.park(book, [roof], day(-30))
    assert [item.what for item in today.agenda(book)] == ["call"]
    assert today.count_for_today(book) == 1
    opportunities.resume(book, roof)
    assert [item.what for item in today.agenda(book)] == ["measure", "call"]
    opportunities.park(book, [roof], day(-30))
    book.today = lambda: day(-30)
    assert [item.what for item in today.agenda(book)] == ["measure", "call"]


def test_done_and_what_comes_next_are_one_step_back(book: Book, hilltop: int) -> None:
    roof = opened(book, hilltop, 2)
    step = contacts.plan(book, NextStep(TODAY, hilltop, "call", opportunity_id=roof))
    before = book.contacts.steps_of(hilltop)
    contacts.finish(book, step)
    today_acts.plan_next(book, step, NextStep(day(-7), 0, "ask again"))
    done, following = book.contacts.steps_of(hilltop)
    assert (done.done_on, following.what, following.opportunity_id) == (TODAY, "ask again", roof)
    book.undo()
    assert book.contacts.steps_of(hilltop) == before


def test_what_was_done_in_between_stays(book: Book, hilltop: int, acme: int) -> None:
    step = contacts.plan(book, NextStep(TODAY, hilltop, "call"))
    contacts.finish(book, step)
    contacts.log(book, Contact(TODAY, acme, Channel.CALL))
    today_acts.plan_next(book, step, NextStep(day(-7), hilltop, "ask again"))
    assert [(one.what, one.done_on) for one in book.contacts.steps_of(hilltop)] == [
        ("call", TODAY),
        ("ask again", None),
    ]
    book.undo()
    assert [(one.what, one.done_on) for one in book.contacts.steps_of(hilltop)] == [("call", TODAY)]
    assert len(book.contacts.of_party(acme)) == 1
