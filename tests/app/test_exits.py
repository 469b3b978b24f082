"""The summary of exits follows the book: slips and restored ones, reasons by year, and when records begin."""

from collections import Counter
from datetime import date

import pytest

from balancer_desktop.app import archive, exits, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.month_summary import month_summary
from balancer_desktop.domain.entries import Work
from balancer_desktop.domain.exits import Count
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import ReasonClass, Standing

BEGUN = date(2024, 1, 1)


@pytest.fixture
def three(book: Book) -> list[int]:
    """Two who moved away, in 2025 and 2026, and one lost over the price in 2026."""
    ids = [people.add(book, Party(name), Standing.CURRENT, BEGUN) for name in ("A", "B", "C")]
    for party, label, on in zip(
        ids, ("Moved away", "Moved away", "Price"), (date(2025, 3, 1), date(2026, 3, 1), date(2026, 4, 1)), strict=True
    ):
        archive.archive(book, [party], next(r.id for r in book.people.reasons() if r.label == label), on)
    return ids


def test_the_summary_counts_by_year_class_and_reason(book: Book, three: list[int]) -> None:
    found = exits.summary(book)
    assert found.years == {"2025": Count(1), "2026": Count(1, 1)}
    assert [(line.reason.label, line.years) for line in found.lines] == [
        ("Moved away", Counter({2025: 1, 2026: 1})),
        ("Price", Counter({2026: 1})),
    ]
    assert [line.reason.kind for line in found.lines] == [ReasonClass.BENIGN, ReasonClass.PERFORMANCE]


def test_records_begin_with_the_first_entry(book: Book, three: list[int]) -> None:
    assert exits.attrition(book).since == date(2025, 3, 1)
    work.log(book, Work(date(2023, 11, 21), 60, Side.RUN))
    found = exits.attrition(book)
    assert (found.since, found.total, found.last_year) == (date(2023, 11, 21), 2, 1)
    assert found.a_year == pytest.approx(2 / 3, rel=0.001)


def test_a_slip_is_in_no_summary_and_a_return_stays_in_it(book: Book, three: list[int]) -> None:
    slip = people.add(book, Party("Slip"), Standing.CURRENT, BEGUN)
    archive.archive(book, [slip], 1)
    archive.restore(book, [slip])
    archive.restore(book, [three[2]])
    assert [one.party_id for one in exits.exits(book)] == three
    assert [gone.who for gone in month_summary(book, Month(2026, 4)).left] == ["C"]
    assert month_summary(book, Month.of(book.today())).left == ()


def test_months_bound_what_is_told(book: Book, three: list[int]) -> None:
    assert [one.party_id for one in exits.exits(book, Month(2026, 1), Month(2026, 3))] == [three[1]]
    assert exits.exits(book, Month(2027, 1)) == []


def test_an_empty_book_has_none(book: Book) -> None:
    found = exits.summary(book)
    assert (found.exits, found.lines, found.attrition.since) == ((), (), None)
    assert found.years == {"2026": Count()}
