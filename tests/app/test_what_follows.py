"""The reading of a line shows all that is written with it: what it begins, closes, answers, and whom it changes."""

from datetime import date, timedelta

import pytest

from balancer_desktop.app import checklists, contacts, inquiries, opportunities, people, quick_entry
from balancer_desktop.app.book import Book
from balancer_desktop.app.names import name_index
from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.quick_entry.reading import Label, Reading
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


@pytest.fixture
def hilltop(book: Book) -> int:
    return people.add(book, Party("Hilltop"), on=date(2026, 10, 1))


@pytest.fixture
def roof(book: Book, hilltop: int) -> int:
    made = opportunities.add(book, Opportunity(hilltop, "New roof", date(2026, 10, 1), 240000))
    contacts.plan(book, NextStep(TODAY, hilltop, "call", opportunity_id=made))
    contacts.plan(book, NextStep(TODAY, hilltop, "send photos", opportunity_id=made))
    return made


def seen(book: Book, line: str) -> Reading:
    """As it is shown; whoever is new is taken in."""
    context = quick_entry.context(book, name_index(book))
    reading = read(line, context)
    while reading.choices and reading.draft is None:
        reading = read(line, context, reading.choices[-1].answer)
    return reading


def enter(book: Book, line: str) -> Reading:
    reading = seen(book, line)
    quick_entry.commit(book, reading)
    return reading


def test_won_shows_the_value_the_customer_the_steps_and_the_checklist(book: Book, hilltop: int, roof: int) -> None:
    count = len(checklists.template(book))
    reading = enter(book, "won Hilltop")
    assert reading.part(Label.AGREED) == "2,400.00 EUR"
    assert reading.part(Label.BECOMES) == "a customer"
    assert reading.part(Label.CLOSES) == "2 steps"
    assert reading.part(Label.BEGINS) == f"the checklist Onboarding ({count} steps)"
    won = opportunities.get(book, roof)
    assert (won.agreed, book.people.standing(hilltop)) == (240000, Standing.CURRENT)
    steps = book.contacts.steps_of(hilltop)
    assert sum(step.done_on is not None for step in steps) == 2
    assert sum(step.checklist == ONBOARDING for step in steps) == count


def test_what_is_won_of_a_customer_begins_nothing_and_may_have_no_value(book: Book) -> None:
    people.add(book, Party("Acme"), Standing.CURRENT, date(2026, 1, 1))
    reading = enter(book, "won Acme stairs")
    assert reading.part(Label.AGREED) == "no value"
    assert (reading.part(Label.BECOMES), reading.part(Label.BEGINS), reading.part(Label.CLOSES)) == ("", "", "")
    assert not checklists.running(book, 1)
    assert seen(book, "won Acme fence 700").part(Label.AGREED) == "700.00 EUR"


def test_lost_shows_the_reason_and_the_steps_it_closes(book: Book, hilltop: int, roof: int) -> None:
    reading = seen(book, "lost Hilltop price")
    assert (reading.part(Label.REASON), reading.part(Label.CLOSES)) == ("Price", "2 steps")


def test_a_first_sale_shows_the_customer_it_makes(book: Book, hilltop: int) -> None:
    assert seen(book, "paid Hilltop 450").part(Label.BECOMES) == "a customer"
    enter(book, "paid Hilltop 450")
    assert seen(book, "paid Hilltop 450").part(Label.BECOMES) == ""


def test_an_opportunity_comes_of_the_one_inquiry_of_that_name(book: Book) -> None:
    enter(book, "inquiry Hilltop website wants a fence")
    reading = enter(book, "quote Hilltop 2400")
    assert reading.part(Label.INQUIRY) == "comes of “wants a fence” of Fri 20 Nov 2026"
    assert reading.part(Label.OPPORTUNITY) == "wants a fence (new)"
    (inquiry,) = book.inquiries.all()
    (opened,) = book.pipeline.open()
    assert inquiry.state is InquiryState.PROSPECT
    assert (opened.inquiry_id, opened.title, opened.party_id) == (inquiry.id, "wants a fence", inquiry.party_id)
    assert opened.origin == "website"
    book.undo()
    assert [(one.state, one.party_id) for one in book.inquiries.all()] == [(InquiryState.WAITING, 0)]


def test_won_at_once_settles_the_inquiry_and_several_stay_to_be_answered(book: Book) -> None:
    enter(book, "inquiry Hilltop fence")
    enter(book, "inquiry Ivy Stone hedge")
    enter(book, "inquiry Ivy Stone roof")
    enter(book, "won Hilltop 900")
    reading = enter(book, "quote Ivy Stone 100")
    assert reading.part(Label.INQUIRY) == "theirs: “hedge”; “roof”"
    states = [one.state for one in book.inquiries.all()]
    assert states == [InquiryState.PROSPECT, InquiryState.WAITING, InquiryState.WAITING]
    assert all(one.party_id for one in book.inquiries.all())


@pytest.mark.parametrize(
    "asked",
    [{"name": "hilltop"}, {"phone": "030 1234567"}, {"email": "INFO@hilltop.example"}],
)
def test_whoever_comes_into_the_book_has_asked_what_they_asked(book: Book, asked: dict[str, str]) -> None:
    inquiries.receive(book, Inquiry(book.now(), InquiryChannel.CALL, **asked))
    inquiries.receive(book, Inquiry(book.now(), InquiryChannel.CALL, name="Hilltop Inn", phone="030 7654321"))
    points = (
        ContactPoint(ContactKind.PHONE, "+49 30 1234567"),
        ContactPoint(ContactKind.EMAIL, "info@hilltop.example"),
    )
    party = people.add(book, Party("Hilltop", contacts=points))
    assert [one.party_id for one in book.inquiries.open()] == [party, 0]
    assert book.undo() == "Add Hilltop, who asked before"
    assert [one.party_id for one in book.inquiries.open()] == [0, 0]


def test_answered_answers_whoever_asked(book: Book, hilltop: int) -> None:
    enter(book, "missed call Hilltop gutter")
    enter(book, "missed call 555-0101")
    reading = enter(book, "answered Hilltop we come on monday")
    assert reading.part(Label.INQUIRY) == "“gutter” of Fri 20 Nov 2026"
    (contact,) = book.contacts.of_party(hilltop)
    assert contact.note == "we come on monday"
    assert enter(book, "answered 555 0101").part(Label.INQUIRY) == "the missed call of Fri 20 Nov 2026"
    assert book.inquiries.open() == []
    assert "They have no open inquiry." in seen(book, "answered Hilltop").question


def test_a_call_shows_what_it_answers_and_a_promise_whom_it_is_for(book: Book, hilltop: int) -> None:
    enter(book, "missed call Hilltop gutter")
    assert seen(book, "promised Hilltop a quote").part(Label.INQUIRY) == "“gutter” of Fri 20 Nov 2026"
    assert seen(book, "promised 555-0101 a quote").part(Label.INQUIRY) == "a new one, as of now"
    assert seen(book, "called Hilltop").part(Label.INQUIRY) == "answers “gutter” of Fri 20 Nov 2026"
    assert seen(book, "called Hilltop no answer").part(Label.INQUIRY) == ""
    enter(book, "called Hilltop")
    assert seen(book, "called Hilltop").part(Label.INQUIRY) == ""


def test_an_inquiry_with_its_promise_is_one_step(book: Book) -> None:
    reading = enter(book, "inquiry Bob Marley by email roof leak promise call fri")
    assert reading.part(Label.PROMISED) == "call by Fri 27 Nov 2026"
    (inquiry,) = book.inquiries.open()
    assert (inquiry.channel, inquiry.on, inquiry.asked) == (InquiryChannel.EMAIL, TODAY, "roof leak")
    assert (inquiry.state, inquiry.promised) == (InquiryState.PROMISED, "call")
    assert inquiry.promised_by == TODAY + timedelta(days=7)
    book.undo()
    assert book.inquiries.all() == []


def test_whoever_rings_again_is_known_however_the_number_is_written(book: Book) -> None:
    enter(book, "missed call +49 30 1234567")
    assert seen(book, "missed call 030 1234567").part(Label.INQUIRY) == "asked before, on Fri 20 Nov 2026"
    assert seen(book, "missed call 040 1234567").part(Label.INQUIRY) == ""
