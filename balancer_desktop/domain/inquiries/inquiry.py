"""An inquiry: somebody turned to the business, and waits until somebody answers."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class InquiryChannel(StrEnum):
    """How an inquiry came."""

    CALL = "call"
    MISSED_CALL = "missed call"
    EMAIL = "e-mail"
    MESSAGE = "message"
    WEBSITE = "website"
    VISIT = "visit"
    OTHER = "other"


class InquiryState(StrEnum):
    """waiting: nobody has answered. promised: somebody has, and said that more follows. The last three settle it."""

    WAITING = "waiting"
    PROMISED = "promised"
    ANSWERED = "answered"
    PROSPECT = "became a prospect"
    NOT_FOR_US = "not for us"
    SILENCE = "lost to silence"


OPEN = frozenset((InquiryState.WAITING, InquiryState.PROMISED))
"""The owner still owes an answer."""
SETTLED = frozenset((InquiryState.PROSPECT, InquiryState.NOT_FOR_US, InquiryState.SILENCE))
LOST = frozenset((InquiryState.NOT_FOR_US, InquiryState.SILENCE))


@dataclass(frozen=True, slots=True)
class Inquiry:
    """party_id 0 as long as nobody in the book is known to have asked: name, phone or e-mail tell who it is then.

    received, responded: instants (aware), in the local time they happened in, to the minute; midnight when only the day
    is known. responded: the first answer by anybody. answered_by: who gave it, empty for the owner. settled_on: the day
    it became a prospect or was given up. referrer_told: when the referrer heard what became of it.
    source: the key it was imported under, empty for what was typed.
    """

    received: datetime
    channel: InquiryChannel
    party_id: int = 0
    name: str = ""
    phone: str = ""
    email: str = ""
    referred_by: int = 0
    answered_by: str = ""
    asked: str = ""
    promised: str = ""
    promised_by: date | None = None
    responded: datetime | None = None
    state: InquiryState = InquiryState.WAITING
    settled_on: date | None = None
    referrer_told: date | None = None
    source: str = ""
    id: int = 0

    @property
    def on(self) -> date:
        return self.received.date()

    @property
    def timed(self) -> bool:
        """Whether the time of day is known, not the day alone."""
        return self.received.time() != time.min

    @property
    def who(self) -> str:
        """What to call somebody who is not in the book."""
        return self.name or self.phone or self.email


def state_on(inquiry: Inquiry, day: date) -> InquiryState | None:
    """The state at the end of a day; None before it was received."""
    if day < inquiry.on:
        return None
    if inquiry.settled_on and inquiry.settled_on <= day:
        return inquiry.state
    if inquiry.responded is None or inquiry.responded.date() > day:
        return InquiryState.WAITING
    return inquiry.state if inquiry.state not in SETTLED else InquiryState.ANSWERED
