"""Prospecting kept up week by week, against plain goals: hours, and touches.

A touch is something that went out to somebody who was a prospect that day, was not known yet, or had an open
opportunity: a contact (no note, none of theirs); else, once for somebody on a day without such a contact, the first
answer to an inquiry (unless it was given in the very minute it came, on the phone or at the door) or a finished step
whose words say a contact.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

HOURS = 3
"""Hours a week for winning prospects, until the owner sets a goal."""
TOUCHES = 5
MONDAY = 1
_CONTACT = re.compile(
    r"\b(?:call(?:s|ed|ing)?|phone|telephone|ring|visit|meet(?:ing)?|e-?mail|mail|text|message|letter|contact|send|ask|tell"
    r"|talk|speak|thank|remind|invite|answer|reply|follow[ -]?up|get back|drop (?:by|in)|present"
    r"|write(?!\s+(?:the|a|an|up|out|down)\b))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\s*(?:prepare|draft|plan|rehearse|practise|practice|review|read)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Goals:
    """What is owed every week: minutes on the gain side, and touches; 0 asks for nothing."""

    minutes: int = HOURS * 60
    touches: int = TOUCHES


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `first` on: what was done of it, up to the day that is looked at."""

    first: date
    minutes: int
    touches: int
    goals: Goals

    @property
    def last(self) -> date:
        return self.first + timedelta(days=6)

    @property
    def minutes_left(self) -> int:
        return max(0, self.goals.minutes - self.minutes)

    @property
    def touches_left(self) -> int:
        return max(0, self.goals.touches - self.touches)

    @property
    def kept(self) -> bool:
        """Whether both goals are reached; never where there is no goal at all."""
        return self.goals != Goals(0, 0) and not self.minutes_left and not self.touches_left


def says_contact(step: str) -> bool:
    """Whether a step says that somebody is turned to: `call back`, `send the quote`, not `prepare a call`."""
    return bool(_CONTACT.search(step)) and not _NOT_YET.match(step)


def week_start(day: date, first_weekday: int = MONDAY) -> date:
    """The first day of the week a day is in; weekdays by ISO, Monday 1 to Sunday 7."""
    return day - timedelta(days=(day.isoweekday() - first_weekday) % 7)


def streak(weeks: Iterable[Week]) -> int:
    """How many weeks in a row were kept, of weeks that go back from the present one.

    The present one counts when it is kept already, and breaks nothing as long as it is not over. No more weeks are read
    than the streak needs.
    """
    kept = 0
    for place, week in enumerate(weeks):
        if week.kept:
            kept += 1
        elif place:
            break
    return kept
