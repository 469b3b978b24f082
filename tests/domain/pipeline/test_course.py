"""The course of an opportunity is told the latest first, in words, and ends as it ended."""

from datetime import date

import pytest

from balancer_desktop.domain.pipeline.course import Event, course
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove

DAY = [date(2026, 11, day) for day in range(1, 11)]
STAGES, REASONS = {1: "Inquiry", 4: "Proposal"}, {2: "No answer"}
MOVES = (StageMove(DAY[0], 1), StageMove(DAY[2], 4), StageMove(DAY[6], 1))
PARKINGS = (Parking(DAY[3], DAY[9]), Parking(DAY[5], DAY[5]))


def test_the_day_it_was_opened_is_no_event() -> None:
    assert course(Opportunity(1, "Roof", DAY[0], moves=MOVES[:1]), STAGES, REASONS) == []


def test_moves_and_parkings_are_told_the_latest_first() -> None:
    assert course(Opportunity(1, "Roof", DAY[0], moves=MOVES, parkings=PARKINGS), STAGES, REASONS) == [
        Event(DAY[6], "Moved to Inquiry"),
        Event(DAY[5], "Taken up again"),
        Event(DAY[3], "Parked until 2026-11-10"),
        Event(DAY[2], "Moved to Proposal"),
    ]


@pytest.mark.parametrize(
    ("outcome", "reason", "note", "told"),
    [
        (Outcome.WON, 0, "", Event(DAY[8], "Won")),
        (Outcome.LOST, 2, "", Event(DAY[8], "Lost", "No answer")),
        (Outcome.LOST, 2, "rang thrice", Event(DAY[8], "Lost", "No answer · rang thrice")),
    ],
)
def test_the_end_is_told_with_its_reason(outcome: Outcome, reason: int, note: str, told: Event) -> None:
    closed = Opportunity(
        1, "Roof", DAY[0], closed=DAY[8], outcome=outcome, reason_id=reason, note=note, moves=MOVES[:1]
    )
    assert course(closed, STAGES, REASONS) == [told]
