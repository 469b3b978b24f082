"""When somebody can be expected to answer, as the book's settings have it, and the clock that follows."""

from datetime import date, datetime, time, timedelta

from balancer_desktop.app.book import Book
from balancer_desktop.app.machine_zone import MachineZone
from balancer_desktop.domain.inquiries.clock import Clock
from balancer_desktop.domain.inquiries.holidays import Holiday, read_holidays
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.inquiries.response import GOAL
from balancer_desktop.domain.inquiries.working_weeks import FIRST_WEEKS, WorkingWeeks, read_weeks

WEEK_SETTING = "working_week"
HOLIDAYS_SETTING = "holidays"
GOAL_SETTING = "response_goal"


def working_weeks(book: Book) -> WorkingWeeks:
    """Now, and before: what came under an earlier week is counted by that."""
    text = book.settings.get(WEEK_SETTING)
    return read_weeks(text) if text else FIRST_WEEKS


def holidays(book: Book) -> tuple[Holiday, ...]:
    return read_holidays(book.settings.get(HOLIDAYS_SETTING))


def response_goal(book: Book) -> int:
    """Working minutes within which an inquiry gets its first answer."""
    return int(book.settings.get(GOAL_SETTING, str(GOAL)))


def clock_of(book: Book) -> Clock:
    """A clock that counts by the settings of now, in this machine's zone: `clock_of(book).minutes(start, end)`.

    Made anew when the settings change; whoever asks about many inquiries keeps it, the oldest of them first.
    """
    return Clock(working_weeks(book), holidays(book), MachineZone())


def next_working_day(book: Book) -> date:
    """The first day after today on which somebody works; tomorrow should that never be."""
    tomorrow = book.today() + timedelta(days=1)
    due = clock_of(book).due(datetime.combine(tomorrow, time.min).astimezone(), 1)
    return due.astimezone().date() if due else tomorrow


def answer_due(clock: Clock, inquiry: Inquiry, goal: int) -> datetime | None:
    """When the goal ends, in local time; None for an inquiry of which only the day is known, or a week without work."""
    due = clock.due(inquiry.received, goal) if inquiry.timed else None
    return due.astimezone() if due else None
