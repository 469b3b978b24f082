"""Where hours go in the diary: spread over working days, so that no day holds more than a person can do."""

from collections import defaultdict
from datetime import date, timedelta

from balancer_desktop.domain.demo.seasons import is_working
from balancer_desktop.domain.entries import Work
from balancer_desktop.domain.side import Side

REACH = 10
"""A job is placed within so many working days before its date."""


class Diary:
    """Work entries as they are placed, and the minutes each day already holds."""

    def __init__(self) -> None:
        self.entries: list[Work] = []
        self._load: dict[date, int] = defaultdict(int)

    def place(self, minutes: int, earliest: date, latest: date, side: Side, note: str, party_id: int = 0) -> date:
        """Enters the minutes on the emptiest working day from earliest to latest, late ones first; returns the day.

        With no working day between them it is the latest: people call on Saturdays too.
        """
        day = min(_working_days(earliest, latest) or [latest], key=self._load.__getitem__)
        self._load[day] += minutes
        self.entries.append(Work(day, minutes, side, party_id, note))
        return day


def quarters(hours: float) -> int:
    """Minutes to the nearest quarter of an hour, at least one quarter."""
    return max(1, int(hours * 4 + 0.5)) * 15


def _working_days(earliest: date, latest: date) -> list[date]:
    """Up to REACH working days, latest first."""
    found: list[date] = []
    day = latest
    while day >= earliest and len(found) < REACH:
        if is_working(day):
            found.append(day)
        day -= timedelta(1)
    return found
