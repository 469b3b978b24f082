"""An event or task of a calendar as an item: what is to come is an appointment, a call of the past an inquiry."""

import re
from collections.abc import Callable
from datetime import datetime, time
from typing import NamedTuple

from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.intake.event import Attendee, Event
from balancer_desktop.domain.intake.item import Item, ItemKind, key_of, moment
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.quick_entry.phones import phone_at

Local = Callable[[datetime], datetime]
"""An instant in the owner's zone; one without a zone is of that zone already."""

_MISSED = "missed call|verpasster anruf|entgangener anruf|appel manqué|appel en absence|llamada perdida"
_CALLS = (
    f"{_MISSED}|phone call|call back|callback|calls?|called|phoned?|rang|telephone|anruf|rückruf|telefonat|"
    "rappeler|rappel|appel|llamada|llamar"
)
_MEETINGS = (
    "appointment|meeting|meet|visit|site visit|see|termin|besuche?|treffen|rendez-vous|visite|rencontrer|réunion|cita|"
    "visita|reunión"
)
_CALL = re.compile(rf"\b(?:{_CALLS})\b", re.IGNORECASE)
_IS_MISSED = re.compile(rf"\b(?:{_MISSED})\b", re.IGNORECASE)
_LEAD = re.compile(
    rf"\s*(?:(?:{_CALLS}|{_MEETINGS})\b[\s:,–-]*)+(?:(?:from|with|to|by|for|at|mit|von|bei|avec|de|con|a)\b\s*)?",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+[-–—]\s+|[:;,(]|\s+(?:re|about|regarding|because|wegen|concernant|sobre)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[^@\s<>(),;:]+@[^@\s<>(),;:]+\.[^@\s<>(),;:.]+")


class Caller(NamedTuple):
    name: str = ""
    phone: str = ""
    email: str = ""


def item_of_event(event: Event, now: datetime, local: Local) -> Item:
    """now: the instant, in the owner's zone."""
    at = _at(event, local)
    caller = _caller(event)
    kind, why = _kind(event, at, now, caller)
    about = "\n".join(part for part in (event.summary, event.location, event.description) if part)
    missed = _IS_MISSED.search(event.summary)
    return Item(
        kind,
        at,
        event.line,
        _key(event, at),
        caller.name,
        "",
        caller.phone,
        caller.email,
        about,
        InquiryChannel.MISSED_CALL if missed else InquiryChannel.CALL,
        remark=why or event.remark,
        title=event.summary,
    )


def read_caller(text: str) -> Caller:
    """`Missed call from Jane Roe, 555-0101: gutter` → Jane Roe and 555-0101."""
    phone = phone_in(text)
    email = next(iter(_ADDRESS.findall(text)), "")
    rest = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    for value in (phone, email):
        rest = rest.replace(value, ",") if value else rest
    name = next((part.strip() for part in _AFTER.split(rest) if part and part.strip()), "")
    return Caller(name, phone, email)


def phone_in(text: str) -> str:
    """The first phone number among the words, as written; empty when there is none."""
    words = text.split()
    for place in range(len(words)):
        bare = [word.strip(",;:") for word in words[place:]]
        length = phone_at([word.removeprefix("tel:") for word in bare])
        if length:
            return " ".join(bare[:length])
    return ""


def _at(event: Event, local: Local) -> datetime | None:
    start = event.start
    if start is None:
        return None
    return local(start if isinstance(start, datetime) else datetime.combine(start, time.min)).replace(second=0)


def _caller(event: Event) -> Caller:
    """Who attends, else whom the title names; a number may stand anywhere."""
    told = read_caller(event.summary)
    person = event.people[0] if event.people else Attendee()
    phone = person.phone or told.phone or phone_in(event.description) or phone_in(event.location)
    email = person.email or told.email or next(iter(_ADDRESS.findall(event.description)), "")
    return Caller(person.name or told.name, phone, email)


def _kind(event: Event, at: datetime | None, now: datetime, caller: Caller) -> tuple[ItemKind, str]:
    if event.is_cancelled:
        return ItemKind.NOTHING, "It was cancelled."
    if event.is_done:
        return ItemKind.NOTHING, "It is done."
    if event.is_task or at is None or at > now:
        return ItemKind.APPOINTMENT, ""
    if _CALL.search(event.summary) or caller.phone:
        return ItemKind.INQUIRY, ""
    if at.date() == now.date():
        return ItemKind.APPOINTMENT, ""
    return ItemKind.NOTHING, "It is past."


def _key(event: Event, at: datetime | None) -> str:
    if event.uid:
        return key_of("event", event.uid)
    return key_of("event", moment(at), folded(event.summary), *(folded(part) for who in event.people for part in who))
