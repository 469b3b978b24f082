"""Lists of sales, spending and work: found by their words, limited, summed, removed and marked paid."""

from datetime import date, timedelta

import pytest

from balancer_desktop.app import lines, money, people, totals, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.line import LineKind
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.period import Period, Stretch, month
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.domain.totals import MonthTotals

TODAY = date(2026, 11, 20)
NOVEMBER = month(Month(2026, 11))
ALL = Period(Stretch.ALL, Month(2026, 11))


@pytest.fixture
def anna(book: Book) -> int:
    return people.add(book, Party("Änna Müller", company="Roof & Co"), Standing.CURRENT, date(2025, 1, 1))


def fill(book: Book, anna: int) -> None:
    for back, amount in ((0, 100), (10, 200), (40, 400), (400, 800)):
        money.record_sale(book, Sale(TODAY - timedelta(days=back), anna, amount, f"Kitchen {back}", owed=back == 10))
    money.record_sale(book, Sale(TODAY, anna, -50, "sorry"))
    money.record_expense(book, Expense(TODAY, 30, Side.GAIN, 0, "Flyers ÄRGER"))
    money.record_expense(book, Expense(TODAY, 40, Side.RUN, anna, "100% petrol"))
    work.log(book, Work(TODAY, 90, Side.RUN, 0, "taxes"))
    work.log(book, Work(TODAY, 30, Side.KEEP, anna, "tiles"))


def test_lines_carry_what_a_table_shows(book: Book, anna: int) -> None:
    fill(book, anna)
    sales = lines.lines(book, LineKind.SALE, NOVEMBER)
    assert [(row.on.day, row.who, row.what, row.amount, row.owed) for row in sales.rows] == [
        (20, "Änna Müller", "sorry", -50, False),
        (20, "Änna Müller", "Kitchen 0", 100, False),
        (10, "Änna Müller", "Kitchen 10", 200, True),
    ]
    assert (sales.count, sales.total) == (3, 250)
    assert [(r.who, r.side, r.amount) for r in lines.lines(book, LineKind.WORK, NOVEMBER).rows] == [
        ("Änna Müller", Side.KEEP, 30),
        ("", Side.RUN, 90),
    ]


@pytest.mark.parametrize("limit", [1, 2, 4, 5, 6])
@pytest.mark.parametrize("text", ["", "muller", "KITCHEN"])
def test_a_limit_leaves_count_and_total_whole(book: Book, anna: int, limit: int, text: str) -> None:
    fill(book, anna)
    whole, part = (lines.lines(book, LineKind.SALE, ALL, text, most) for most in (100, limit))
    assert part.rows == whole.rows[:limit]
    assert (part.count, part.total) == (whole.count, whole.total)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("arger", ["Flyers ÄRGER"]),
        ("flyers ärger", ["Flyers ÄRGER"]),
        ("roof", ["100% petrol"]),  # the company of the person it concerns
        ("100%", ["100% petrol"]),
        ("%", ["100% petrol"]),
        ("_", []),
        ("muller petrol", ["100% petrol"]),
        ("muller flyers", []),
        ("' OR 1", []),
    ],
)
def test_words_are_found_whatever_case_accents_and_signs(book: Book, anna: int, text: str, found: list[str]) -> None:
    fill(book, anna)
    for period in (NOVEMBER, ALL):  # the two ways the table is read
        assert [row.what for row in lines.lines(book, LineKind.EXPENSE, period, text).rows] == found


def test_removing_several_is_one_step(book: Book, anna: int) -> None:
    fill(book, anna)
    for kind in LineKind:
        before = lines.lines(book, kind, ALL)
        lines.remove(book, before.rows)
        assert lines.lines(book, kind, ALL).rows == ()
        book.undo()
        assert lines.lines(book, kind, ALL) == before
        book.redo()
        assert lines.lines(book, kind, ALL).rows == ()


def test_marking_paid_moves_the_money_and_is_undone(book: Book, anna: int) -> None:
    fill(book, anna)
    owed = [row.id for row in lines.lines(book, LineKind.SALE, ALL).rows if row.owed]
    assert book.ledger.owed() == 200
    lines.mark_paid(book, owed)
    assert (book.ledger.owed(), book.undo_label) == (0, "Paid: Änna Müller")
    lines.mark_paid(book, owed)
    book.undo()
    assert book.ledger.owed() == 200
    book.redo()
    lines.mark_paid(book, owed, paid=False)
    assert book.ledger.owed() == 200


def test_month_totals_agree_with_the_lines(book: Book, anna: int) -> None:
    """Counted here entry by entry, there by groups and from the mix's cache."""
    fill(book, anna)
    months = totals.month_totals(book, Month(2025, 1), Month(2026, 12))
    for row in months:
        period = month(row.month)
        sums = [sum(line.amount for line in lines.lines(book, kind, period).rows) for kind in LineKind]
        assert [row.sales, row.expenses, row.minutes] == sums
    assert months[22] == MonthTotals(Month(2026, 11), 250, 70, 120)
    assert months[22].difference == 180


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (NOVEMBER, Month(2025, 11), Month(2026, 11)),
        (month(Month(2025, 11)), Month(2025, 11), Month(2026, 11)),
        (month(Month(2025, 10)), Month(2024, 10), Month(2025, 10)),
        (Period(Stretch.YEAR, Month(2026, 11)), Month(2026, 1), Month(2026, 12)),
        (Period(Stretch.TWELVE, Month(2026, 11)), Month(2025, 12), Month(2026, 11)),
        (ALL, Month(2025, 10), Month(2026, 11)),
    ],
)
def test_the_months_beside_hold_the_period(book: Book, anna: int, period: Period, first: Month, last: Month) -> None:
    fill(book, anna)
    months = [row.month for row in totals.months_beside(book, period)]
    assert (months[0], months[-1]) == (first, last)


def test_an_empty_book_has_this_month_only(book: Book) -> None:
    assert totals.months_beside(book, ALL) == [MonthTotals(Month(2026, 11))]
