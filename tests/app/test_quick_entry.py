"""What a quick entry shows is what it writes, as one change."""

from datetime import date

import pytest

from balancer_desktop.app import people, quick_entry
from balancer_desktop.app.book import Book
from balancer_desktop.app.names import KnownNames, name_index
from balancer_desktop.domain.errors import BadInput, NeedsChoice
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing


def enter(book: Book, line: str) -> None:
    quick_entry.commit(book, read(line, quick_entry.context(book, name_index(book))))


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme Roofing"), Standing.CURRENT)


def dump(book: Book) -> str:
    return "\n".join(book.file.db.connection().iterdump())


@pytest.mark.parametrize(
    "line",
    [
        "2h Acme roof repair",
        "paid Acme 450",
        "spent 60 flyers",
        "missed call 555-0101 ref Acme gutter",
        "inquiry Acme website new roof ref Bob Stone",
        "call Acme fri",
        "45m prospecting",
        "call from Jane Doe 555-2222 leaking tap",
    ],
)
def test_each_line_is_one_step_back(book: Book, acme: int, line: str) -> None:
    before = dump(book)
    enter(book, line)
    after = dump(book)
    assert after != before
    assert book.undo_label == f"“{line}”"
    book.undo()
    assert dump(book) == before
    book.redo()
    assert dump(book) == after


def test_work_lands_on_the_side_of_the_standing(book: Book, acme: int) -> None:
    enter(book, "2h Acme roof repair")
    (work,) = book.work.of_party(acme)
    assert (work.minutes, work.side, work.note, work.on) == (120, Side.KEEP, "roof repair", date(2026, 11, 20))


def test_a_missed_call_waits_with_the_number_and_the_referrer_and_makes_nobody_a_party(book: Book, acme: int) -> None:
    enter(book, "missed call 555-0101 ref Acme gutter")
    assert people.rows(book, [Standing.PROSPECT]) == []
    (inquiry,) = book.inquiries.open()
    assert (inquiry.channel, inquiry.phone, inquiry.asked) == (InquiryChannel.MISSED_CALL, "555-0101", "gutter")
    assert (inquiry.party_id, inquiry.referred_by, inquiry.state) == (0, acme, InquiryState.WAITING)
    assert inquiry.received == book.now()


def test_of_another_day_the_hour_of_an_inquiry_is_not_known(book: Book, acme: int) -> None:
    enter(book, "inquiry Acme website new roof yesterday")
    (inquiry,) = book.inquiries.of_party(acme)
    assert (inquiry.on, inquiry.timed, inquiry.channel) == (date(2026, 11, 19), False, InquiryChannel.WEBSITE)


def test_a_referrer_nobody_knows_becomes_a_party(book: Book) -> None:
    enter(book, "missed call 555-0101 ref Bob Stone")
    (row,) = people.rows(book, [Standing.PROSPECT])
    (inquiry,) = book.inquiries.open()
    assert (row.name, inquiry.referred_by) == ("Bob Stone", row.id)


def test_a_referral_is_kept_for_somebody_known(book: Book, acme: int) -> None:
    hilltop = people.add(book, Party("Hilltop"))
    enter(book, "call from Hilltop ref Acme")
    party = book.people.get(hilltop)
    assert party is not None
    assert party.referred_by == acme


def test_what_is_ambiguous_or_refused_writes_nothing(book: Book, acme: int) -> None:
    people.add(book, Party("Acme Bakery"), Standing.CURRENT)
    before = dump(book)
    with pytest.raises(NeedsChoice, match="Acme Bakery"):
        enter(book, "2h Acme repair")
    with pytest.raises(BadInput):
        enter(book, "hello there")
    with pytest.raises(BadInput):
        enter(book, "")
    assert dump(book) == before


def test_the_index_of_names_follows_the_book(book: Book) -> None:
    names = KnownNames(book)
    assert not names.index().matches("Hilltop")
    people.add(book, Party("Hilltop"))
    assert [m.party.name for m in names.index().matches("Hilltop")] == ["Hilltop"]
    book.undo()
    assert not names.index().matches("Hilltop")
