"""Words, shares and times of day as other programs write them mean what their users meant."""

from datetime import UTC, time, timedelta, timezone

import pytest

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.instants import read_time
from balancer_desktop.domain.importing.pipeline_words import (
    outcome_of_stage,
    read_outcome,
    read_per_cent,
    read_state,
    read_way,
)
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel, InquiryState
from balancer_desktop.domain.pipeline.opportunity import Outcome


@pytest.mark.parametrize(
    ("text", "per_cent"),
    [("40", 40), ("40 %", 40), ("40.0%", 40), ("0.4", 40), ("0,35", 35), ("1", 1), ("1.0", 100), ("0", 0), ("0.5 %", 1),
     ("12.5", 13), (" 100 ", 100)],
)  # fmt: skip
def test_a_share_is_per_cent_however_it_is_written(text: str, per_cent: int) -> None:
    assert read_per_cent(text) == per_cent


@pytest.mark.parametrize("text", ["", "x", "-1", "101", "1e3", "nan", "inf", "4 of 10"])
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(BadInput, match="probability"):
        read_per_cent(text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-02 09:30", time(9, 30)),
        ("2026-11-02T09:30:59.123Z", time(9, 30, tzinfo=UTC)),
        ("2026-11-02T09:30+05:30", time(9, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))),
        ("2026-11-02 09:30:00 -0800", time(9, 30, tzinfo=timezone(-timedelta(hours=8)))),
        ("02/11/2026 4:05 PM", time(16, 5)),
        ("02/11/2026, 12:05 a.m.", time(0, 5)),
        ("12:00 PM", time(12)),
        ("9:05", time(9, 5)),
        ("2026-11-02", time.min),
        ("02.11.2026", time.min),
        ("25:00", time.min),
        ("9:75", time.min),
        ("", time.min),
    ],
)
def test_the_time_at_the_end_of_a_date(text: str, at: time) -> None:
    found = read_time(text)
    assert (found, found.tzinfo) == (at, at.tzinfo)


def test_every_word_of_the_book_is_understood() -> None:
    """What an export writes, an import reads."""
    assert [read_way(way.value) for way in InquiryChannel] == list(InquiryChannel)
    assert [read_state(state.value) for state in InquiryState] == list(InquiryState)
    assert [read_outcome(outcome.value) for outcome in Outcome] == list(Outcome)


@pytest.mark.parametrize(
    ("stage", "outcome"),
    [("Closed Won", Outcome.WON), ("closedlost", Outcome.LOST), ("Gewonnen", Outcome.WON), ("perdu", Outcome.LOST),
     ("Proposal", None), ("open", None), ("", None)],
)  # fmt: skip
def test_ends_among_the_stages(stage: str, outcome: Outcome | None) -> None:
    assert outcome_of_stage(stage) is outcome


def test_other_programs_words() -> None:
    assert read_way("Contact form") is InquiryChannel.WEBSITE
    assert read_way("Verpasster Anruf") is InquiryChannel.MISSED_CALL
    assert read_state("Unqualified") is InquiryState.NOT_FOR_US
    assert read_outcome("In progress") is None
    for read in (read_way, read_state, read_outcome):
        with pytest.raises(BadInput, match="Use one of"):
            read("pigeon")
