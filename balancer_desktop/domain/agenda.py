"""What waits for the owner, in the order in which it should be seen to."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.pipeline.discipline import Week


class Waiting(IntEnum):
    """Kinds of things that wait, the most urgent first."""

    TIMER = 0
    INQUIRY = 1  # somebody turned to the business, and nobody has answered
    PROMISE = 2  # what somebody who asked was promised, due or overdue
    OVERDUE = 3
    TODAY = 4
    BOUGHT = 5  # a sale to somebody with whom something is open: perhaps that was it
    RETURN = 6  # people who left or lapsed and bought again
    LAPSE = 7  # customers who may be said to have lapsed, all of them in one line
    GONE = 8  # customers silent for longer than they should ever be
    QUIET = 9
    HOOK = 10  # what to come back to somebody for who left
    APPROACH = 11  # lapsed people worth a call
    STALE = 12  # opportunities with nothing logged for too long
    NO_STEP = 13  # opportunities with nothing planned
    THANK = 14  # who sent somebody, and is to hear what became of it
    OWES = 15
    PROSPECTING = 16  # what the week's goals still ask for, in one line
    PROMISED = 17  # a promise for one of the next days
    SOON = 18


MUST = frozenset((Waiting.INQUIRY, Waiting.PROMISE, Waiting.OVERDUE, Waiting.TODAY, Waiting.HOOK))
"""What is for today and no other day: a count that no amount of old customers can swell."""
DEALS = frozenset((Waiting.STALE, Waiting.NO_STEP))
"""What an opportunity waits for."""
STEPS = frozenset((Waiting.OVERDUE, Waiting.TODAY, Waiting.SOON))
SILENT = frozenset((Waiting.LAPSE, Waiting.GONE, Waiting.QUIET))
"""Customers of whom nothing was heard."""
ASKED = frozenset((Waiting.INQUIRY, Waiting.PROMISE, Waiting.PROMISED))
"""What an inquiry waits for; its ids are those of inquiries."""
TO_CALL = frozenset((Waiting.GONE, Waiting.QUIET, Waiting.APPROACH, Waiting.STALE))
"""What a call to them ends."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One line of today's list.

    on: when it came, is or was due, or has been owed since; of people worth a call, when the last thing was done for
    them; of those who bought, when; of what went quiet, the last day with anything logged. what: the owner's own
    words, or how it stands with them; perhaps none. ids: of the inquiries, the step, the opportunity, the change of
    standing, the sale or the unpaid ones; of a line about several parties, these.
    amount: minor units owed, or what a call may be worth: expected in half a year by the model, or else what their last
    half year brought; of those who bought, for how much. more: so many of the kind are not listed; nothing else is
    told then.

    Of an inquiry, party_id is 0 where nobody in the book is known to have asked. channel: how it came; referrer: who
    sent them, by name; dated: whether a promise has its day. inquiry: the one that has waited longest of those that
    wait. opportunity_id: what a step, a quiet line, a sale or a thank-you is about, 0 for nothing such. asks_next:
    whether a step is a prospect's or an opportunity's, which should never be without one. week: what prospecting owes.
    """

    kind: Waiting
    on: date
    party_id: int = 0
    who: str = ""
    what: str = ""
    ids: tuple[int, ...] = ()
    amount: int = 0
    expected: bool = False
    more: int = 0
    channel: InquiryChannel | None = None
    referrer: str = ""
    dated: bool = True
    inquiry: Inquiry | None = None
    opportunity_id: int = 0
    asks_next: bool = False
    week: Week | None = None

    @property
    def is_for_today(self) -> bool:
        """Whether it is for today and no other day; a promise without a day presses nobody."""
        return self.kind in MUST and self.dated

    @property
    def together(self) -> bool:
        """Whether it is about several parties, each of which has a line of its own."""
        return self.kind in (Waiting.LAPSE, Waiting.RETURN) and not self.party_id and not self.more

    @property
    def parties(self) -> tuple[int, ...]:
        """Whom it is about."""
        return (self.party_id,) if self.party_id else self.ids if self.together else ()


@dataclass(frozen=True, slots=True)
class Owing:
    """What a party owes: minor units, of which sales, and since when."""

    party_id: int
    amount: int
    since: date
    sale_ids: tuple[int, ...]


def ordered(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The most urgent kind first, and within it what has waited longest, to the minute where that is known.

    What was promised without a day stands below what has one.
    """
    return sorted(items, key=lambda item: (item.kind, not item.dated, _since(item), item.who, item.ids))


def _since(item: AgendaItem) -> tuple[date, float]:
    """The day, and the instant of what came at one."""
    return item.on, item.inquiry.received.timestamp() if item.inquiry else 0.0


def in_sections(*parts: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Parts that are in order each, as one list by kind."""
    return sorted((item for part in parts for item in part), key=lambda item: item.kind)


def bounded(items: list[AgendaItem], most: int, count: int) -> list[AgendaItem]:
    """The first of one kind, of which there are `count`, and a line that says how many more there are."""
    if count <= most or not items:
        return items
    shown = items[:most]
    return [*shown, AgendaItem(shown[-1].kind, shown[-1].on, more=count - len(shown))]


def step_kind(due: date, today: date) -> Waiting:
    if due == today:
        return Waiting.TODAY
    return Waiting.OVERDUE if due < today else Waiting.SOON


def postponed(due: date, today: date, weeks: int = 0, months: int = 0) -> date:
    """The day so many weeks and months later; what is overdue is counted from today, not from its missed day."""
    start = max(due, today)
    month = Month.of(start).plus(months)
    day = min(start.day, monthrange(month.year, month.month)[1])
    return date(month.year, month.month, day) + timedelta(weeks=weeks)
