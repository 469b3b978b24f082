"""The day in the words of what was promised: `call back Tuesday`, `by 27 Nov`, `quote tomorrow`."""

from datetime import date

from balancer_desktop.domain.conventions import Conventions, DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.dates import Spoken, date_at

_LONGEST_DATE = 6
_AROUND = ",;:!?()"


def promised_day(text: str, received: date, order: DateOrder) -> date | None:
    """The first day the words name, as whoever wrote them on the day it was received means it; never one before that.

    None where they name no day, or only digits that may be something else (`3/4`).
    """
    conventions = Conventions(date_order=order)
    keys = [key for word in text.casefold().split() if (key := word.strip(_AROUND))]
    for place in range(len(keys)):
        spoken = date_at(keys[place : place + _LONGEST_DATE], conventions)
        day = _to_come(spoken, received) if spoken and not spoken.is_loose else None
        if day:
            return day
    return None


def _to_come(spoken: Spoken, received: date) -> date | None:
    ahead = True
    try:
        day = spoken.on(received, ahead)
    except BadInput:
        return None
    return day if day >= received else None
