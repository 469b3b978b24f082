"""What a quick entry shows is what it writes, as one change."""

from datetime import UTC, date, datetime, timedelta

import pytest

from balancer_desktop.app import opportunities, people, quick_entry
from balancer_desktop.app.book import Book
from balancer_desktop.app.names import KnownNames, name_index
from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.errors import BadInput, NeedsChoice
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, parked_on
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing


def enter(book: Book, line: str) -> None:
    quick_entry.commit(book, read(line, quick_entry.context(book, name_index(book))))


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme Roofing"), Standing.CURRENT)


@pytest.fixture
def roof(book: Book) -> int:
    hilltop = people.add(book, Party("Hilltop"), on=date(2026, 10, 1))
    return opportunities.add(book, Opportunity(hilltop, "New roof", date(2026, 10, 1)))


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
        "quote Hilltop 2400",
        "quote Hilltop 2400 roof",
        "proposal Acme stairs",
        "won Hilltop 2400",
        "won Acme 700",
        "lost Hilltop price too dear",
        "park Hilltop until march",
        "promised Hilltop quote by fri",
        "promised 555-0101 quote",
        "discount Hilltop 50",
        "start Hilltop",
    ],
)
def test_each_line_is_one_step_back(book: Book, acme: int, roof: int, line: str) -> None:
    before = dump(book)
    enter(book, line)
    after = dump(book)
    assert after != before
    assert book.undo_label == f"“{line}”"
    book.undo()
    assert dump(book) == before
    book.redo()
    assert dump(book) == after


@pytest.mark.parametrize(
    "line",
    ["quote Hilltop 2400", "park Hilltop until march", "promised Acme a quote by fri", "discount Acme 50 ref Hilltop"],
)
def test_what_is_so_already_is_no_step(book: Book, acme: int, roof: int, line: str) -> None:
    before = dump(book)
    reading = read(line, quick_entry.context(book, name_index(book)))
    assert quick_entry.commit(book, reading)
    again = read(line, quick_entry.context(book, name_index(book)))
    step = book.latest_step
    written = quick_entry.commit(book, again)
    assert written is line.startswith("discount"), "two discounts are two"
    assert (book.latest_step != step) is written
    if not written:
        book.undo()
        assert dump(book) == before


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


def found(book: Book, opportunity_id: int) -> Opportunity:
    opportunity = book.pipeline.get(opportunity_id)
    assert opportunity
    return opportunity


def stage_name(book: Book, opportunity_id: int) -> str:
    names = {stage.id: stage.name for stage in book.stages.stages()}
    return names[found(book, opportunity_id).stage_id]


def test_a_quote_brings_what_is_open_to_the_proposal_with_its_value(book: Book, roof: int) -> None:
    enter(book, "quote Hilltop 2400 yesterday")
    assert (stage_name(book, roof), found(book, roof).value) == ("Proposal", 240000)
    assert found(book, roof).moves[-1].on == date(2026, 11, 19)
    enter(book, "trial Hilltop")
    assert (stage_name(book, roof), found(book, roof).value) == ("Trial or introductory offer", 240000)


def test_a_quote_to_whom_nothing_is_open_opens_it_there(book: Book, acme: int) -> None:
    enter(book, "quote Acme 900 new stairs")
    (opened,) = book.pipeline.of_party(acme)
    assert (opened.title, opened.value, stage_name(book, opened.id)) == ("new stairs", 90000, "Proposal")


def test_who_sent_a_new_prospect_sent_the_opportunity(book: Book, acme: int) -> None:
    hilltop = people.add(book, Party("Hilltop"))
    enter(book, "quote Hilltop 900 ref Acme")
    (opened,) = book.pipeline.of_party(hilltop)
    assert opened.referred_by == acme


def test_won_makes_a_customer_with_what_was_agreed(book: Book, roof: int) -> None:
    enter(book, "won Hilltop 2400")
    won = found(book, roof)
    assert (won.outcome, won.agreed) == (Outcome.WON, 240000)
    assert book.people.standing(won.party_id) is Standing.CURRENT


def test_what_was_never_noted_is_won_all_the_same(book: Book, acme: int) -> None:
    enter(book, "won Acme stairs 700")
    (won,) = book.pipeline.of_party(acme)
    assert (won.title, won.outcome, won.agreed) == ("stairs", Outcome.WON, 70000)


def test_lost_has_its_reason_and_words(book: Book, roof: int) -> None:
    enter(book, "lost Hilltop price, 300 too dear")
    lost = found(book, roof)
    labels = {reason.id: reason.label for reason in book.stages.loss_reasons()}
    assert (lost.outcome, labels[lost.reason_id], lost.note) == (Outcome.LOST, "Price", "300 too dear")
    with pytest.raises(BadInput, match="no open opportunity"):
        enter(book, "park Hilltop until march")


def test_parked_until_the_first_of_the_month_with_a_note(book: Book, roof: int) -> None:
    enter(book, "park Hilltop until march, they build first")
    assert parked_on(found(book, roof), book.today()) == date(2027, 3, 1)
    (note,) = book.contacts.of_party(found(book, roof).party_id)
    assert (note.channel, note.note) == (Channel.NOTE, "they build first")


def test_a_promise_answers_what_was_asked_by_the_party_or_the_number(book: Book, acme: int) -> None:
    enter(book, "missed call Acme gutter")
    enter(book, "missed call 0151 555 0101 roof")
    enter(book, "promised Acme quote by fri")
    enter(book, "promised 555 0101 call back")
    told = [(one.state, one.promised, one.promised_by) for one in book.inquiries.open()]
    assert told == [
        (InquiryState.PROMISED, "quote", date(2026, 11, 27)),
        (InquiryState.PROMISED, "call back", None),
    ]
    enter(book, "missed call Ivy Teasdale hedge")
    enter(book, "promised Ivy a date")
    assert [(one.name, one.promised) for one in book.inquiries.open()][2:] == [("Ivy Teasdale", "a date")]
    enter(book, "promised Hilltop Inn a visit by 3 dec")
    assert (book.inquiries.open()[-1].name, book.inquiries.open()[-1].asked) == ("Hilltop Inn", "")


def test_a_discount_is_a_cost_of_winning(book: Book, acme: int) -> None:
    enter(book, "discount Acme 50 first month")
    (spent,) = book.ledger.expenses_of(acme)
    assert (spent.amount, spent.side, spent.introductory, spent.memo) == (5000, Side.GAIN, True, "first month")


def test_the_timer_starts_and_stops_by_the_line(book: Book, acme: int) -> None:
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC).astimezone()
    book.clock = lambda: noon
    with pytest.raises(BadInput, match="No timer is running"):
        enter(book, "stop")
    enter(book, "start Acme roof")
    book.clock = lambda: noon + timedelta(minutes=90)
    enter(book, "stop all done")
    (work,) = book.work.of_party(acme)
    assert (work.minutes, work.side, work.note) == (90, Side.KEEP, "roof · all done")


def test_several_open_ones_offer_a_choice(book: Book, roof: int) -> None:
    hilltop = found(book, roof).party_id
    opportunities.add(book, Opportunity(hilltop, "Windows", date(2026, 11, 1)))
    with pytest.raises(NeedsChoice, match="New roof; Windows"):
        enter(book, "lost Hilltop price")
