"""How long somebody has waited and how fast answers are, in words, and why there may be none."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QLocale

from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.inquiries.response import FirstResponses
from balancer_desktop.domain.money import currency
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects.inquiries_model import Age
from balancer_desktop.ui.prospects.response_words import age, figures

FORMATS = Formats(currency("EUR"), QLocale("C"))
NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
CALLED = Inquiry(datetime(2026, 11, 20, 9, 30, tzinfo=UTC), InquiryChannel.MISSED_CALL, name="Tom")


def real(start: datetime, end: datetime) -> int:
    """As if the owner worked all the time."""
    return int((end - start).total_seconds() // 60)


def told(inquiry: Inquiry, now: datetime = NOW, goal: int = 240) -> Age:
    found = age(inquiry, now, real, goal, FORMATS)
    return Age(found.words.replace("\u00a0", " "), found.told.replace("\u00a0", " "), found.late)


def test_who_waits_longer_than_the_goal_is_late() -> None:
    assert told(CALLED) == Age("5 h 30", "Waiting since 09:30: 5 h 30 min of working time", late=True)
    assert not told(CALLED, goal=330).late
    assert told(CALLED, NOW + timedelta(days=5)).words == "over 100 h"


def test_an_answer_ends_the_waiting() -> None:
    answered = replace(CALLED, state=InquiryState.ANSWERED, responded=NOW - timedelta(hours=5))
    assert told(answered) == Age("30 min", "Answered after 30 min of working time")


def test_no_working_time_at_all() -> None:
    at_once = replace(CALLED, state=InquiryState.ANSWERED, responded=CALLED.received)
    assert told(at_once) == Age("at once", "Answered at once")
    assert told(CALLED, CALLED.received) == Age("just now", "Waiting since 09:30")
    asleep = age(CALLED, NOW, lambda _start, _end: 0, 240, FORMATS)
    assert asleep.words == "0 min"


def test_nothing_is_said_of_what_is_not_known() -> None:
    day_alone = replace(CALLED, received=datetime.combine(date(2026, 11, 19), time.min, UTC))
    assert told(day_alone) == Age("1 day", "Waiting since yesterday", late=True)
    assert told(replace(day_alone, received=day_alone.received + timedelta(days=1))) == Age(
        "today", "Waiting since today"
    )
    given_up = replace(CALLED, state=InquiryState.SILENCE, settled_on=date(2026, 11, 20))
    assert told(given_up) == Age("", "Nobody answered it")
    prospect = replace(given_up, state=InquiryState.PROSPECT)
    assert told(prospect) == Age("", "It became a prospect; when they were answered is not noted")


@pytest.mark.parametrize(
    ("responses", "words"),
    [
        (
            FirstResponses(9, 9, 0, 0, 0, 130, 250, 8, 9),
            "Answered within 2 h 10 of working time at the median; 8 of 9 within your goal of 4 h (the last 90 days).",
        ),
        (
            FirstResponses(3, 1, 0, 2, 0, 130, 130, 1, 3),
            (
                "Answered within 2 h 10 of working time at the median; 1 of 3 within your goal of 4 h; "
                "2 lost to silence (the last 90 days)."
            ),
        ),
        (
            FirstResponses(14, 12, 2, 0, 2, 130, 250, 9, 10),
            (
                "Answered within 2 h 10 of working time at the median, nine of ten within 4 h 10; "
                "9 of 10 within your goal of 4 h; 2 known by the day alone and left out (the last 90 days)."
            ),
        ),
        (
            FirstResponses(3, 1, 0, 0, 0, 130, 130, 1, 1, unnoted=2),
            (
                "Answered within 2 h 10 of working time at the median; 1 of 1 within your goal of 4 h; "
                "2 became prospects with no answer noted (the last 90 days)."
            ),
        ),
        (
            FirstResponses(1, 0, 0, 0, 0, None, None, 0, 0, unnoted=1),
            (
                "No answer times yet: nobody has been answered; 1 became a prospect with no answer noted "
                "(the last 90 days)."
            ),
        ),
        (
            FirstResponses(0, 0, 0, 0, 0, None, None, 0, 0),
            "No inquiry came in the last 90 days, so that there are no answer times.",
        ),
        (
            FirstResponses(2, 1, 1, 0, 1, None, None, 0, 0),
            "No answer times: the hour is known of none that was answered (the last 90 days).",
        ),
        (
            FirstResponses(2, 0, 2, 0, 0, None, None, 0, 0),
            "No answer times yet: nobody has been answered (the last 90 days).",
        ),
        (
            FirstResponses(2, 2, 0, 0, 0, 0, 9, 2, 2),
            "Answered at once at the median; 2 of 2 within your goal of 4 h (the last 90 days).",
        ),
    ],
)
def test_figures(responses: FirstResponses, words: str) -> None:
    assert figures(responses, 240, FORMATS).replace("\u00a0", " ") == words
