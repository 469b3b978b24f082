"""Inquiries are received, promised, answered once, made prospects of or given up; none is settled twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from balancer_desktop.app import contacts, inquiries, losing, opportunities, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.today import agenda
from balancer_desktop.app.today_prospects import prospects
from balancer_desktop.domain.agenda import Waiting
from balancer_desktop.domain.entries import Channel, Contact, NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.pipeline.opportunity import StageMove
from balancer_desktop.domain.standing import Standing

DAY = date(2026, 11, 20)
RECEIVED = datetime(2026, 11, 18, 16, 5, tzinfo=UTC)
NOON = datetime(2026, 11, 20, 12, 0, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon(book: Book) -> None:
    book.clock = lambda: NOON


@pytest.fixture
def call(book: Book) -> Inquiry:
    """A missed call from a number nobody knows, sent by Zoë."""
    zoe = people.add(book, Party("Zoë"), Standing.CURRENT, date(2025, 1, 1))
    number = Inquiry(RECEIVED, InquiryChannel.MISSED_CALL, phone=" 555  0199 ", referred_by=zoe, asked="a gutter\nsoon")
    return the(book, inquiries.receive(book, number))


def the(book: Book, inquiry_id: int) -> Inquiry:
    found = book.inquiries.get(inquiry_id)
    assert found
    return found


def test_one_name_or_number_is_enough_and_is_kept_to_the_minute(book: Book, call: Inquiry) -> None:
    assert (call.phone, call.state, call.received) == ("555 0199", InquiryState.WAITING, RECEIVED)
    assert book.undo_label == "Inquiry of 555 0199"
    named = the(book, inquiries.receive(book, Inquiry(NOON, InquiryChannel.VISIT, name="Wanda")))
    assert named.received == NOON.replace(second=0)
    assert [one.id for one in book.inquiries.open()] == [call.id, named.id]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"phone": " "}, "Who turned to you is missing. Give a name"),
        ({"received": NOON + timedelta(days=1)}, "2026-11-21 lies in the future"),
        ({"party_id": 1}, "referred by themselves"),
        ({"party_id": 77}, "not in the book any more"),
        ({"referred_by": 77}, "not in the book any more"),
        ({"asked": "x" * 5001}, "too long"),
        ({"responded": NOON}, "It was answered, so that it waits no more"),
        ({"state": InquiryState.ANSWERED}, "It is answered, but not when"),
        ({"state": InquiryState.PROMISED, "responded": NOON}, "What was promised is missing"),
        ({"state": InquiryState.ANSWERED, "responded": RECEIVED - timedelta(minutes=1)}, "answered before it was rec"),
        ({"state": InquiryState.ANSWERED, "responded": NOON + timedelta(days=1)}, "lies in the future"),
        ({"promised_by": date(2026, 11, 17)}, "2026-11-17 comes before the inquiry of 2026-11-18"),
        ({"state": InquiryState.NOT_FOR_US}, "Since when it is “not for us” is missing"),
        ({"state": InquiryState.SILENCE, "settled_on": date(2026, 11, 21)}, "lies in the future"),
        ({"state": InquiryState.SILENCE, "settled_on": date(2026, 11, 17)}, "comes before the inquiry"),
        ({"settled_on": DAY}, "It is waiting, and so has no day"),
    ],
)
def test_parts_that_contradict_are_refused(book: Book, call: Inquiry, wrong: dict[str, object], words: str) -> None:
    for act in (
        lambda: inquiries.receive(book, replace(call, **wrong)),
        lambda: inquiries.edit(book, replace(call, **wrong)),
    ):
        with pytest.raises(BadInput, match=words) as refused:
            act()
        assert refused.value.remedy
    assert book.inquiries.all() == [call]


def test_a_day_alone_may_be_answered_on_the_same_day(book: Book) -> None:
    midnight = datetime(2026, 11, 20, tzinfo=UTC)
    inquiry = Inquiry(RECEIVED.replace(day=20, hour=9), InquiryChannel.CALL, name="W", state=InquiryState.ANSWERED)
    assert inquiries.receive(book, replace(inquiry, responded=midnight)) == 1


def test_the_first_response_by_anybody_stops_the_clock(book: Book, call: Inquiry) -> None:
    inquiries.promise(book, call.id, " a price ", date(2026, 11, 24), "Ann")
    promised = the(book, call.id)
    assert (promised.state, promised.promised, promised.promised_by) == (
        InquiryState.PROMISED, "a price", date(2026, 11, 24),
    )  # fmt: skip
    assert (promised.responded, promised.answered_by) == (NOON.replace(second=0), "Ann")
    assert book.undo_label == "Promise 555 0199 “a price”"
    book.clock = lambda: NOON + timedelta(hours=3)
    inquiries.answer(book, call.id)
    answered = the(book, call.id)
    assert (answered.state, answered.responded, answered.answered_by) == (
        InquiryState.ANSWERED, NOON.replace(second=0), "Ann",
    )  # fmt: skip
    assert book.contacts.all() == [], "nobody is known to have been talked to"
    with pytest.raises(BadInput, match="What was promised is missing"):
        inquiries.promise(book, call.id, " ")


def test_an_answer_is_logged_with_whom_it_was_given(book: Book, call: Inquiry) -> None:
    hilltop = people.add(book, Party("Hilltop"), on=DAY)
    inquiries.match(book, call.id, hilltop)
    assert book.undo_label == "The inquiry of 555 0199 is from Hilltop"
    inquiries.answer(book, call.id, "comes on Friday ", " Ann\r")
    assert book.contacts.of_party(hilltop) == [Contact(DAY, hilltop, Channel.CALL, "comes on Friday · by Ann", 1)]
    inquiries.answer(book, call.id)
    assert len(book.contacts.all()) == 1, "who has the answer has it"
    assert (book.undo(), book.contacts.all(), the(book, call.id).responded) == ("Answer Hilltop", [], None)


def test_clocks_differ_by_minutes_and_no_more(book: Book) -> None:
    now = NOON.replace(second=0)
    inquiry = inquiries.receive(book, Inquiry(now + timedelta(minutes=5), InquiryChannel.CALL, name="Wanda"))
    inquiries.answer(book, inquiry)
    assert the(book, inquiry).responded == now + timedelta(minutes=5), "answered no earlier than it was received"
    later = now + timedelta(minutes=6)
    with pytest.raises(BadInput, match="12:06 is still to come today"):
        inquiries.receive(book, Inquiry(later, InquiryChannel.CALL, name="Wanda"))
    with pytest.raises(BadInput, match="12:06 is still to come"):
        inquiries.edit(book, replace(the(book, inquiry), received=later, responded=later))


def test_what_was_taken_in_ahead_of_the_clock_may_be_corrected_otherwise(book: Book) -> None:
    with book.change("From a file"):
        id_ = book.inquiries.add(Inquiry(NOON.replace(hour=18, second=0), InquiryChannel.CALL, name="Wanda"))
    inquiries.edit(book, replace(the(book, id_), name="Wanda K."))
    assert the(book, id_).name == "Wanda K."


def test_whoever_was_spoken_to_when_made_a_prospect_was_answered_then(book: Book, call: Inquiry) -> None:
    id_ = inquiries.make_prospect(book, call.id, answered=True)
    opportunity, inquiry = book.pipeline.get(id_), the(book, call.id)
    assert opportunity
    assert (inquiry.state, inquiry.responded) == (InquiryState.PROSPECT, NOON.replace(second=0))
    (logged,) = book.contacts.of_party(opportunity.party_id)
    assert (logged.channel, logged.on, logged.answered) == (Channel.CALL, DAY, True)
    assert book.undo() == "Make a prospect of 555 0199"
    assert the(book, call.id) == call
    assert [*book.people.names().values()] == ["Zoë"], "nothing of it is left"


def test_a_promise_made_before_stays_the_first_answer_of_a_prospect(book: Book, call: Inquiry) -> None:
    inquiries.promise(book, call.id, "a price")
    book.clock = lambda: NOON + timedelta(hours=2)
    inquiries.make_prospect(book, call.id, answered=True)
    assert the(book, call.id).responded == NOON.replace(second=0)


def test_the_clock_of_a_prospect_nobody_spoke_to_runs_until_the_next_contact(book: Book, call: Inquiry) -> None:
    opportunity = book.pipeline.get(inquiries.make_prospect(book, call.id, step_what="call"))
    assert opportunity
    assert the(book, call.id).responded is None
    vain = Contact(DAY, opportunity.party_id, Channel.CALL, answered=False)
    contacts.log(book, vain)
    assert the(book, call.id).responded is None
    contacts.log(book, replace(vain, answered=True))
    reached = the(book, call.id)
    assert (reached.state, reached.responded) == (InquiryState.PROSPECT, NOON.replace(second=0))
    book.clock = lambda: NOON + timedelta(hours=2)
    contacts.log(book, replace(vain, answered=True))
    assert the(book, call.id) == reached, "only once"


def test_what_is_logged_after_the_opportunity_was_closed_answers_nothing(book: Book, call: Inquiry) -> None:
    opportunity = book.pipeline.get(inquiries.make_prospect(book, call.id))
    assert opportunity
    losing.lose(book, opportunity.id, 1)
    contacts.log(book, Contact(DAY, opportunity.party_id, Channel.CALL))
    assert the(book, call.id).responded is None


def test_a_prospect_nobody_spoke_to_is_not_lost_from_today(book: Book, call: Inquiry) -> None:
    inquiries.make_prospect(book, call.id, step_what="call", step_due=DAY)
    inquiries.make_prospect(book, inquiries.receive(book, replace(call, phone="555 0200", source="")), "Shed")
    told = [(item.kind, item.who, item.what) for item in agenda(book, prospects(book))][:2]
    assert told == [(Waiting.TODAY, "555 0199", "call"), (Waiting.NO_STEP, "555 0200", "Shed · Inquiry")]


def test_who_asked_becomes_a_prospect_with_number_referrer_and_next_step(book: Book, call: Inquiry) -> None:
    id_ = inquiries.make_prospect(book, call.id, value=90000, step_what="measure", step_due=date(2026, 11, 23))
    opportunity = book.pipeline.get(id_)
    assert opportunity
    party = book.people.get(opportunity.party_id)
    assert party
    assert (party.name, party.referred_by) == ("555 0199", call.referred_by)
    assert party.contacts == (ContactPoint(ContactKind.PHONE, "555 0199"),)
    assert book.people.standing(party.id) is Standing.PROSPECT
    first = book.stages.stages()[0].id
    assert [replace(move, id=0) for move in opportunity.moves] == [StageMove(DAY, first)]
    assert (opportunity.title, opportunity.value, opportunity.origin) == ("a gutter", 90000, "referral")
    assert (opportunity.referred_by, opportunity.inquiry_id) == (call.referred_by, call.id)
    assert book.contacts.steps_of(party.id) == [
        NextStep(date(2026, 11, 23), party.id, "measure", id=1, opportunity_id=id_)
    ]
    inquiry = the(book, call.id)
    assert (inquiry.state, inquiry.settled_on, inquiry.party_id) == (InquiryState.PROSPECT, DAY, party.id)
    assert book.undo() == "Make a prospect of 555 0199"
    assert (book.people.get(party.id), the(book, call.id)) == (None, call)


def test_a_customers_inquiry_becomes_an_opportunity_to_grow(book: Book, call: Inquiry) -> None:
    acme = people.add(book, Party("Acme"), Standing.CURRENT, date(2025, 1, 1))
    inquiry = inquiries.receive(book, Inquiry(RECEIVED, InquiryChannel.EMAIL, acme))
    opportunity = book.pipeline.get(inquiries.make_prospect(book, inquiry))
    assert opportunity
    assert (opportunity.party_id, opportunity.title, opportunity.origin) == (acme, "Inquiry of Acme", "e-mail")
    assert book.people.standing(acme) is Standing.CURRENT
    assert book.contacts.all_steps() == []


def test_what_is_settled_stays_settled(book: Book, call: Inquiry) -> None:
    inquiries.not_for_us(book, call.id, "no gutters")
    declined = the(book, call.id)
    assert (declined.state, declined.settled_on) == (InquiryState.NOT_FOR_US, DAY)
    assert declined.asked == "a gutter\nsoon\nno gutters"
    for again in (
        lambda: inquiries.make_prospect(book, call.id),
        lambda: inquiries.lose_to_silence(book, call.id),
        lambda: inquiries.not_for_us(book, call.id),
        lambda: inquiries.promise(book, call.id, "x"),
        lambda: inquiries.answer(book, call.id),
    ):
        with pytest.raises(BadInput, match=r"was declined on 2026-11-20\. Undo that if it was today, or note"):
            again()
    other = inquiries.receive(book, replace(call, id=0))
    inquiries.lose_to_silence(book, other)
    assert the(book, other).state is InquiryState.SILENCE
    assert book.inquiries.open() == []


def test_an_inquiry_stays_with_the_party_of_its_opportunity(book: Book, call: Inquiry) -> None:
    made = book.pipeline.get(inquiries.make_prospect(book, call.id))
    assert made
    with pytest.raises(BadInput, match=r"“a gutter” came of this inquiry\. Remove that opportunity first"):
        inquiries.match(book, call.id, people.add(book, Party("Other"), on=DAY))
    with pytest.raises(BadInput, match="“a gutter” came of this inquiry"):
        inquiries.edit(book, replace(the(book, call.id), party_id=0))
    with pytest.raises(BadInput, match="“a gutter” came of this inquiry"):
        inquiries.edit(book, replace(the(book, call.id), state=InquiryState.WAITING, settled_on=None))
    inquiries.remove(book, call.id)
    assert book.inquiries.all() == []
    assert book.pipeline.get(made.id) == replace(made, inquiry_id=0)


def test_an_opportunity_taken_out_has_its_inquiry_open_again(book: Book, call: Inquiry) -> None:
    inquiries.promise(book, call.id, "a price")
    opportunities.remove(book, inquiries.make_prospect(book, call.id))
    assert the(book, call.id).state is InquiryState.PROMISED
    assert the(book, call.id).settled_on is None


def test_what_is_not_there_is_said_to_be_gone(book: Book) -> None:
    for act in (
        lambda: inquiries.answer(book, 9),
        lambda: inquiries.match(book, 9, 1),
        lambda: inquiries.make_prospect(book, 9),
    ):
        with pytest.raises(BadInput, match="That inquiry is not in the book any more"):
            act()


def test_a_party_that_asked_or_referred_is_kept(book: Book, call: Inquiry) -> None:
    with pytest.raises(BadInput, match="Zoë has 1 entry in the book"):
        people.remove(book, [call.referred_by])
