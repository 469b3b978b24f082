"""What is told of people to approach again: how their worth is reckoned, and what was done for them last."""

from collections.abc import Callable
from datetime import date

from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.ui.people.late_cells import LateCells

Done = LateCells[tuple[date, str]]
"""By party: the latest work or sale, and its note or memo."""
_LEFT_OUT = "Empty for whoever was in touch lately, was put off, or has bought since."


def worth_tip(*, by_model: bool | None) -> str:
    """None: the book's rhythms are not learnt yet."""
    if by_model is None:
        return "What a call may bring in half a year. It is still being reckoned."
    if by_model:
        how = "The purchases expected of them by all your customers' rhythm, times their own average sale."
    else:
        how = "What they brought in their last half year as a customer: there are too few sales yet to expect more."
    return f"What a call may bring in half a year. {how} {_LEFT_OUT}"


def worth_more(worth: int | None, *, lapsed: bool) -> str:
    """Why somebody who lapsed has no worth, once all are reckoned; empty where there is one, and of all others."""
    if worth or not lapsed:
        return ""
    if worth == 0:
        return "Nothing is expected of them"
    return "Not to be called now: they were in touch lately, were put off, or have bought since"


def last_done_words(row: PersonRow, done: Done, day: Callable[[date | None], str]) -> str:
    """`1/10/2026 · roof`; asks for nobody to whom nothing was done."""
    found = done.of(row.id) if row.last_done else None
    return " · ".join(filter(None, (day(found[0]), found[1]))) if found else ""
