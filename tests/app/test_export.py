"""An export holds every row in words other programs understand, runs nothing, and is whole or absent."""

import csv
import stat
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.app import (
    archive,
    archive_folders,
    contacts,
    export,
    inquiries,
    losing,
    money,
    opportunities,
    people,
    reasons,
    winning,
    work,
)
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.export import ExportFailed, export_csv
from balancer_desktop.app.importing.readings import detect
from balancer_desktop.app.importing.sheets import open_sheets
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.importing.fields import Field
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.put_off import Matter, PutOff
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.spreadsheet import guarded, unguarded
from balancer_desktop.domain.standing import Standing

TABLES = ["people", "standings", "sales", "expenses", "work", "contacts", "next_steps", "reasons", "folders",
          "cadences", "put_off", "inquiries", "opportunities", "stage_moves", "parkings", "stages", "loss_reasons",
          "checklists", "settings"]  # fmt: skip
ALWAYS = {"reasons": 14, "settings": 15, "stages": 7, "loss_reasons": 10, "checklists": 5}
"""Lines of what every book has."""


@pytest.fixture
def filled(book: Book) -> Book:
    """Acme with a row in every table, and Zoë, referred by Acme, whose texts look like formulas."""
    points = (
        ContactPoint(ContactKind.PHONE, "+1 555 0101"),
        ContactPoint(ContactKind.PHONE, "555 0202", "mobile"),
        ContactPoint(ContactKind.EMAIL, "a@b.example"),
    )
    acme = Party("Acme", PartyKind.BUSINESS, "Holding", points, ("roof", "net 30"), "1 High St\nTown",
                 customer_since=date(2020, 2, 29), notes='said "no; maybe"', ideal_gap=14)  # fmt: skip
    people.add(book, acme, on=date(2025, 1, 1))
    people.add(book, Party("=Zoë()", tags=("@x",), referred_by=1, notes="\t-1"), Standing.CURRENT, date(2025, 1, 1))
    contacts.plan(book, NextStep(date(2026, 2, 1), 2, "sweep"))
    inner = archive_folders.make(book, ["A/B", "-1"])
    archive.archive(book, [2], 2, date(2026, 1, 1), inner, "+ moved", "ask who is next", date(2026, 3, 1))
    archive.finish_hook(book, 2)
    reasons.retire(book, 13)
    with book.change("What has no verb of its own here"):
        book.reminders.set_tag_gaps("roof", 0, 90)
        book.reminders.put_off_until(PutOff(1, Matter.TOUCH, date(2027, 1, 1)))
    money.record_sale(book, Sale(date(2025, 2, 1), 1, 123456, "roof"))
    money.record_sale(book, Sale(date(2025, 1, 1), 1, -50, "-refund", owed=True))
    money.record_expense(book, Expense(date(2025, 3, 1), 999, Side.WIN_BACK, 2, "@flowers"))
    money.record_expense(book, Expense(date(2025, 3, 2), -100, Side.RUN))
    work.log(book, Work(date(2025, 4, 1), 90, Side.KEEP, 1, "=SUM(A1)"))
    work.log(book, Work(date(2025, 4, 2), 5, Side.RUN))
    contacts.log(book, Contact(date(2025, 5, 1), 1, Channel.CALL, "'twas me", incoming=True, answered=False))
    contacts.plan(book, NextStep(date(2027, 1, 1), 2, "call"))
    contacts.finish(book, contacts.plan(book, NextStep(date(2025, 6, 1), 1, "visit")))
    add_prospects(book)
    return book


def add_prospects(book: Book) -> None:
    """A caller who is in no book, and a roof that Acme, sent by Zoë, asked for, was quoted, left waiting and took."""
    at = datetime(2025, 1, 2, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    inquiries.receive(book, Inquiry(at, InquiryChannel.MISSED_CALL, phone="+49 30 1", asked="=gutter"))
    asked = Inquiry(at, InquiryChannel.CALL, 1, "Jo", "555", "jo@a.example", 2, "Maya", "a roof", "a price", at.date(),
                    at + timedelta(hours=2), InquiryState.PROSPECT, at.date(), date(2025, 2, 3))  # fmt: skip
    inquiries.receive(book, asked)
    roof = opportunities.add(
        book, Opportunity(1, "Roof", date(2025, 1, 2), 123400, 55, "referral", 2, 2, date(2025, 3, 1))
    )
    gate = opportunities.add(book, Opportunity(1, "Gate", date(2025, 6, 1)), stage_id=2)
    opportunities.move(book, roof, 4, date(2025, 1, 10))
    opportunities.park(book, [gate], date(2027, 5, 1))
    losing.lose(book, gate, 9, "-moved", date(2026, 11, 20))
    winning.win(book, roof, on=date(2025, 2, 1), agreed=120000, ends=date(2027, 2, 1), discount=500, checklist="")
    with book.change("What has no verb of its own here"):
        won = book.pipeline.get(roof)
        assert won
        book.pipeline.update(replace(won, sale_id=1, referrer_told=date(2025, 2, 3)))
    contacts.plan(book, NextStep(date(2027, 6, 1), 1, "oil it", opportunity_id=roof, checklist="After care"))


def read(folder: Path, table: str) -> list[list[str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_every_table_is_there_with_every_row(filled: Book, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert export_csv(filled, folder) == [folder / f"{table}.csv" for table in TABLES]
    assert sorted(folder.iterdir()) == sorted(folder / f"{table}.csv" for table in TABLES)
    assert read(folder, "people") == [
        ["Customer ID", "Name", "Person or business", "Company", "Standing", "Customer since", "Referred by",
         "Referrer ID", "Ideal gap (days)", "Longest gap (days)", "Tags", "Address", "Notes",
         "Phone label", "Phone", "Phone label", "Phone", "E-mail"],
        ["1", "Acme", "business", "Holding", "current", "2020-02-29", "", "", "14", "", "roof, net 30",
         "1 High St\nTown", 'said "no; maybe"', "", "'+1 555 0101", "mobile", "555 0202", "a@b.example"],
        ["2", "'=Zoë()", "person", "", "ex", "", "Acme", "1", "", "", "'@x", "", "'-1", "", "", "", "", ""],
    ]  # fmt: skip
    assert read(folder, "standings") == [
        ["Customer ID", "Name", "Date", "Standing", "By first sale", "Reason", "Kind of reason", "Note", "Folder",
         "Hook", "Hook due", "Hook done"],
        ["1", "Acme", "2025-01-01", "prospect", *[""] * 8],
        ["1", "Acme", "2025-02-01", "current", "yes", *[""] * 7],
        ["2", "'=Zoë()", "2025-01-01", "current", *[""] * 8],
        ["2", "'=Zoë()", "2026-01-01", "ex", "", "Moved away", "benign", "'+ moved", "A\\/B/-1",
         "ask who is next", "2026-03-01", "2026-11-20"],
    ]  # fmt: skip
    assert read(folder, "sales") == [
        ["Sale ID", "Customer ID", "Name", "Date", "Amount", "Currency", "Not paid yet", "Memo"],
        ["2", "1", "Acme", "2025-01-01", "-0.50", "EUR", "yes", "'-refund"],
        ["1", "1", "Acme", "2025-02-01", "1234.56", "EUR", "", "roof"],
    ]
    assert read(folder, "expenses") == [
        ["Expense ID", "Customer ID", "Name", "Date", "Amount", "Currency", "Side", "Introductory", "Memo"],
        ["5", "1", "Acme", "2025-02-01", "5.00", "EUR", "gain", "yes", "Introductory offer: Roof"],
        ["3", "2", "'=Zoë()", "2025-03-01", "9.99", "EUR", "win_back", "", "'@flowers"],
        ["4", "", "", "2025-03-02", "-1.00", "EUR", "run", "", ""],
    ]
    assert read(folder, "work") == [
        ["Work ID", "Customer ID", "Name", "Date", "Minutes", "Side", "Note"],
        ["1", "1", "Acme", "2025-04-01", "90", "keep", "'=SUM(A1)"],
        ["2", "", "", "2025-04-02", "5", "run", ""],
    ]
    assert read(folder, "contacts") == [
        ["Contact ID", "Customer ID", "Name", "Date", "Channel", "Direction", "Answered", "Note"],
        ["1", "1", "Acme", "2025-05-01", "call", "in", "no", "''twas me"],
    ]
    assert read(folder, "next_steps") == [
        ["Step ID", "Customer ID", "Name", "Due", "What", "Done on", "Outcome", "Closed by leaving", "Opportunity ID",
         "Checklist"],
        ["3", "1", "Acme", "2025-06-01", "visit", "2026-11-20", "", "", "", ""],
        ["1", "2", "'=Zoë()", "2026-02-01", "sweep", "2026-01-01", "Closed: =Zoë() left (Moved away)", "yes", "", ""],
        ["2", "2", "'=Zoë()", "2027-01-01", "call", "", "", "", "", ""],
        ["4", "1", "Acme", "2027-06-01", "oil it", "", "", "", "1", "After care"],
    ]  # fmt: skip
    assert read(folder, "inquiries") == [
        ["Inquiry ID", "Received at", "How it came", "Customer ID", "Name", "Who asked", "Phone", "E-mail",
         "Referrer ID", "Referred by", "Answered by", "Asked", "Promised", "Promised by", "Answered at", "State",
         "Settled on", "Referrer told"],
        ["1", "2025-01-02T09:30+01:00", "missed call", "", "", "", "'+49 30 1", "", "", "", "", "'=gutter", "", "", "",
         "waiting", "", ""],
        ["2", "2025-01-02T09:30+01:00", "call", "1", "Acme", "Jo", "555", "jo@a.example", "2", "'=Zoë()", "Maya",
         "a roof", "a price", "2025-01-02", "2025-01-02T11:30+01:00", "became a prospect", "2025-01-02",
         "2025-02-03"],
    ]  # fmt: skip
    assert read(folder, "opportunities") == [
        ["Opportunity ID", "Customer ID", "Name", "Title", "Opened", "Value", "Currency", "Probability (per cent)",
         "Source", "Referrer ID", "Referred by", "Inquiry ID", "Expected close", "Stage", "Closed", "Outcome",
         "Reason", "Note", "Agreed value", "Sale ID", "Work ends", "Referrer told"],
        ["1", "1", "Acme", "Roof", "2025-01-02", "1234.00", "EUR", "55", "referral", "2", "'=Zoë()", "2",
         "2025-03-01", "Proposal", "2025-02-01", "won", "", "", "1200.00", "1", "2027-02-01", "2025-02-03"],
        ["2", "1", "Acme", "Gate", "2025-06-01", "0.00", "EUR", "", "", "", "", "", "", "Researched", "2026-11-20",
         "lost", "Other", "'-moved", "", "", "", ""],
    ]  # fmt: skip
    assert read(folder, "stage_moves") == [
        ["Opportunity ID", "Date", "Stage"],
        ["1", "2025-01-02", "Inquiry"],
        ["1", "2025-01-10", "Proposal"],
        ["2", "2025-06-01", "Researched"],
    ]
    assert read(folder, "parkings") == [["Opportunity ID", "Date", "Parked until"], ["2", "2026-11-20", "2027-05-01"]]
    assert read(folder, "stages")[:2] == [
        ["Stage", "Probability (per cent)", "Stale after (days)", "Retired"],
        ["Inquiry", "10", "3", "no"],
    ]
    assert read(folder, "loss_reasons")[-1] == ["Other", "yes", "no"]
    assert read(folder, "checklists")[:2] == [
        ["Checklist", "Step", "Due after (days)"],
        ["Onboarding", "Check their credit", "1"],
    ]
    assert read(folder, "reasons")[:2] == [
        ["Reason", "Kind of reason", "Retired"],
        ["Closed the business", "benign", "no"],
    ]
    assert read(folder, "reasons")[13] == ["Unknown", "unknown", "yes"]
    assert read(folder, "folders") == [["Folder", "People in it"], ["A\\/B", "0"], ["A\\/B/-1", "1"]]
    assert read(folder, "cadences") == [["Tag", "Ideal gap (days)", "Longest gap (days)"], ["roof", "", "90"]]
    assert read(folder, "put_off") == [
        ["Customer ID", "Name", "What is put off", "Until"],
        ["1", "Acme", "touch", "2027-01-01"],
    ]
    assert read(folder, "settings") == [
        ["Setting", "Value"],
        ["Name of the business", ""],
        ["Target share of gaining (per cent)", "20 to 40"],
        ["A customer is new for (days)", "90"],
        ["A sale wins back after a silence of (days)", "365"],
        ["Working week", "mon-fri 08:00-17:00"],
        ["Holidays", "none"],
        ["First answer within (working hours)", "4"],
        ["Country of phone numbers without a code", "as the numbers tell"],
        ["A first sale makes a customer of a prospect", "yes"],
        ["Mark customers as lapsed when they are probably gone", "no"],
        ["Make current again who lapsed or left and buys", "no"],
        ["What an hour of the owner costs (in the smallest unit of the currency)", "0"],
        ["Goal for prospecting (hours a week)", "3"],
        ["Goal for touches (a week)", "5"],
    ]


@pytest.mark.parametrize(
    ("table", "not_read"),
    [("people", set()), ("sales", set()), ("expenses", set()), ("work", set()), ("standings", set()),
     ("contacts", set()), ("next_steps", set()), ("reasons", set()), ("folders", {"People in it"}),
     ("cadences", set()), ("put_off", set()), ("inquiries", set()), ("opportunities", set()), ("stage_moves", set()),
     ("parkings", set()), ("stages", set()), ("loss_reasons", set()), ("checklists", set()), ("settings", set())],
)  # fmt: skip
def test_our_own_importer_knows_the_kind_and_every_heading(
    filled: Book, tmp_path: Path, table: str, not_read: set[str]
) -> None:
    export_csv(filled, tmp_path / "out")
    (reading,) = detect(open_sheets(tmp_path / "out" / f"{table}.csv"))
    left_out = zip(reading.sheet.headings, reading.mapping.fields, strict=True)
    assert reading.mapping.kind == table
    assert {heading for heading, field in left_out if field is Field.LEAVE_OUT} == not_read
    assert reading.assumed == ()


def test_an_empty_book_exports_headings_alone(book: Book, tmp_path: Path) -> None:
    export_csv(book, tmp_path / "out")
    assert all(len(read(tmp_path / "out", table)) == ALWAYS.get(table, 1) for table in TABLES)


@pytest.mark.parametrize(("code", "shown"), [("JPY", "123456"), ("EUR", "1234.56"), ("KWD", "123.456")])
def test_amounts_have_the_decimals_of_the_currency(tmp_path: Path, code: str, shown: str) -> None:
    book = new_book(tmp_path / "book", code, lambda: date(2026, 11, 20))
    people.add(book, Party("Acme"))
    money.record_sale(book, Sale(date(2026, 1, 1), 1, 123456))
    export_csv(book, tmp_path / "out")
    book.close()
    assert read(tmp_path / "out", "sales")[1][4:6] == [shown, code]


def test_the_files_are_private_and_marked_as_utf_8(filled: Book, tmp_path: Path) -> None:
    for file in export_csv(filled, tmp_path / "out"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_nothing_is_overwritten_unasked(filled: Book, tmp_path: Path) -> None:
    (tmp_path / "work.csv").write_text("mine")
    with pytest.raises(ExportFailed, match=r"work\.csv") as refused:
        export_csv(filled, tmp_path)
    assert refused.value.remedy
    assert (tmp_path / "work.csv").read_text() == "mine"
    assert not list(tmp_path.glob("people.csv"))
    export_csv(filled, tmp_path, overwrite=True)
    assert len(read(tmp_path, "work")) == 3


def test_a_folder_is_never_replaced(filled: Book, tmp_path: Path) -> None:
    (tmp_path / "work.csv").mkdir()
    with pytest.raises(ExportFailed, match=r"work\.csv"):
        export_csv(filled, tmp_path, overwrite=True)
    assert not list(tmp_path.glob("people.csv"))


def test_a_disk_that_refuses_leaves_what_was_there(
    filled: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "people.csv").write_text("the last export")
    write, written = export._write, []

    def fail_at_the_third(file: Path, rows: object) -> None:
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        written.append(file)
        write(file, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(export, "_write", fail_at_the_third)
    with pytest.raises(ExportFailed, match="No space left"):
        export_csv(filled, tmp_path / "out", overwrite=True)
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["people.csv"]
    assert (tmp_path / "out" / "people.csv").read_text() == "the last export"


def test_a_place_that_is_no_folder_is_refused_in_words(filled: Book, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ExportFailed, match="could not be written"):
        export_csv(filled, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file"


def test_exporting_changes_nothing(filled: Book, tmp_path: Path) -> None:
    before = (filled.folder / "book.db").read_bytes()
    export_csv(filled, tmp_path / "out")
    assert (filled.folder / "book.db").read_bytes() == before


@given(st.text() | st.text("=+-@\t\r'", max_size=4))
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert guarded(text)[:1] not in tuple("=+-@\t\r")
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "plain", "'t Hooft", "1'", "a=b"])
def test_texts_of_other_programs_are_left_alone(text: str) -> None:
    assert unguarded(text) == text
