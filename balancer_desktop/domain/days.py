"""A day, as typed into its own field: `today`, `fri`, `3 nov`, `20/11/2026`, `20. 11. 2026`."""

from datetime import date

from balancer_desktop.domain.conventions import Conventions, DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.dates import date_at

_LIKE = {
    DateOrder.DAY_FIRST: "20/11/2026",
    DateOrder.MONTH_FIRST: "11/20/2026",
    DateOrder.YEAR_FIRST: "2026/11/20",
}


def read_day(text: str, today: date, conventions: Conventions, *, ahead: bool = False) -> date:
    """The day meant; `fri` is the last Friday, or the coming one when `ahead`. BadInput for no day."""
    keys = _keys(text)
    spoken = date_at(["on", *keys], conventions) if keys else None  # after “on”, 3.11 can only be a day
    if spoken is None or spoken.length <= len(keys):
        like = _LIKE[conventions.date_order]
        raise BadInput(f"“{text.strip()[:40]}” is not a date.", f"Write it like {like}, “today” or “fri”.")
    try:
        return spoken.on(today, ahead)
    except BadInput as refusal:
        raise BadInput(refusal.what, "Correct it.") from None


def _keys(text: str) -> list[str]:
    """Words; spaces between nothing but figures and marks are dropped."""
    folded = text.casefold().strip()
    return folded.split() if any(c.isalpha() for c in folded) else ["".join(folded.split())] * bool(folded)
