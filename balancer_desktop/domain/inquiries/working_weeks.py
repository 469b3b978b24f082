"""The working weeks a book has had: one from the beginning, and others from a day on.

A new week does not touch what was counted by the one before it, so that past figures stay. As text:
`mon-fri 08:00-17:00 | from 2026-11-24 mon-sat 08:00-14:00`.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.working_week import DEFAULT_WEEK, WorkingWeek, read_week, week_text

_FROM = r"(?is)\s*from\s+(\d{4}-\d{2}-\d{2})[\s:,]+(.*)"
_LIKE = "Write it like mon-fri 08:00-17:00 | from 2026-11-24 mon-sat 08:00-14:00."


@dataclass(frozen=True, slots=True)
class WorkingWeeks:
    """later: weeks by the day they hold from, the earliest first."""

    first: WorkingWeek = DEFAULT_WEEK
    later: tuple[tuple[date, WorkingWeek], ...] = ()

    @property
    def latest(self) -> WorkingWeek:
        return self.later[-1][1] if self.later else self.first

    def on(self, day: date) -> WorkingWeek:
        place = bisect_right(self.later, day, key=lambda later: later[0])
        return self.later[place - 1][1] if place else self.first

    def changed(self, week: WorkingWeek, day: date) -> "WorkingWeeks":
        """With another week from a day on.

        The week that every book begins with was nobody's choice: the first one chosen holds for all time.
        """
        if self == FIRST_WEEKS:
            return WorkingWeeks(week)
        before = WorkingWeeks(self.first, tuple(later for later in self.later if later[0] < day))
        return before if week == before.latest else WorkingWeeks(self.first, (*before.later, (day, week)))


FIRST_WEEKS = WorkingWeeks()
"""Of a new book."""


def read_weeks(text: str) -> WorkingWeeks:
    """BadInput for what are no working weeks, or not in the order of their days."""
    first, *rest = text.split("|")
    later = tuple(_later(part) for part in rest)
    if any(one[0] >= other[0] for one, other in pairwise(later)):
        raise BadInput("The working weeks are not in the order of their days.", _LIKE)
    return WorkingWeeks(read_week(first), later)


def weeks_text(weeks: WorkingWeeks) -> str:
    """As read_weeks reads them."""
    later = (f"from {day} {week_text(week)}" for day, week in weeks.later)
    return " | ".join((week_text(weeks.first), *later))


def _later(text: str) -> tuple[date, WorkingWeek]:
    found = re.fullmatch(_FROM, text)
    try:
        day = date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise BadInput(f"“{text.strip()[:40]}” does not say from when it holds.", _LIKE) from None
    return day, read_week(found[2] if found else "")
