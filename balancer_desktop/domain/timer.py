"""A running timer: when it was started and what the work will be logged as."""

from dataclasses import dataclass
from datetime import datetime

from balancer_desktop.domain.entries import LONGEST_DAY
from balancer_desktop.domain.side import Side


@dataclass(frozen=True, slots=True)
class Timer:
    """started_at is local wall-clock time with its offset, so that a change of clocks costs nothing."""

    started_at: datetime
    side: Side
    party_id: int = 0
    note: str = ""


def elapsed(timer: Timer, now: datetime) -> int:
    """Whole minutes worked, at least 1 and at most a day: a timer forgotten over night is the owner's to correct."""
    minutes = round((now - timer.started_at).total_seconds() / 60)
    return min(max(minutes, 1), LONGEST_DAY)
