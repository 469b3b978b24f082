"""Inquiries in a few words: how they came, what was asked, and what was promised."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.inquiries.words import asked_and_promised, inquiry_words

ASKED = Inquiry(datetime(2026, 11, 2, 9, 30, tzinfo=UTC), InquiryChannel.CALL, name="Wanda", asked="a roof")


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (InquiryChannel.CALL, "Inquiry by call"),
        (InquiryChannel.MISSED_CALL, "Missed call"),
        (InquiryChannel.EMAIL, "Inquiry by e-mail"),
        (InquiryChannel.MESSAGE, "Inquiry by message"),
        (InquiryChannel.WEBSITE, "Inquiry by the website"),
        (InquiryChannel.VISIT, "Inquiry, they came by"),
        (InquiryChannel.OTHER, "Inquiry"),
    ],
)
def test_how_it_came(channel: InquiryChannel, words: str) -> None:
    assert inquiry_words(replace(ASKED, channel=channel)) == words


def test_what_was_asked_and_promised() -> None:
    assert asked_and_promised(ASKED) == "a roof"
    promised = replace(ASKED, promised="a price")
    assert asked_and_promised(promised) == "a roof · promised: a price"
    until = replace(promised, asked="", promised_by=date(2026, 11, 5))
    assert asked_and_promised(until) == "promised: a price by 2026-11-05"
