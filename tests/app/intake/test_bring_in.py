"""Files from whoever answers the phone become inquiries and appointments: shown first, all or nothing, never twice."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from balancer_desktop.app import people
from balancer_desktop.app.book import Book
from balancer_desktop.app.intake import preview as previews
from balancer_desktop.app.intake.bring_in import Brought, bring_in, told
from balancer_desktop.app.intake.preview import IntakePlan, preview
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel, InquiryState
from balancer_desktop.domain.intake.item import ItemKind
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party

CALLS = """Date,Time,Name,Number,What about,Referred by,Promised,By when,Kind
{today},00:01,Jane Roe,+353 87 555 0101,Gutter,Acme,call back,{later},
{today},00:02,,555-0199,Roof,Nobody known,,,missed call
{later},14:30,Bob Byrne,087 555 0177,Measure the attic,,,,
{later},15:30,Bob Byrne,087 555 0177,Sign,,,,appointment
{today},,,,when?,,,,
"""


@pytest.fixture
def days(book: Book) -> dict[str, str]:
    return {"today": book.today().isoformat(), "later": book.today().replace(year=book.today().year + 1).isoformat()}


@pytest.fixture
def calls(tmp_path: Path, days: dict[str, str]) -> Path:
    path = tmp_path / "reception.csv"
    path.write_text(CALLS.format(**days), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def clock(book: Book) -> None:
    """Noon on the book's own day."""
    book.clock = lambda: datetime.combine(book.today(), datetime.min.time()).replace(hour=12).astimezone()


def add(book: Book, name: str, *points: tuple[ContactKind, str]) -> int:
    return people.add(book, Party(name, contacts=tuple(ContactPoint(kind, value) for kind, value in points)))


def test_what_the_preview_says(book: Book, calls: Path) -> None:
    jane = add(book, "J. Roe", (ContactKind.PHONE, "00353 87 5550101"))
    acme = add(book, "Acme")
    plan = preview(book, [calls])
    assert [planned.kind for planned in plan.items] == [
        ItemKind.INQUIRY,
        ItemKind.INQUIRY,
        ItemKind.APPOINTMENT,
        ItemKind.APPOINTMENT,
    ]
    assert (plan.items[0].match.party_id, plan.items[0].match.by, plan.items[0].who) == (jane, "number", "J. Roe")
    assert (plan.items[0].referrer.party_id, plan.items[1].match.party_id, plan.items[1].who) == (acme, 0, "555-0199")
    assert [str(fault) for fault in plan.faults] == [
        "reception.csv, line 6: It does not say who it was. Give a name or a number."
    ]
    assert book.inquiries.all() == []


def test_what_comes_into_the_book(book: Book, calls: Path, days: dict[str, str]) -> None:
    jane, acme = add(book, "J. Roe", (ContactKind.PHONE, "+353 87 5550101")), add(book, "Acme")
    assert bring_in(book, preview(book, [calls])) == Brought(2, 2, 1)
    call, missed = book.inquiries.all()
    assert (call.party_id, call.referred_by, call.asked) == (jane, acme, "Gutter")
    assert (call.state, call.promised, str(call.promised_by)) == (InquiryState.PROMISED, "call back", days["later"])
    assert call.responded == call.received
    assert (missed.party_id, missed.phone, missed.channel) == (0, "555-0199", InquiryChannel.MISSED_CALL)
    assert (missed.state, missed.asked) == (InquiryState.WAITING, "Roof\nReferred by Nobody known")
    measure, sign = book.contacts.all_steps()
    assert (measure.what, measure.due.isoformat()) == ("14:30 · Measure the attic", days["later"])
    bob = book.people.get(measure.party_id)
    assert bob is not None
    assert (bob.name, bob.phones, sign.party_id) == ("Bob Byrne", ("087 555 0177",), bob.id)


def test_undo_takes_it_all_back_and_redo_brings_it_again(book: Book, calls: Path) -> None:
    bring_in(book, preview(book, [calls]))
    assert book.undo() == "Bring in 2 inquiries and 2 appointments from reception.csv"
    assert (book.inquiries.all(), book.contacts.all_steps(), book.people.get_many()) == ([], [], [])
    assert preview(book, [calls]).new == 4
    book.redo()
    assert (len(book.inquiries.all()), len(book.contacts.all_steps())) == (2, 2)
    assert preview(book, [calls]).new == 0


def test_nothing_comes_twice(book: Book, calls: Path, tmp_path: Path) -> None:
    first, stale = preview(book, [calls]), preview(book, [calls])
    bring_in(book, first)
    assert bring_in(book, stale, stale.usual) == Brought()
    again = tmp_path / "again.csv"
    again.write_text(calls.read_text(encoding="utf-8").replace(",", ";").replace("+353 87", "087"), encoding="utf-16")
    plan = preview(book, [again, calls])
    assert [planned.known for planned in plan.items] == ["came in before"] * 8
    assert bring_in(book, plan) == Brought()


def test_the_same_call_of_two_files_is_one(book: Book, calls: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.csv"
    copy.write_bytes(calls.read_bytes())
    plan = preview(book, [calls, copy])
    assert [planned.known for planned in plan.items] == [""] * 4 + ["is further up"] * 4
    assert plan.usual.keys() == {0, 1, 2, 3}


def test_a_call_in_another_format_is_the_same_call(book: Book, tmp_path: Path) -> None:
    day = book.today()
    table, diary = tmp_path / "calls.csv", tmp_path / "calls.ics"
    table.write_text(f"Date,Time,Name,Number,What about\n{day},10:15,Jane,555-0101,Gutter\n", encoding="utf-8")
    diary.write_text(
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:{day:%Y%m%d}T101500\nSUMMARY:Call from Jane 555-0101\n"
        "END:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    bring_in(book, preview(book, [table]))
    assert [planned.known for planned in preview(book, [diary]).items] == ["came in before"]


def test_the_owner_chooses_what_becomes_of_each(book: Book, calls: Path) -> None:
    plan = preview(book, [calls])
    chosen = {0: ItemKind.NOTHING, 1: ItemKind.APPOINTMENT, 2: ItemKind.INQUIRY}
    assert bring_in(book, plan, chosen) == Brought(1, 1, 1)
    (step,), (call,) = book.contacts.all_steps(), book.inquiries.all()
    assert step.what == "00:02 · Roof"
    assert call.received == book.now()  # what is still to come was heard of now
    assert call.asked == f"Measure the attic\nFor {plan.items[2].item.at:%Y-%m-%d} 14:30"
    assert [planned.known for planned in preview(book, [calls]).items] == ["", *["came in before"] * 2, ""]


def test_cards_and_events(book: Book, tmp_path: Path) -> None:
    cards, diary = tmp_path / "callers.vcf", tmp_path / "week.ics"
    cards.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Jane Roe\nTEL:555-0101\nNOTE:Gutter\nEND:VCARD\nBEGIN:VCARD\nNOTE:?\nEND:VCARD\n",
        encoding="utf-8",
    )
    diary.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:21000101T090000\nSUMMARY:Visit Jane Roe 555-0101\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:2\nDTSTART:20000101\nSUMMARY:Lunch\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    plan = preview(book, [cards, diary])
    assert [(fault.path.name, fault.line) for fault in plan.faults] == [("callers.vcf", 7)]
    assert plan.items[2].item.remark == "It is past."
    assert bring_in(book, plan) == Brought(1, 1, 1)
    (call,), (step,) = book.inquiries.all(), book.contacts.all_steps()
    assert (call.party_id, call.name, call.phone) == (step.party_id, "Jane Roe", "555-0101")
    assert (step.due, step.what) == (date(2100, 1, 1), "09:00 · Visit Jane Roe 555-0101")


def test_a_call_of_nobody_in_particular(book: Book, tmp_path: Path) -> None:
    diary = tmp_path / "calls.ics"
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20261119T080000", "SUMMARY:Missed call", "END:VEVENT")
    diary.write_text("\n".join(lines), encoding="utf-8")
    bring_in(book, preview(book, [diary]))
    (call,) = book.inquiries.all()
    assert (call.name, call.asked, call.channel) == ("Unknown caller", "Missed call", InquiryChannel.MISSED_CALL)
    book.undo()
    bring_in(book, preview(book, [diary]), {0: ItemKind.APPOINTMENT})
    assert book.people.names() == {1: "Unknown caller"}


def test_files_that_cannot_be_read_are_named(book: Book, calls: Path, tmp_path: Path) -> None:
    bad = tmp_path / "sales.csv"
    bad.write_text("Invoice,Amount\n1,2\n", encoding="utf-8")
    plan = preview(book, [bad, tmp_path / "gone.ics", calls])
    assert [(fault.path.name, fault.line) for fault in plan.faults] == [
        ("sales.csv", 0),
        ("gone.ics", 0),
        ("reception.csv", 6),
    ]
    assert "has no headings such as Date" in plan.faults[0].what
    assert plan.new == 4


def test_two_with_one_number_are_told_apart_by_name(book: Book, calls: Path) -> None:
    number = (ContactKind.PHONE, "+353 87 555 0101")
    add(book, "Someone else", number)
    jane = add(book, "Jane Roe", number)
    assert preview(book, [calls]).items[0].match.party_id == jane


def test_every_number_of_a_card_tells_who_it_is(book: Book, tmp_path: Path) -> None:
    cards = tmp_path / "jane.vcf"
    cards.write_text(
        "BEGIN:VCARD\nFN:J.\nTEL:555-0101\nTEL:555-0102\nEMAIL:j@roe.example\nEND:VCARD\n", encoding="utf-8"
    )
    plan = preview(book, [cards])
    bring_in(book, plan, {0: ItemKind.APPOINTMENT})
    (party,) = book.people.get_many()
    assert (party.phones, party.emails) == (("555-0101", "555-0102"), ("j@roe.example",))
    book.undo()
    jane = add(book, "Jane Roe", (ContactKind.PHONE, "5550102"))
    match = preview(book, [cards]).items[0].match
    assert (match.party_id, match.by) == (jane, "number")
    bring_in(book, preview(book, [cards]))
    assert book.inquiries.all()[0].asked == "Also: 555-0102"


def test_a_stopped_reading_changes_nothing(book: Book, calls: Path) -> None:
    with pytest.raises(Refused, match="stopped"):
        preview(book, [calls], progress=lambda _count: False)


def test_many_cards_are_an_address_book(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "MANY_CARDS", 2)
    cards = tmp_path / "all.vcf"
    cards.write_text("BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n", encoding="utf-8")
    assert "address book" in preview(book, [cards]).hint
    assert preview(book, []) == IntakePlan()


@pytest.mark.parametrize(
    ("calls", "meetings", "words"),
    [(5, 2, "5 inquiries and 2 appointments"), (1, 0, "1 inquiry"), (0, 1, "1 appointment"), (0, 0, "")],
)
def test_words(calls: int, meetings: int, words: str) -> None:
    assert told(calls, meetings) == words


def diary_of(path: Path, *titles: str) -> Path:
    """A calendar of the year 2100."""
    events = [
        f"BEGIN:VEVENT\nUID:{uid}\nDTSTART:21000101T0{uid}0000\nSUMMARY:{title}\nEND:VEVENT\n"
        for uid, title in enumerate(titles, 1)
    ]
    path.write_text(f"BEGIN:VCALENDAR\n{''.join(events)}END:VCALENDAR\n", encoding="utf-8")
    return path


def test_a_name_within_the_title_of_an_event(book: Book, tmp_path: Path) -> None:
    """The longest of the names in the book that stands among its words; of two alike, nobody's."""
    jonas, _, novak = add(book, "Jonas Cotter"), add(book, "Jonas"), add(book, "Petra Novák")
    add(book, "Twin"), add(book, "Twin")
    titles = ("Visit Jonas Cotter gutters", "petra novak’s attic", "Twin", "Call Jonas Cotterman")
    plan = preview(book, [diary_of(tmp_path / "week.ics", *titles)])
    assert [planned.match.party_id for planned in plan.items][:3] == [jonas, novak, 0]
    assert [planned.item.name for planned in plan.items][:3] == ["Jonas Cotter", "Petra Novák", "Twin"]
    assert plan.items[3].match.name == "Jonas"
    assert bring_in(book, plan) == Brought(0, 3, 0)


def test_an_event_with_nobody_known_is_left_out(book: Book, tmp_path: Path) -> None:
    diary = diary_of(tmp_path / "week.ics", "Team meeting", "Visit Bob Byrne 555-0102")
    plan = preview(book, [diary])
    assert [planned.kind for planned in plan.items] == [ItemKind.NOTHING, ItemKind.APPOINTMENT]
    assert plan.items[0].item.remark == "It is with nobody known."
    assert (plan.doubtful, plan.new) == (1, 2)
    assert bring_in(book, plan) == Brought(0, 1, 1)
    assert list(book.people.names().values()) == ["Bob Byrne"]
    assert bring_in(book, preview(book, [diary]), {0: ItemKind.APPOINTMENT}) == Brought(0, 1, 1)


def test_somebody_at_a_known_company_keeps_the_name(book: Book, tmp_path: Path) -> None:
    acme = add(book, "Acme")
    table = tmp_path / "people.csv"
    table.write_text(
        "first_name,last_name,title,tags,company,phone_work\nJohn,Doe,Boss,vip,Acme,555-0101\n,,,,Acme,\n",
        encoding="utf-8",
    )
    plan = preview(book, [table])
    assert plan.hint == "Not used: title, tags."
    assert [planned.match.party_id for planned in plan.items] == [0, acme]
    bring_in(book, plan)
    assert [(call.name, call.phone, call.asked) for call in book.inquiries.all()] == [
        ("John Doe, Acme", "555-0101", ""),
        ("Acme", "", ""),
    ]


def test_only_whoever_spoke_with_them_has_promised_them(book: Book, tmp_path: Path) -> None:
    day = book.today()
    table = tmp_path / "calls.csv"
    rows = "A,call,\nB,missed call,\nC,missed call,Ann\nD,e-mail,\n"
    table.write_text(
        "Date,Promised,Name,Kind,Answered by\n"
        + "".join(f"{day},call back tomorrow,{row}\n" for row in rows.splitlines()),
        encoding="utf-8",
    )
    bring_in(book, preview(book, [table]))
    told = {call.name: call for call in book.inquiries.all()}
    assert [name for name, call in told.items() if call.responded] == ["A", "C"]
    assert {call.promised_by for call in told.values()} == {day + timedelta(days=1)}
    assert told["B"].state is InquiryState.WAITING


def test_a_row_without_a_readable_day_comes_in_when_the_owner_says_so(book: Book, tmp_path: Path) -> None:
    table = tmp_path / "calls.csv"
    table.write_text("Date,Name,Number,About\nnot a date,Tom Broken,555-0444,roof\n", encoding="utf-8")
    plan = preview(book, [table])
    assert (plan.faults, plan.usual, plan.items[0].who) == ((), {}, "Tom Broken")
    bring_in(book, plan, {0: ItemKind.INQUIRY})
    (call,) = book.inquiries.all()
    assert (call.name, call.phone, call.on) == ("Tom Broken", "555-0444", min(book.today(), date.today()))
    assert preview(book, [table]).new == 0
