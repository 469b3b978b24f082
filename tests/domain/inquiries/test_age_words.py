"""How long an inquiry has waited, in words."""

from datetime import date, datetime

import pytest

from balancer_desktop.domain.inquiries.age_words import (
    exact_words,
    long_words,
    roughly_words,
    since_words,
    waiting_words,
)
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel

TODAY = date(2026, 11, 24)  # a Tuesday
NOON = datetime(2026, 11, 24, 12, 0).astimezone()


def _came(text: str) -> Inquiry:
    return Inquiry(datetime.fromisoformat(text).astimezone(), InquiryChannel.CALL, name="Ann")


@pytest.mark.parametrize(
    ("received", "words"),
    [
        ("2026-11-24 09:05", "since 09:05"),
        ("2026-11-24", "since today"),
        ("2026-11-23 16:40", "since yesterday 16:40"),
        ("2026-11-23", "since yesterday"),
        ("2026-11-20 16:40", "since Friday 16:40"),
        ("2026-11-20", "since Friday"),
        ("2026-11-18 08:00", "since Wednesday 08:00"),
        ("2026-11-17 08:00", "since 17 November"),
        ("2026-01-02 08:00", "since 2 January"),
        ("2024-02-29", "since 29 February 2024"),
        ("2026-11-25 08:00", "since 25 November 08:00"),
    ],
)
def test_since(received: str, words: str) -> None:
    assert since_words(_came(received), TODAY) == words


def test_waiting() -> None:
    assert waiting_words(_came("2026-11-20 16:40"), NOON, 190) == "since Friday 16:40 · 3 working hours"
    assert waiting_words(_came("2026-11-24 09:05"), NOON, 40) == "since 09:05 · 40 working minutes"
    assert waiting_words(_came("2026-11-20"), NOON, 540) == "since Friday"


@pytest.mark.parametrize(
    ("received", "minutes", "words"),
    [
        ("2026-11-24 12:00", 0, "just now"),
        ("2026-11-24 11:46", 14, "just now"),
        ("2026-11-24 11:46", 0, "just now"),
        ("2026-11-24 11:45", 15, "15 working minutes"),
        ("2026-11-24 06:00", 0, "no working time yet"),
    ],
)
def test_what_came_just_now_is_said_to(received: str, minutes: int, words: str) -> None:
    assert long_words(_came(received), NOON, minutes) == words


def test_working_time() -> None:
    assert [roughly_words(m) for m in (0, 1, 59, 60, 119, 120, 6000, 6060)] == [
        "no working time yet", "1 working minute", "59 working minutes", "1 working hour", "1 working hour",
        "2 working hours", "100 working hours", "over 100 working hours",
    ]  # fmt: skip
    assert [exact_words(m) for m in (0, 130)] == ["no working time", "2 h 10 min of working time"]
