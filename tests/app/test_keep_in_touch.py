"""Who is to be called and why: quiet customers, lapsed people by what they may be worth, hooks that are due."""

from datetime import timedelta

import pytest

from balancer_desktop.app import archive, contacts, keep_in_touch, money, people, today, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.touch import touch
from balancer_desktop.domain.agenda import AgendaItem, Waiting
from balancer_desktop.domain.entries import Channel, Contact, Expense, Sale, Work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from tests.app.regulars import TODAY, crowd, known, regular


def back(days: int):
    return TODAY - timedelta(days)


def test_quiet_customers_the_longest_waiting_first_and_how_many_more(book: Book) -> None:
    """Too few for the model: past 3 × their own gap quiet, past 6 × gone."""
    ids = [regular(book, f"P{n}", 10, 35 + n, times=4) for n in range(5)]
    gone = regular(book, "Gone", 10, 80, times=4)
    items = keep_in_touch.quiet_customers(book, known(book), most=2)
    assert items == [
        AgendaItem(Waiting.GONE, back(70), gone, "Gone", "usually every 10 days; silent 11 weeks"),
        AgendaItem(Waiting.QUIET, back(29), ids[4], "P4", "usually every 10 days; silent 6 weeks"),
        AgendaItem(Waiting.QUIET, back(28), ids[3], "P3", "usually every 10 days; silent 5 weeks"),
        AgendaItem(Waiting.QUIET, back(28), more=3),
    ]


def test_the_lapsed_by_what_their_last_half_year_brought_while_there_is_no_model(book: Book) -> None:
    rich, poor, called = (regular(book, name, 10, 60, 3, amount) for name, amount in
                          (("Rich", 50_000), ("Poor", 100), ("Called", 90_000)))  # fmt: skip
    people.set_standing(book, [rich, poor, called], Standing.LAPSED, back(40))
    contacts.log(book, Contact(back(5), called, Channel.CALL, answered=False))
    rhythms = known(book)
    assert [(item.who, item.amount, item.expected) for item in keep_in_touch.approach(book, rhythms, most=9)] == [
        ("Rich", 150_000, False),
        ("Poor", 300, False),
    ]
    keep_in_touch.leave_until(book, [rich], [Matter.APPROACH], TODAY + timedelta(7))
    assert [item.who for item in keep_in_touch.approach(book, rhythms, most=9)] == ["Poor"]


def test_the_lapsed_by_the_model(book: Book) -> None:
    crowd(book)
    lapsed = [regular(book, "Small", 30, 60, amount=1000), regular(book, "Large", 30, 61, amount=9000)]
    people.set_standing(book, lapsed, Standing.LAPSED, back(40))
    rhythms = known(book)
    items = keep_in_touch.approach(book, rhythms, most=9)
    assert [(item.who, item.expected) for item in items] == [("Large", True), ("Small", True)]
    for item, average in zip(items, (9000, 1000), strict=True):
        expected = rhythms.of([item.party_id])[item.party_id].expected_26_weeks
        assert expected
        assert item.amount == pytest.approx(expected * average, abs=0.51)


def test_the_last_thing_done_is_a_work_or_a_sale(book: Book) -> None:
    acme = regular(book, "Acme", 10, 60, times=3)
    people.set_standing(book, [acme], Standing.LAPSED, back(40))
    rhythms = known(book)

    def last() -> tuple:
        (item,) = keep_in_touch.approach(book, rhythms, most=9)
        return item.on, item.what

    assert last() == (back(60), "job 3")
    work.log(book, Work(back(60), 30, Side.KEEP, acme, "cut the hedge"))
    assert last() == (back(60), "cut the hedge"), "of one day what was done, not what was paid"
    money.record_sale(book, Sale(back(55), acme, -100, "too dear"))
    money.record_expense(book, Expense(back(50), 100, Side.KEEP, acme, "a new hedge"))
    assert last() == (back(60), "cut the hedge")
    work.log(book, Work(back(45), 30, Side.WIN_BACK, acme))
    assert last() == (back(45), "")


def test_nothing_is_told_before_the_rhythms_are_known(book: Book) -> None:
    from balancer_desktop.app.rhythms import KnownRhythms

    regular(book, "Acme", 10, 300)
    assert touch(book, KnownRhythms(book)) == []


def test_a_hook_shows_when_it_is_due_and_only_while_they_are_gone(book: Book) -> None:
    acme, zoe = (people.add(book, Party(name), Standing.CURRENT, back(400)) for name in ("Acme", "Zoë"))
    benign = book.people.reasons()[0].id
    archive.archive(book, [acme], benign, back(100), hook="ask for a referral", hook_due=TODAY)
    archive.archive(book, [zoe], benign, back(100), hook="ring the son", hook_due=TODAY + timedelta(1))
    (item,) = today.agenda(book)
    assert (item.kind, item.on, item.who, item.what) == (Waiting.HOOK, TODAY, "Acme", "ask for a referral")
    assert today.count_for_today(book) == 1
    book.today = lambda: TODAY + timedelta(1)
    assert [item.who for item in today.agenda(book)] == ["Acme", "Zoë"]
    archive.finish_hook(book, acme)
    archive.restore(book, [zoe])
    assert today.agenda(book) == []


def test_what_is_put_off_needs_a_day_to_come(book: Book) -> None:
    acme = people.add(book, Party("Acme"))
    with pytest.raises(BadInput):
        keep_in_touch.leave_until(book, [acme], [Matter.TOUCH], TODAY)
    keep_in_touch.leave_until(book, [], [Matter.TOUCH], TODAY + timedelta(1))
    assert book.reminders.put_off(TODAY) == set()
