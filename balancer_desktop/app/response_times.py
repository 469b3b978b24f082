"""The first responses of a period, from the book."""

from datetime import date, datetime, time, timedelta

from balancer_desktop.app.book import Book
from balancer_desktop.app.working_hours import clock_of, response_goal
from balancer_desktop.domain.inquiries.response import FirstResponses, first_responses


def response_times(book: Book, first: date, last: date, day: date | None = None) -> FirstResponses:
    """Of the inquiries received from a day to a day, both included, as of the end of a day (now, when it is not over).

    A past month as of its own end is the same whenever it is asked for, with the working hours of now.
    """
    end = datetime.combine((day or book.today()) + timedelta(days=1), time.min).astimezone()
    found = book.inquiries.since(first)
    return first_responses(found, (first, last), min(end, book.now()), clock_of(book).minutes, response_goal(book))
