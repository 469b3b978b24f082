"""Calendar files (iCalendar, and vCalendar 1.0 before it) by icalendar, which is imported only when one is read.

Each event is given to it alone with the time zones it names: handed a whole file, it returns nothing of one that is
cut off or in which one event has no end, and it knows no line numbers.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.intake.cards import LONGEST, Broken
from balancer_desktop.domain.intake.components import Component, parts_of
from balancer_desktop.domain.intake.event import Attendee, Event
from balancer_desktop.domain.text import storable

if TYPE_CHECKING:
    from icalendar.cal.component import Component as Read

MOST = 20_000
"""Events in one file."""
_KEPT = ("UID", "RECURRENCE-ID", "DTSTART", "DUE", "SUMMARY", "DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE",
         "CONTACT", "STATUS", "COMPLETED", "RRULE", "RDATE")  # fmt: skip
"""What is read of an event; whatever else may be wrong with it does no harm then."""
_ZONE = re.compile(r"(?:DTSTART|DUE)\b[^:]*;TZID=\"?([^:;\"]+)", re.IGNORECASE)


def read_events(raw: bytes) -> Iterator[Event | Broken]:
    """Every event and task in the file's order; BadInput when it is no calendar, or holds too many."""
    parts = parts_of(raw)
    if not parts.is_calendar:
        raise BadInput("The file holds no calendar.", "Export it again, as iCalendar.")
    if len(parts.components) > MOST:
        raise BadInput(f"The file holds more than {MOST:,} events.", "Export fewer months at a time.")
    for component in parts.components:
        yield _event(component, parts.zones)


def _event(component: Component, zones: dict[str, str]) -> Event | Broken:
    kind = "task" if component.kind == "VTODO" else "event"
    try:
        read = _read(component, zones)
        event = _told(component, read, _start(read))
    except BadInput as wrong:
        return Broken(component.line, wrong.what, wrong.remedy)
    except Exception:  # whatever a library of a thousand rules may trip over in a file that keeps none of them
        what = f"The {kind} of line {component.line} does not say when it is."
        return Broken(component.line, what, "Correct its date in the other program, and export it again.")
    return event


def _start(read: "Read") -> datetime | date | None:
    start = _day_or_instant(read, "DUE") or _day_or_instant(read, "DTSTART")
    if start is None and read.name == "VEVENT":
        raise ValueError("no beginning")
    return start


def _read(component: Component, zones: dict[str, str]) -> "Read":
    from icalendar import Calendar

    kept = [text for text in component.lines if _name(text) in _KEPT]
    named = [zone for name, zone in zones.items() if any(name in text for text in kept)]
    whole = ("BEGIN:VCALENDAR", *named, f"BEGIN:{component.kind}", *kept, f"END:{component.kind}", "END:VCALENDAR")
    calendar = Calendar.from_ical("\r\n".join(whole) + "\r\n")
    return next(part for part in calendar.walk() if part.name == component.kind)


def _name(text: str) -> str:
    return text.partition(":")[0].partition(";")[0].strip().upper()


def _told(component: Component, read: "Read", start: datetime | date | None) -> Event:
    description = _text(read, "DESCRIPTION", lines=True)
    if len(description) > LONGEST:
        raise BadInput(f"The event of line {component.line} is too long.", "Shorten its description.")
    again = _text(read, "RECURRENCE-ID") and str(_day_or_instant(read, "RECURRENCE-ID"))
    uid = _text(read, "UID")
    status = _text(read, "STATUS").upper()
    return Event(
        component.line,
        f"{uid} {again}" if again and uid else uid,
        start,
        _text(read, "SUMMARY"),
        description,
        _text(read, "LOCATION"),
        _people(read),
        component.kind == "VTODO",
        component.cancelled or status == "CANCELLED",
        status == "COMPLETED" or bool(_text(read, "COMPLETED")),
        _remark(component, read, start),
    )


def _remark(component: Component, read: "Read", start: datetime | date | None) -> str:
    if not component.ended:
        return f"The event of line {component.line} has no end; what there is of it was read."
    if _all(read, "RRULE") or _all(read, "RDATE"):
        return "It comes again and again; only the first time was read."
    zone = next((found[1] for text in component.lines if (found := _ZONE.match(text))), "")
    if zone and isinstance(start, datetime) and start.tzinfo is None:
        return f"Its time zone “{zone[:40]}” is not known; the time was taken for yours."
    return ""


def _day_or_instant(read: "Read", name: str) -> datetime | date | None:
    for value in _all(read, name):
        found = getattr(value, "dt", None)
        if isinstance(found, date):  # which a datetime is, too
            return found
        raise ValueError(f"{name} is no date")
    return None


def _text(read: "Read", name: str, *, lines: bool = False) -> str:
    text = storable("\n".join(str(value) for value in _all(read, name)))
    return "\n".join(text.splitlines()).strip() if lines else " ".join(text.split())


def _all(read: "Read", name: str) -> list[Any]:
    found = read.get(name)
    return found if isinstance(found, list) else [] if found is None else [found]


def _people(read: "Read") -> tuple[Attendee, ...]:
    """Who attends but the organizer; the organizer alone where nobody else is named."""
    organizers = [_attendee(value) for value in _all(read, "ORGANIZER")]
    others = [_attendee(value) for value in _all(read, "ATTENDEE")]
    others = [person for person in others if person not in organizers]
    return tuple(person for person in others or organizers if any(person))


def _attendee(value: object) -> Attendee:
    name = " ".join(str(getattr(value, "params", {}).get("CN", "")).split()).strip('"')
    scheme, _, address = str(value).partition(":")
    match scheme.lower():
        case "mailto":
            return Attendee("" if name == address else name, address)
        case "tel":
            return Attendee(name, phone=address)
    return Attendee(name, str(value) if "@" in str(value) else "")
