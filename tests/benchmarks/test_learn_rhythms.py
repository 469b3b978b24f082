"""Learning everybody's rhythm while the window is used: no step of it may be felt, nor a change afterwards."""

from collections.abc import Callable
from datetime import date

from balancer_desktop.app import money
from balancer_desktop.app.book import Book
from balancer_desktop.app.rhythms import Judged, KnownRhythms, judged, reading
from balancer_desktop.app.touch import touch
from balancer_desktop.domain.entries import Sale
from tests.benchmarks.measuring import Goal, by_turns, report, timed

TODAY = date(2026, 11, 20)
FELT = 0.05
"""Seconds for which a window may stand still."""


def test_learning_a_large_book_step_by_step(opened: Callable[[int], Book]) -> None:
    book = opened(1_000_000)
    told: list[Judged] = []

    def longest() -> float:
        material = KnownRhythms(book).begin()
        steps, taken = reading(book, material), [0.0]
        while True:
            took = timed(lambda: next(steps, steps))
            if steps.gi_frame is None:
                break
            taken.append(took)
        told.append(judged(material))
        return max(taken)

    step, felt = by_turns(3, longest, lambda: FELT)
    report("longest step of reading 100,000 parties ÷ 50 ms", step, felt, Goal(1))
    assert told[0].fitted.model


def test_today_after_a_sale(opened: Callable[[int], Book]) -> None:
    """What the rhythms add to a refresh of today's page, in a large book and in a small one."""

    def refreshed(book: Book) -> Callable[[], float]:
        known = KnownRhythms(book)
        known.read_all()
        book.subscribe(known.follow)

        def again() -> float:
            money.record_sale(book, Sale(TODAY, 5, 1000))
            return timed(lambda: touch(book, known))

        return again

    large, small = by_turns(5, refreshed(opened(1_000_000)), refreshed(opened(10_000)))
    report("today's lines of the rhythms after a sale, 100,000 ÷ 1,000 parties", large, small)
