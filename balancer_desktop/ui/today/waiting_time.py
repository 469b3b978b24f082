"""How long those have waited whom nobody answered: loaded when there is one, for the window opens without."""

from typing import NamedTuple

from balancer_desktop.app.book import Book
from balancer_desktop.app.working_hours import clock_of
from balancer_desktop.domain.inquiries.age_words import roughly_words, since_words
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.inquiries.response import waited


class Waited(NamedTuple):
    """`12 working hours` and `since Saturday 08:05`; where only the day is known, `since Saturday` alone."""

    long: str
    since: str


class WaitingTime:
    """By the working hours of the time it is made at."""

    def __init__(self, book: Book) -> None:
        self._book, self._clock = book, clock_of(book)

    def of(self, inquiry: Inquiry) -> Waited:
        now = self._book.now()
        since = since_words(inquiry, now.date())
        if not inquiry.timed:
            return Waited(since, "")
        return Waited(roughly_words(waited(inquiry, now, self._clock.minutes)), since)
