"""A month's figures: hours by side, income by where it came from, spending, who came and who left."""

from datetime import date

from balancer_desktop.app import money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.month_summary import month_summary
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

OCTOBER = Month(2026, 10)


def test_a_month_is_summed_up(book: Book) -> None:
    old = people.add(book, Party("Old"), Standing.CURRENT, date(2024, 1, 1))
    back = people.add(book, Party("Back"), Standing.CURRENT, date(2024, 1, 1))
    new = people.add(book, Party("New"), Standing.PROSPECT, date(2026, 10, 5))
    for party, on, amount in (
        (old, date(2024, 1, 9), 1), (old, date(2026, 3, 1), 2), (old, date(2026, 10, 1), 1000),
        (back, date(2024, 2, 1), 4), (back, date(2026, 10, 2), 2000), (new, date(2026, 10, 31), 4000),
    ):  # fmt: skip
        money.record_sale(book, Sale(on, party, amount))
    for side, minutes in ((Side.KEEP, 60), (Side.GAIN, 20), (Side.RUN, 7)):
        work.log(book, Work(date(2026, 10, 31), minutes, side))
        work.log(book, Work(date(2026, 11, 1), 600, side))
        money.record_expense(book, Expense(date(2026, 10, 1), 10 * minutes, side))
    reason = next(r for r in book.people.reasons() if r.label == "Moved away")
    people.set_standing(book, [old], Standing.EX, date(2026, 10, 20), reason.id)

    summary = month_summary(book, OCTOBER)
    assert summary.minutes == {Side.KEEP: 60, Side.GAIN: 20, Side.WIN_BACK: 0, Side.RUN: 7}
    assert (summary.hours, summary.gaining) == (87, 0.25)
    assert (summary.existing, summary.won_back, summary.new, summary.income) == (1000, 2000, 4000, 7000)
    assert summary.spent == 870
    assert [(c.who, c.on) for c in summary.came] == [("New", date(2026, 10, 5))]
    assert [(gone.who, gone.on, gone.reason) for gone in summary.left] == [("Old", date(2026, 10, 20), "Moved away")]
    assert not summary.empty


def test_an_empty_month_says_so(book: Book) -> None:
    summary = month_summary(book, OCTOBER)
    assert summary.empty
    assert summary.gaining is None
