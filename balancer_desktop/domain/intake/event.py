"""An event or a task of somebody's calendar, as far as it matters here."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class Attendee(NamedTuple):
    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """line: where it begins in its file. start: a day, an instant, or one without a zone: wherever the owner is.

    is_task: something to do; start is when it is due then. people: who comes, without whom it was made by, if they are
    told apart. over: cancelled, or a task that is done. remark: what is doubtful about it, a sentence or empty.
    """

    line: int
    uid: str = ""
    start: datetime | date | None = None
    summary: str = ""
    description: str = ""
    location: str = ""
    people: tuple[Attendee, ...] = ()
    is_task: bool = False
    is_cancelled: bool = False
    is_done: bool = False
    remark: str = ""
