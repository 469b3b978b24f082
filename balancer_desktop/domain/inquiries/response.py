"""How fast inquiries are answered: what one has waited, and the first responses of a period.

Working minutes come from domain.inquiries.clock. Whatever is asked is asked as of an instant, and uses only what was
dated before it: the figures of a past month are the same whenever they are computed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryState

GOAL = 4 * 60
"""Working minutes within which the first answer is given, unless the owner sets others."""

Minutes = Callable[[datetime, datetime], int]
"""Working minutes between two instants."""


@dataclass(frozen=True, slots=True)
class FirstResponses:
    """Inquiries of a period, as they stood at an instant.

    came: all of them; answered, and waiting; the others were settled with no answer noted. silent: lost to silence,
    answered before or not. unnoted: became prospects with no answer noted; whether anybody spoke to them first is not
    known, and so they are neither answered nor judged until something is logged with them. untimed: answered ones that
    median and ninety leave out, since only the day of the question or of the answer is known. median, ninety: working
    minutes within which half and nine of ten of the others were answered (the mean of the two in the middle, rounded
    down; the nearest rank); None without any. within: how many of the judged were answered within the goal. judged: the
    answered ones that are timed, and those that came at a known time and were lost to silence unanswered or have waited
    longer than the goal.
    """

    came: int
    answered: int
    waiting: int
    silent: int
    untimed: int
    median: int | None
    ninety: int | None
    within: int
    judged: int
    unnoted: int = 0


def first_responses(
    inquiries: Iterable[Inquiry], days: tuple[date, date], as_of: datetime, minutes: Minutes, goal: int
) -> FirstResponses:
    """Of what came from the first day to the last, both included. as_of: local, aware; midnight ends a day."""
    came = [inquiry for inquiry in inquiries if days[0] <= inquiry.on <= days[1] and _by(as_of, inquiry.received)]
    answered = [inquiry for inquiry in came if _answered(inquiry, as_of)]
    unanswered = [inquiry for inquiry in came if not _answered(inquiry, as_of)]
    waiting = [inquiry for inquiry in unanswered if not _settled(inquiry, as_of)]
    silent = [i for i in came if i.state is InquiryState.SILENCE and _settled(i, as_of)]
    taken = sorted(waited(inquiry, as_of, minutes) for inquiry in answered if _both_timed(inquiry))
    lost = sum(inquiry.timed for inquiry in silent if not _answered(inquiry, as_of))
    late = sum(inquiry.timed and minutes(inquiry.received, as_of) > goal for inquiry in waiting)
    return FirstResponses(
        came=len(came),
        answered=len(answered),
        waiting=len(waiting),
        silent=len(silent),
        untimed=len(answered) - len(taken),
        median=(taken[(len(taken) - 1) // 2] + taken[len(taken) // 2]) // 2 if taken else None,
        ninety=taken[-(-len(taken) * 9 // 10) - 1] if taken else None,
        within=sum(took <= goal for took in taken),
        judged=len(taken) + lost + late,
        unnoted=sum(i.state is InquiryState.PROSPECT and _settled(i, as_of) for i in unanswered),
    )


def waited(inquiry: Inquiry, now: datetime, minutes: Minutes) -> int:
    """Working minutes until the first answer, or until now.

    One of which only the day is known counts from the end of that day: nobody is blamed for what may not have been.
    """
    start = inquiry.received if inquiry.timed else inquiry.received + timedelta(days=1)
    return minutes(start, inquiry.responded or now)


def is_late(inquiry: Inquiry, now: datetime, minutes: Minutes, goal: int) -> bool:
    """Whether it has waited for its first answer longer than the goal allows, and waits still."""
    return inquiry.state is InquiryState.WAITING and waited(inquiry, now, minutes) > goal


def _answered(inquiry: Inquiry, as_of: datetime) -> bool:
    return inquiry.responded is not None and _by(as_of, inquiry.responded)


def _by(as_of: datetime, instant: datetime) -> bool:
    """What happened within the minute has happened; what happens at midnight is of the day that begins."""
    return instant < as_of or (instant == as_of and as_of.time() != time.min)


def _settled(inquiry: Inquiry, as_of: datetime) -> bool:
    """By the day on which as_of lies, or which it ends."""
    return inquiry.settled_on is not None and inquiry.settled_on <= (as_of - timedelta(minutes=1)).date()


def _both_timed(inquiry: Inquiry) -> bool:
    return inquiry.timed and inquiry.responded is not None and inquiry.responded.time() != time.min
