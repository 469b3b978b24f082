"""One thing that somebody noted for the owner: a call to answer, or an appointment to keep."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from hashlib import blake2b

from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.quick_entry.phones import split


class ItemKind(StrEnum):
    """What becomes of an item in the book."""

    INQUIRY = "inquiry"
    APPOINTMENT = "appointment"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Item:
    """kind: what it most likely is. at: when it came in, or is to be; midnight when only the day is known, None when
    not even that. about: what was asked, or what is to be done. deadline: by when something was promised, as a day.
    key: the same for the same thing in whatever file it comes. line: where it stands in its file.
    remark: what is doubtful about it, or why it is left out, a sentence or empty. more: further numbers and addresses.
    title: words among which a name may stand; the name is then no more than a guess at it. doubtful: so much in doubt
    that it is left out unless the owner says otherwise.
    """

    kind: ItemKind
    at: datetime | None
    line: int
    key: str
    name: str = ""
    company: str = ""
    phone: str = ""
    email: str = ""
    about: str = ""
    channel: InquiryChannel = InquiryChannel.CALL
    referred_by: str = ""
    answered_by: str = ""
    promised: str = ""
    deadline: date | None = None
    remark: str = ""
    more: tuple[str, ...] = ()
    title: str = ""
    doubtful: bool = False

    @property
    def who(self) -> str:
        return self.name or self.company or self.phone or self.email

    @property
    def timed(self) -> bool:
        return self.at is not None and self.at.time() != time.min


def key_of(sort: str, *parts: str) -> str:
    """`event⇥0a1b…`: what sort of thing it is, and 24 hex digits of what makes it this one."""
    text = "\x1f".join((sort, *parts))
    return f"{sort}\t{blake2b(text.encode(), digest_size=12).hexdigest()}"


def told_by(phone: str, email: str, name: str) -> str:
    """By what somebody is told from others: the end of the number, else the address, else the name."""
    return split(phone).digits[-7:] or folded(email) or folded(name)


def moment(at: datetime | None) -> str:
    """An instant as text that is the same in every zone; a day as that day."""
    if at is None:
        return ""
    return at.date().isoformat() if at.time() == time.min else at.astimezone(UTC).isoformat(timespec="minutes")


def call_identity(at: datetime, phone: str, email: str, name: str, about: str) -> tuple[str, ...]:
    """What two notes of one call share, in whatever formats they come; with its words where the time is not known."""
    words = () if at.time() != time.min else (folded(about),)
    return (moment(at), told_by(phone, email, name), *words)
