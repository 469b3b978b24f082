"""What was said is logged, what comes next is planned, and what is said answers what was asked."""

from datetime import date, datetime, time, timedelta

import pytest

from balancer_desktop.app import contacts, inquiries, losing, opportunities, people, winning
from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.entries import Channel, Contact, NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity

ON = date(2026, 11, 2)
DAY = timedelta(1)


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme"), on=date(2026, 1, 1))


def test_a_contact_comes_back_as_logged(book: Book, acme: int) -> None:
    new = contacts.log(book, Contact(ON, acme, Channel.VISIT, "  drank\ntea \0"))
    assert book.contacts.get(new) == Contact(ON, acme, Channel.VISIT, "drank\ntea \ufffd", new)
    assert book.contacts.of_party(acme) == [book.contacts.get(new)]
    assert book.undo_label == "Log visit · Acme"


def test_a_contact_is_corrected_and_removed(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"))
    new = contacts.log(book, Contact(ON, acme, Channel.CALL))
    corrected = Contact(ON - DAY, zoe, Channel.EMAIL, "sorry", new)
    contacts.edit(book, corrected)
    assert book.contacts.get(new) == corrected
    assert book.contacts.of_party(acme) == []
    contacts.remove(book, new)
    assert book.contacts.get(new) is None
    with pytest.raises(BadInput, match="contact is not in the book any more"):
        contacts.edit(book, corrected)


def test_nobody_called_tomorrow(book: Book, acme: int, today: date) -> None:
    new = contacts.log(book, Contact(today, acme, Channel.CALL))
    for verb, id_ in ((contacts.log, 0), (contacts.edit, new)):
        with pytest.raises(BadInput, match="future"):
            verb(book, Contact(today + DAY, acme, Channel.CALL, id=id_))


def test_contacts_and_steps_are_somebodys(book: Book) -> None:
    with pytest.raises(BadInput, match="not in the book"):
        contacts.log(book, Contact(ON, 99, Channel.CALL))
    with pytest.raises(BadInput, match="not in the book"):
        contacts.plan(book, NextStep(ON, 99, "call"))


def test_a_step_is_planned_put_off_and_done(book: Book, acme: int, today: date) -> None:
    step = contacts.plan(book, NextStep(today + DAY, acme, "  send \n offer "))
    assert book.contacts.step(step) == NextStep(today + DAY, acme, "send offer", None, step)
    assert book.undo_label == "Plan “send offer” · Acme"
    assert book.contacts.open_steps(today) == []
    assert [found.id for found in book.contacts.open_steps(today + DAY)] == [step]
    contacts.postpone(book, step, today + 7 * DAY)
    assert book.contacts.open_steps(today + 6 * DAY) == []
    contacts.finish(book, step)
    assert book.contacts.step(step) == NextStep(today + 7 * DAY, acme, "send offer", today, step)
    assert book.contacts.open_steps(today + 99 * DAY) == []
    assert book.undo_label == "Done: “send offer” · Acme"
    contacts.finish(book, step)
    book.undo()
    assert book.contacts.step(step).done_on is None
    contacts.remove_step(book, step)
    assert book.contacts.steps_of(acme) == []


@pytest.mark.parametrize("won", [True, False])
def test_a_step_closed_with_its_opportunity_comes_back_for_the_party(book: Book, acme: int, won: bool) -> None:
    roof = opportunities.add(book, Opportunity(acme, "Roof", ON))
    before = contacts.plan(book, NextStep(ON, acme, "measure", opportunity_id=roof))
    contacts.finish(book, before)
    contacts.unfinish(book, before)
    assert book.contacts.step(before).opportunity_id == roof, "what is open is served as before"
    if won:
        winning.win(book, roof, checklist="")
    else:
        losing.lose(book, roof, 1)
    contacts.unfinish(book, before)
    assert book.contacts.step(before) == NextStep(ON, acme, "measure", None, before)
    assert book.undo() == "Not done yet: “measure” · Acme"
    assert book.contacts.step(before).opportunity_id == roof


def test_a_step_says_what_to_do(book: Book, acme: int) -> None:
    with pytest.raises(BadInput, match="What to do is missing"):
        contacts.plan(book, NextStep(ON, acme, " \n "))


def test_open_steps_come_longest_overdue_first(book: Book, acme: int) -> None:
    for days in (3, 1, 2, 1):
        contacts.plan(book, NextStep(ON + days * DAY, acme, str(days)))
    assert [(step.what, step.id) for step in book.contacts.open_steps(ON + 9 * DAY)] == [
        ("1", 2), ("1", 4), ("2", 3), ("3", 1)
    ]  # fmt: skip


def missed(book: Book, on: date, party_id: int) -> int:
    received = datetime.combine(on, time(9, 30)).astimezone()
    return inquiries.receive(book, Inquiry(received, InquiryChannel.MISSED_CALL, party_id))


def waiting(book: Book) -> list[int]:
    return [inquiry.id for inquiry in book.inquiries.open()]


@pytest.mark.parametrize("days", [0, 1])
def test_any_later_contact_answers_what_the_party_asked(book: Book, acme: int, days: int) -> None:
    call = missed(book, ON, acme)
    contacts.log(book, Contact(ON + days * DAY, acme, Channel.MESSAGE, answered=False))
    assert waiting(book) == []
    answered = book.inquiries.get(call)
    assert answered is not None
    assert answered.state is InquiryState.ANSWERED
    assert answered.responded == datetime.combine(ON + days * DAY, time.min).astimezone(), "only the day is known"
    book.undo()
    assert waiting(book) == [call]


def test_what_is_said_today_answers_now(book: Book, acme: int, today: date) -> None:
    call = missed(book, today - DAY, acme)
    contacts.log(book, Contact(today, acme, Channel.CALL))
    answered = book.inquiries.get(call)
    assert answered is not None
    assert answered.responded == book.now()


@pytest.mark.parametrize(
    "contact",
    [
        Contact(ON, 1, Channel.CALL, answered=False),
        Contact(ON, 1, Channel.CALL, incoming=True, answered=False),
        Contact(ON, 1, Channel.EMAIL, incoming=True, answered=False),
        Contact(ON, 1, Channel.NOTE),
        Contact(ON - DAY, 1, Channel.CALL),
    ],
)
def test_what_reaches_nobody_or_came_before_answers_nothing(book: Book, acme: int, contact: Contact) -> None:
    call = missed(book, ON, acme)
    contacts.log(book, contact)
    assert waiting(book) == [call]


def test_somebody_elses_contact_answers_nothing_nor_does_a_contact_keep_a_promise(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"))
    call, promised = missed(book, ON, acme), missed(book, ON, zoe)
    inquiries.promise(book, promised, "a quote")
    contacts.log(book, Contact(ON + DAY, zoe, Channel.CALL))
    assert waiting(book) == [call, promised]


def test_subscribers_learn_of_contacts_and_steps(book: Book, acme: int) -> None:
    told: list[Changes] = []
    book.subscribe(told.append)
    contacts.log(book, Contact(ON, acme, Channel.CALL))
    contacts.plan(book, NextStep(ON, acme, "call"))
    assert told == [Changes(contacts=True, parties=frozenset({acme}))] * 2
