"""Cards, events and rows become items: what kind, when, who, and a key that stays the same."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.intake.call_columns import TEMPLATE, Heading, columns_of, further, unused
from balancer_desktop.domain.intake.call_rows import CallRows, read_clock
from balancer_desktop.domain.intake.card_items import item_of_card
from balancer_desktop.domain.intake.cards import Card, Labelled
from balancer_desktop.domain.intake.event import Attendee, Event
from balancer_desktop.domain.intake.event_items import Caller, item_of_event, read_caller
from balancer_desktop.domain.intake.item import Item, ItemKind, call_identity
from balancer_desktop.domain.intake.promised import promised_day
from balancer_desktop.domain.intake.steps import step_text

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=ZONE)


def local(at: datetime) -> datetime:
    return at.astimezone(ZONE) if at.tzinfo else at.replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("title", "caller"),
    [
        ("Missed call from Jane Roe, 555-0101: gutter", Caller("Jane Roe", "555-0101")),
        ("Call Jane Roe about the gutter", Caller("Jane Roe")),
        ("Jane Roe - gutter +353 87 555 0101", Caller("Jane Roe", "+353 87 555 0101")),
        ("Appointment with Jane Roe (roof)", Caller("Jane Roe")),
        ("Meet Jane Roe: roof", Caller("Jane Roe")),
        ("Meeting with Jane Roe", Caller("Jane Roe")),
        ("Site visit at Jane Roe", Caller("Jane Roe")),
        ("Anruf von Jörg Müller wegen Dach", Caller("Jörg Müller")),
        ("555-0101", Caller("", "555-0101")),
        ("jane@roe.example: roof", Caller("roof", "", "jane@roe.example")),
        ("Missed call", Caller()),
        ("", Caller()),
    ],
)
def test_who_a_title_names(title: str, caller: Caller) -> None:
    assert read_caller(title) == caller


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (Event(1, start=datetime(2026, 11, 24, 10, 59, tzinfo=UTC), summary="Call from Jane"), ItemKind.INQUIRY),
        (Event(1, start=datetime(2026, 11, 24, 11, 1, tzinfo=UTC), summary="Call from Jane"), ItemKind.APPOINTMENT),
        (Event(1, start=datetime(2026, 11, 20, 9, 0), summary="Jane, 555-0101"), ItemKind.INQUIRY),
        (Event(1, start=datetime(2026, 11, 20, 9, 0), summary="Lunch"), ItemKind.NOTHING),
        (Event(1, start=date(2026, 11, 24), summary="Lunch"), ItemKind.APPOINTMENT),
        (Event(1, start=date(2026, 11, 25), summary="Call Jane", is_cancelled=True), ItemKind.NOTHING),
        (Event(1, summary="Call Jane", is_task=True), ItemKind.APPOINTMENT),
        (Event(1, start=date(2026, 11, 1), summary="Call Jane", is_task=True), ItemKind.APPOINTMENT),
        (Event(1, summary="Call Jane", is_task=True, is_done=True), ItemKind.NOTHING),
    ],
)
def test_what_an_event_is(event: Event, kind: ItemKind) -> None:
    item = item_of_event(event, NOW, local)
    assert item.kind is kind
    assert bool(item.remark) == (kind is ItemKind.NOTHING)


def test_an_event_in_full() -> None:
    who = (Attendee("Jane Roe", "jane@roe.example"),)
    event = Event(7, "u1", datetime(2026, 11, 23, 9, 30, tzinfo=UTC), "Missed call", "ring 087 555 0101", "Attic", who)
    item = item_of_event(event, NOW, local)
    assert item.at == datetime(2026, 11, 23, 10, 30, tzinfo=ZONE)
    assert (item.name, item.phone, item.email) == ("Jane Roe", "087 555 0101", "jane@roe.example")
    assert (item.about, item.channel) == ("Missed call\nAttic\nring 087 555 0101", InquiryChannel.MISSED_CALL)
    moved = item_of_event(Event(1, "u1", datetime(2026, 12, 1, 9, 0), "Other words"), NOW, local)
    assert (moved.key, item.line) == (item.key, 7)


def test_keys_of_events_without_one_of_their_own() -> None:
    start = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    one, same, other = (
        item_of_event(Event(1, start=at, summary=text), NOW, local)
        for at, text in ((start, "Visit Jane"), (start.astimezone(ZONE), "visit  JANE"), (start, "Visit Bob"))
    )
    assert one.key == same.key != other.key


def test_a_card_as_an_inquiry() -> None:
    filed = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)
    card = Card(3, "Jane Roe", "Roe Ltd", phones=(Labelled("087 5550101"),), notes="Gutter leaks")
    item = item_of_card(card, filed)
    assert (item.kind, item.name, item.company, item.phone) == (ItemKind.INQUIRY, "Jane Roe", "Roe Ltd", "087 5550101")
    assert (item.at, item.about, item.line) == (datetime(2026, 11, 24, tzinfo=ZONE), "Gutter leaks", 3)
    written = Card(1, "Jane Roe", revised=datetime(2026, 11, 23, 14, 5, 9, tzinfo=UTC))
    assert item_of_card(written, filed).at == datetime(2026, 11, 23, 15, 5, tzinfo=ZONE)
    old = Card(1, "Jane Roe", revised=datetime(2012, 1, 1, tzinfo=UTC))
    assert item_of_card(old, filed).at == datetime(2026, 11, 24, tzinfo=ZONE)


def test_keys_of_cards() -> None:
    filed = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)

    def key(card: Card, days: int = 0) -> str:
        return item_of_card(card, filed + timedelta(days=days)).key

    one = Card(1, "Jane Roe", phones=(Labelled("+353 87 5550101", "work"),), notes="Gutter")
    assert key(one) == key(Card(9, "jane roe", phones=(Labelled("087 555 0101"),), notes="gutter "), days=5)
    assert key(one) != key(Card(1, "Jane Roe", phones=(Labelled("+353 87 5550101"),), notes="Roof"))
    assert key(Card(1, "Jane", uid="u")) == key(Card(1, "Jane Roe", uid="u", phones=(Labelled("1"),)))
    assert key(Card(1, "Jane", uid="u")) != key(Card(1, "Jane", uid="u", notes="Roof now"))


def rows(*headings: str) -> CallRows:
    order = DateOrder.DAY_FIRST
    return CallRows(columns_of(headings), order, datetime(2026, 11, 23, 17, 0, tzinfo=ZONE), NOW, local)


def item(reader: CallRows, *cells: str) -> Item:
    row: Row = list(cells)
    return reader.item(2, row)


def test_a_row_of_the_template() -> None:
    reader = rows(*TEMPLATE)
    cells = ("24.11.2026", "9:15", "Jane Roe", "087 555 0101", "Gutter", "Acme", "call back", "25.11.2026", "")
    found = item(reader, *cells)
    assert (found.kind, found.at) == (ItemKind.INQUIRY, datetime(2026, 11, 24, 9, 15, tzinfo=ZONE))
    assert (found.name, found.phone, found.about, found.referred_by) == ("Jane Roe", "087 555 0101", "Gutter", "Acme")
    assert (found.promised, found.deadline, found.remark) == ("call back", date(2026, 11, 25), "")
    again = item(reader, "2026-11-24", "09:15", "JANE ROE", "(087) 555-0101", "gutter", "", "", "", "call")
    assert again.key == found.key
    assert columns_of(TEMPLATE) == {heading: place for place, heading in enumerate(TEMPLATE)}


@pytest.mark.parametrize(
    ("kind", "day", "expected", "channel"),
    [
        ("", "24.11.2026", ItemKind.INQUIRY, InquiryChannel.CALL),
        ("", "25.11.2026", ItemKind.APPOINTMENT, InquiryChannel.CALL),
        ("Appointment", "20.11.2026", ItemKind.APPOINTMENT, InquiryChannel.CALL),
        ("Termin", "25.11.2026", ItemKind.APPOINTMENT, InquiryChannel.CALL),
        ("missed call", "24.11.2026", ItemKind.INQUIRY, InquiryChannel.MISSED_CALL),
        ("E-Mail", "24.11.2026", ItemKind.INQUIRY, InquiryChannel.EMAIL),
        ("smoke signal", "24.11.2026", ItemKind.INQUIRY, InquiryChannel.OTHER),
    ],
)
def test_kinds_of_rows(kind: str, day: str, expected: ItemKind, channel: InquiryChannel) -> None:
    found = item(rows("Date", "Name", "Kind"), day, "Jane", kind)
    assert (found.kind, found.channel) == (expected, channel)


def test_a_number_of_the_row_makes_it_the_same_row() -> None:
    """Also on another day; a column that counts the rows of each file anew (No.) says nothing."""
    numbered, counted = rows("ID", "Date", "Name"), rows("No.", "Date", "Name")
    assert item(numbered, "7", "24.11.2026", "Jane").key == item(numbered, "7", "26.11.2026", "Jane").key
    assert item(numbered, "7", "24.11.2026", "Jane").key != item(numbered, "8", "24.11.2026", "Jane").key
    assert item(counted, "1", "24.11.2026", "Jane").key != item(counted, "1", "26.11.2026", "Jane").key


def test_headings_of_others() -> None:
    german = rows("Datum", "Uhrzeit", "Anrufer", "Rückrufnummer", "Worum geht es", "Anliegen", "Bis wann")
    found = item(german, "23.11.26", "14.30 Uhr", "Jörg", "030 1234567", "?", "Dach", "bald")
    assert (found.at, found.about) == (datetime(2026, 11, 23, 14, 30, tzinfo=ZONE), "Dach")
    assert (found.promised, found.deadline) == ("(by bald)", None)
    split = rows("First Name", "Last Name", "Received at")
    assert item(split, "Jane", "Roe", "2026-11-23 08:05").name == "Jane Roe"
    assert item(split, "Jane", "Roe", "2026-11-23 08:05").at == datetime(2026, 11, 23, 8, 5, tzinfo=ZONE)


def test_a_row_without_a_date_has_that_of_its_file() -> None:
    found = item(rows("Date", "Name"), "", "Jane")
    assert found.at == datetime(2026, 11, 23, tzinfo=ZONE)
    assert found.remark


def test_a_row_of_nobody_cannot_be_read() -> None:
    with pytest.raises(BadInput, match="who"):
        item(rows("Date", "Name"), "24.11.2026", "")


@pytest.mark.parametrize(("day", "what"), [("31.2.2026", "calendar"), ("soon", "not a date")])
def test_a_row_whose_day_cannot_be_read_is_in_doubt(day: str, what: str) -> None:
    """What else it says is kept, with the day of the file; the same row in a file of another day stays the same."""
    found = item(rows("Date", "Name"), day, "Jane")
    assert (found.kind, found.name, found.at) == (ItemKind.INQUIRY, "Jane", datetime(2026, 11, 23, tzinfo=ZONE))
    assert found.doubtful
    assert what in found.remark
    later = replace(rows("Date", "Name"), filed=datetime(2026, 11, 24, 9, 0, tzinfo=ZONE))
    assert item(later, day, "Jane").key == found.key != item(later, "never", "Jane").key


def test_a_row_whose_hour_cannot_be_read_keeps_its_day() -> None:
    found = item(rows("Date", "Time", "Name"), "23.11.2026", "at noon", "Jane")
    assert (found.at, found.doubtful) == (datetime(2026, 11, 23, tzinfo=ZONE), False)
    assert found.remark == "“at noon” is not a time of day. Only the day was taken."


CONTACTS = ("first_name", "last_name", "gender", "title", "company",
            "email_work", "email_home", "phone_work", "phone_home", "phone_fax")  # fmt: skip


def test_a_row_of_an_address_book() -> None:
    """As the contacts of a customer-relations program are exported: every number and address, no post as what asked."""
    reader = replace(rows(*CONTACTS), more=further(CONTACTS))
    cells = ("John", "Doe", "male", "Sales Executive", "Acme", "", "j@doe.example", "659-980-2015", "740.645.3807", "1")
    found = item(reader, *cells)
    assert (found.name, found.company, found.about) == ("John Doe", "Acme", "")
    assert (found.phone, found.email, found.more) == ("659-980-2015", "j@doe.example", ("740.645.3807",))
    assert unused(CONTACTS) == ("gender", "title", "phone_fax")
    assert Heading.ABOUT in columns_of(("Title", "Start", "Attendee"))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("call back Tuesday", date(2026, 11, 24)),
        ("call back tue.", date(2026, 11, 24)),
        ("to send a quote by Friday, without fail", date(2026, 11, 27)),
        ("tomorrow (morning)", date(2026, 11, 24)),
        ("on monday", date(2026, 11, 30)),
        ("today", date(2026, 11, 23)),
        ("2026-12-01", date(2026, 12, 1)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("as said yesterday", None),
        ("as said yesterday: friday", date(2026, 11, 27)),
        ("31 feb", None),
        ("half of 3/4", None),
        ("call back", None),
        ("", None),
    ],
)
def test_the_day_of_a_promise(words: str, day: date | None) -> None:
    """Received on a Monday; never before that."""
    assert promised_day(words, date(2026, 11, 23), DateOrder.DAY_FIRST) == day


def test_the_day_a_row_promises() -> None:
    reader = rows("Date", "Name", "Promised", "By when")
    assert item(reader, "23.11.2026", "Jane", "call back Tuesday", "").deadline == date(2026, 11, 24)
    assert item(reader, "23.11.2026", "Jane", "call back Tuesday", "27.11.2026").deadline == date(2026, 11, 27)
    told = item(reader, "23.11.2026", "Jane", "call back", "Friday")
    assert (told.promised, told.deadline) == ("call back", date(2026, 11, 27))


def test_cells_like_formulas_are_text() -> None:
    found = item(rows(Heading.DATE, Heading.NAME, Heading.ABOUT), "24.11.2026", "'=1+1", "=HYPERLINK(0)")
    assert (found.name, found.about) == ("=1+1", "=HYPERLINK(0)")


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14:30", time(14, 30)),
        ("2:30 pm", time(14, 30)),
        ("12:05 a.m.", time(0, 5)),
        ("14.30 Uhr", time(14, 30)),
        ("14h30", time(14, 30)),
        ("0905", time(9, 5)),
        ("9", time(9)),
        ("9h", time(9)),
        ("14:30:59", time(14, 30)),
    ],
)
def test_clocks(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize("text", ["25:00", "noon", "12:61", "2460", "14305"])
def test_no_clocks(text: str) -> None:
    with pytest.raises(BadInput):
        read_clock(text)


def test_one_call_in_two_formats() -> None:
    at = datetime(2026, 11, 23, 14, 30, tzinfo=ZONE)
    assert call_identity(at, "+353 87 5550101", "", "Jane", "x") == call_identity(
        at.astimezone(UTC), "087-555-0101", "", "Mrs Roe", "y"
    )
    day = datetime(2026, 11, 23, tzinfo=ZONE)
    assert call_identity(day, "", "", "Jane", "roof") != call_identity(day, "", "", "Jane", "gutter")


def test_how_an_appointment_reads() -> None:
    at = datetime(2026, 11, 30, 14, 30, tzinfo=ZONE)
    assert step_text(Item(ItemKind.APPOINTMENT, at, 1, "", about="Measure\n the  roof")) == "14:30 · Measure · the roof"
    day = at.replace(hour=0, minute=0)
    promised = Item(ItemKind.APPOINTMENT, day, 1, "", promised="bring samples")
    assert step_text(promised) == "Appointment · promised: bring samples"
    assert len(step_text(Item(ItemKind.APPOINTMENT, at, 1, "", about="x" * 900))) == 300
