"""How long those have waited whom nobody answered: loaded when there is one, for the window opens without."""

from typing import NamedTuple

from balancer_desktop.app.book import Book
from balancer_desktop.app.working_hours import clock_of, response_goal
from balancer_desktop.domain.inquiries.age_words import long_words, since_words
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.inquiries.response import waited


class Waited(NamedTuple):
    """`12 working hours` and `since Saturday 08:05`; where only the day is known, `since Saturday` alone.

    late: whether it is longer than the goal for the first answer allows.
    """

    long: str
    since: str
    late: bool


class WaitingTime:
    """By the working hours of the time it is made at."""

    def __init__(self, book: Book) -> None:
        self._book, self._clock, self._goal = book, clock_of(book), response_goal(book)

    def of(self, inquiry: Inquiry) -> Waited:
        now = self._book.now()
        since = since_words(inquiry, now.date())
        minutes = waited(inquiry, now, self._clock.minutes)
        late = minutes > self._goal
        return Waited(long_words(inquiry, now, minutes), since, late) if inquiry.timed else Waited(since, "", late)
