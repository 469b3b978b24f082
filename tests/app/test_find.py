"""Anything is found: people of every standing by all that is known of them, entries by their words."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from balancer_desktop.app import contacts, inquiries, money, opportunities, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.documents import copy_in
from balancer_desktop.app.find import find, find_people
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.hit import HitKind
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

DAY = date(2026, 11, 2)


@pytest.fixture
def muller(book: Book) -> int:
    party = Party(
        "Jürgen Müller",
        company="Dach & Söhne",
        contacts=(
            ContactPoint(ContactKind.PHONE, "089/12 34-567"),
            ContactPoint(ContactKind.EMAIL, "jm@example.org"),
        ),
        tags=("roofer",),
        notes="has a grumpy dog",
    )
    return people.add(book, party, Standing.CURRENT, date(2025, 1, 1))


@pytest.mark.parametrize(
    "text", ["jurgen", "MÜLLER", "mul jür", "dach", "0891234567", "12 34", "12345", "jm@ex", "roofer", "müller 089"]
)
def test_a_person_is_found_by_all_that_is_known(book: Book, muller: int, text: str) -> None:
    people.add(book, Party("Somebody else"), Standing.CURRENT, date(2025, 1, 1))
    assert [(hit.kind, hit.party_id) for hit in find(book, text)] == [(HitKind.PERSON, muller)]


def test_what_the_name_does_not_say_is_told_beside_it(book: Book, muller: int) -> None:
    assert find(book, "jurgen")[0].detail == "Dach & Söhne"
    assert find(book, "roofer")[0].detail == "Dach & Söhne · roofer"
    assert find(book, "1234567")[0].detail == "Dach & Söhne · 089/12 34-567"


def test_people_who_left_are_found_too_and_marked(book: Book, muller: int) -> None:
    people.set_standing(book, [muller], Standing.EX, DAY, book.people.reasons()[0].id)
    assert find(book, "muller")[0].standing is Standing.EX


def test_the_likeliest_name_comes_first(book: Book) -> None:
    for name, standing in (
        ("Xaver Annabel", Standing.CURRENT),
        ("Johanna", Standing.CURRENT),
        ("Anna Z", Standing.PROSPECT),
        ("Anna B", Standing.EX),
        ("Anna C", Standing.CURRENT),
    ):
        party_id = people.add(book, Party(name), Standing.CURRENT, date(2025, 1, 1))
        if standing is not Standing.CURRENT:
            reason = book.people.reasons()[0].id if standing is Standing.EX else 0
            people.set_standing(book, [party_id], standing, DAY, reason)
    assert [hit.title for hit in find(book, "anna")] == ["Anna C", "Anna Z", "Anna B", "Xaver Annabel", "Johanna"]


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("gutter", HitKind.SALE, "New gutter"),
        ("flyers", HitKind.EXPENSE, "Flyers für März"),
        ("MARZ", HitKind.EXPENSE, "Flyers für März"),
        ("scaffold", HitKind.WORK, "scaffolding"),
        ("leaking", HitKind.CONTACT, "leaking sink"),
        ("quote", HitKind.STEP, "send the quote"),
        ("grumpy", HitKind.NOTE, "has a grumpy dog"),
        ("garage", HitKind.OPPORTUNITY, "Garage · in oak"),
        ("OAK gar", HitKind.OPPORTUNITY, "Garage · in oak"),
        ("chimney", HitKind.INQUIRY, "a chimney · a price"),
    ],
)
def test_an_entry_is_found_by_its_words(book: Book, muller: int, text: str, kind: HitKind, title: str) -> None:
    money.record_sale(book, Sale(DAY, muller, 100, "New gutter"))
    money.record_expense(book, Expense(DAY, 100, Side.GAIN, 0, "Flyers für März"))
    work.log(book, Work(DAY, 30, Side.KEEP, muller, "scaffolding"))
    contacts.log(book, Contact(DAY, muller, Channel.CALL, "leaking sink"))
    contacts.plan(book, NextStep(DAY, muller, "send the quote"))
    opportunities.add(book, Opportunity(muller, "Garage", DAY, note="in oak"))
    asked = Inquiry(datetime(2026, 11, 2, 9, 30, tzinfo=UTC), InquiryChannel.CALL, muller, asked="a chimney")
    inquiries.promise(book, inquiries.receive(book, asked), "a price")
    (hit,) = find(book, text)
    assert (hit.kind, hit.title) == (kind, title)
    assert (hit.party_id, hit.detail) == ((0, "") if kind is HitKind.EXPENSE else (muller, "Jürgen Müller"))
    assert hit.on == (None if kind is HitKind.NOTE else DAY)


@pytest.mark.parametrize("text", ["wanda", "0891234567", "089 1234", "wan@ex", "WANDA fence"])
def test_who_asked_is_found_before_being_in_the_book(book: Book, text: str) -> None:
    received = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    call = Inquiry(received, InquiryChannel.CALL, 0, "Wanda", "089/12 34-567", "wan@example.org", asked="a fence")
    inquiry = inquiries.receive(book, call)
    (hit,) = find(book, text)
    assert (hit.kind, hit.id, hit.party_id, hit.on) == (HitKind.INQUIRY, inquiry, 0, DAY)
    assert hit.title == "Wanda · 089/12 34-567 · wan@example.org · a fence"


def test_the_newest_entries_come_first_and_not_more_than_the_limit(book: Book, muller: int) -> None:
    for number in range(9):
        work.log(book, Work(DAY, 30, Side.KEEP, muller, f"tiles {number}"))
    assert [hit.title for hit in find(book, "tiles")] == [f"tiles {n}" for n in (8, 7, 6, 5, 4)]
    assert len(find(book, "tiles", 3)) == 3


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "'", "\\", "\x00", "zzz"])
def test_odd_words_find_nothing_and_break_nothing(book: Book, muller: int, text: str) -> None:
    assert find(book, text) == []


def test_the_limit_holds_for_people(book: Book) -> None:
    for number in range(5):
        people.add(book, Party(f"Same {number}"))
    assert len(find_people(book, "same", 3)) == 3


def test_a_document_is_found_by_its_name_also_of_who_left(book: Book, muller: int, tmp_path: Path) -> None:
    plan = tmp_path / "Dachplan Süd.pdf"
    plan.write_text("a plan")
    copy_in(book, muller, [plan])
    wanted = [(HitKind.DOCUMENT, muller, "Dachplan Süd.pdf", "Jürgen Müller")]
    for _ in ("as a customer", "as an ex-customer"):
        assert [(h.kind, h.party_id, h.title, h.detail) for h in find(book, "SUD dachpl")] == wanted
        people.set_standing(book, [muller], Standing.EX, DAY, book.people.reasons()[0].id)
    assert find(book, "balancer") == []  # the marker within the folder is no document


@pytest.mark.parametrize("text", ["030 123 45 67", "+49 30 1234567", "0049301234567", "(030) 1234567", "030 123"])
@pytest.mark.parametrize("written", ["+49 30 1234567", "030/1234567", "+49 (0)30 1234567"])
def test_a_number_is_found_however_it_is_written(book: Book, text: str, written: str) -> None:
    """With the country's code or without, of people and of whoever asked and is in no book."""
    known = people.add(book, Party("Berta", contacts=(ContactPoint(ContactKind.PHONE, written),)))
    other = people.add(book, Party("Cora", contacts=(ContactPoint(ContactKind.PHONE, "+49 30 7654321"),)))
    inquiries.receive(book, Inquiry(datetime(2026, 11, 2, 9, 0, tzinfo=UTC), InquiryChannel.CALL, 0, "Dora", written))
    hits = find(book, text)
    assert [(hit.kind, hit.party_id) for hit in hits] == [(HitKind.PERSON, known), (HitKind.INQUIRY, 0)]
    assert hits[0].detail == written
    assert other not in [hit.party_id for hit in find(book, "030 1234567")]
