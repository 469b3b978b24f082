"""Events and tasks of calendar files are read with their zones; a broken one is named and the rest offered."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.app.intake.calendars import read_events
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.intake.cards import Broken
from balancer_desktop.domain.intake.event import Attendee, Event

ZONE = """BEGIN:VTIMEZONE
TZID:Workshop
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*parts: str, version: str = "2.0") -> bytes:
    lines = ["BEGIN:VCALENDAR", f"VERSION:{version}", *"\n".join(parts).splitlines(), "END:VCALENDAR", ""]
    return "\r\n".join(lines).encode()


def event(*lines: str, kind: str = "VEVENT") -> str:
    return "\n".join((f"BEGIN:{kind}", *lines, f"END:{kind}"))


def only(raw: bytes) -> Event:
    (found,) = read_events(raw)
    assert isinstance(found, Event)
    return found


def test_a_whole_event() -> None:
    found = only(
        calendar(
            event(
                "UID:1@acme",
                "DTSTART;TZID=Europe/Dublin:20260324T143000",
                "SUMMARY:Call Jane Roe\\, 555-0101: gut",
                " ter",
                "DESCRIPTION:Two storeys\\nno hurry",
                "LOCATION:1 High Street",
                "ORGANIZER;CN=Reception:mailto:desk@acme.example",
                'ATTENDEE;CN="Roe, Jane";ROLE=REQ-PARTICIPANT:mailto:jane@roe.example',
                "ATTENDEE;CN=Reception:mailto:desk@acme.example",
                "ATTENDEE:tel:+353-87-5550101",
                "BEGIN:VALARM",
                "DESCRIPTION:not this one",
                "TRIGGER:-PT15M",
                "END:VALARM",
            )
        )
    )
    assert isinstance(found.start, datetime)
    assert (found.start.replace(tzinfo=None), found.start.utcoffset()) == (datetime(2026, 3, 24, 14, 30), timedelta(0))
    assert (found.line, found.uid) == (3, "1@acme")
    assert found.summary == "Call Jane Roe, 555-0101: gutter"
    assert (found.description, found.location) == ("Two storeys\nno hurry", "1 High Street")
    assert found.people == (Attendee("Roe, Jane", "jane@roe.example"), Attendee("", "", "+353-87-5550101"))
    assert (found.is_task, found.is_cancelled, found.is_done, found.remark) == (False, False, False, "")


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART:20260724T143000Z", datetime(2026, 7, 24, 14, 30, tzinfo=UTC)),
        ("DTSTART;TZID=Europe/Berlin:20260724T143000", datetime(2026, 7, 24, 12, 30, tzinfo=UTC)),
        ("DTSTART;TZID=W. Europe Standard Time:20260724T143000", datetime(2026, 7, 24, 12, 30, tzinfo=UTC)),
        ("DTSTART;TZID=Workshop:20260724T143000", datetime(2026, 7, 24, 12, 30, tzinfo=UTC)),
        ("DTSTART;TZID=Workshop:20260124T143000", datetime(2026, 1, 24, 13, 30, tzinfo=UTC)),
    ],
)
def test_instants(start: str, expected: datetime) -> None:
    assert only(calendar(event(start, "SUMMARY:x"), ZONE)).start == expected


def test_days_and_times_of_no_zone() -> None:
    assert only(calendar(event("DTSTART;VALUE=DATE:20260724"))).start == date(2026, 7, 24)
    assert only(calendar(event("DTSTART:20260724T143000"))).start == datetime(2026, 7, 24, 14, 30)
    nowhere = only(calendar(event("DTSTART;TZID=Nowhere/Land:20260724T143000")))
    assert nowhere.start == datetime(2026, 7, 24, 14, 30)
    assert nowhere.remark == "Its time zone “Nowhere/Land” is not known; the time was taken for yours."


def test_what_is_over_and_what_comes_again() -> None:
    start = "DTSTART:20260724T143000Z"
    assert only(calendar(event(start, "STATUS:CANCELLED"))).is_cancelled
    called_off = calendar("METHOD:CANCEL", event(start))
    assert only(called_off).is_cancelled
    both = [found for found in read_events(called_off + calendar(event(start))) if isinstance(found, Event)]
    assert [found.is_cancelled for found in both] == [True, False]
    assert "again and again" in only(calendar(event(start, "RRULE:FREQ=WEEKLY"))).remark
    moved = only(calendar(event(start, "UID:7", "RECURRENCE-ID:20260723T143000Z")))
    assert moved.uid == "7 2026-07-23 14:30:00+00:00"


def test_tasks() -> None:
    due = only(calendar(event("UID:1", "DUE;VALUE=DATE:20260724", "SUMMARY:Call back", kind="VTODO")))
    assert (due.is_task, due.start, due.is_done) == (True, date(2026, 7, 24), False)
    assert only(calendar(event("SUMMARY:Call back", kind="VTODO"))).start is None
    assert only(calendar(event("SUMMARY:x", "COMPLETED:20260724T143000Z", kind="VTODO"))).is_done


def test_the_calendar_before_icalendar() -> None:
    line = "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg=0D=0A=\nruft an"
    assert only(calendar(event("DTSTART:20260724T143000Z", line), version="1.0")).summary == "Jörg ruft an"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_encodings(encoding: str) -> None:
    raw = calendar(event("DTSTART:20260724", "SUMMARY:Jörg")).decode().encode(encoding)
    assert only(raw).summary == "Jörg"


def test_a_broken_event_is_named_and_the_rest_offered() -> None:
    good = event("UID:2", "DTSTART:20260724T143000Z", "SUMMARY:good")
    for bad in (event("DTSTART:2026-99-99"), event("SUMMARY:when?"), event("DTSTART:", "SUMMARY:x")):
        broken, kept = read_events(calendar(bad, good))
        assert isinstance(broken, Broken)
        assert (broken.line, broken.what) == (3, "The event of line 3 does not say when it is.")
        assert isinstance(kept, Event)
        assert kept.summary == "good"


def test_harmless_faults_harm_nothing() -> None:
    found = only(calendar(event("DTSTART:20260724", "no property", "RRULE:FREQ=NOPE", "DTEND:xx", "X-A;;=:1")))
    assert found.start == date(2026, 7, 24)


def test_what_is_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = calendar(event("DTSTART:20260724", "SUMMARY:one"), event("DTSTART:20260725", "SUMMARY:two"))
    one, two = read_events(whole[: whole.index(b"two") + 2])
    assert isinstance(one, Event)
    assert isinstance(two, Event)
    assert (one.summary, one.remark, two.summary) == ("one", "", "tw")
    assert two.remark == "The event of line 7 has no end; what there is of it was read."
    no_end = whole.replace(b"END:VEVENT\r\n", b"", 1)
    assert [found.line for found in read_events(no_end)] == [3, 6]


def test_two_calendars_in_one_file() -> None:
    assert len(list(read_events(calendar(event("DTSTART:20260724")) * 2))) == 2


@pytest.mark.parametrize("raw", [b"", b"BEGIN:VCARD\nFN:Ann\nEND:VCARD\n", b"a,b\n1,2\n"])
def test_a_file_that_is_no_calendar(raw: bytes) -> None:
    with pytest.raises(BadInput, match="no calendar"):
        list(read_events(raw))


WHOLE = calendar(ZONE, event("UID:1", "DTSTART;TZID=Workshop:20260724T143000", "ATTENDEE;CN=Ann:mailto:a@b", "RRULE:x"))
BITS = (b"\r\n", b":", b";", b'"', b"=", b"\\", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"\0", b"99999999999999999999")


@given(st.integers(0, 2**32))
def test_a_damaged_file_raises_nothing_but_bad_input(seed: int) -> None:
    dice = random.Random(seed)
    raw = bytearray(WHOLE)
    for _ in range(dice.randint(1, 8)):
        place = dice.randrange(len(raw))
        if dice.random() < 0.3:
            del raw[place : place + dice.randint(1, 20)]
        else:
            raw[place:place] = dice.choice(BITS)
    try:
        found = list(read_events(bytes(raw)))
    except BadInput:
        return
    assert all(isinstance(part, Event | Broken) for part in found)
