"""What was said is logged, what comes next is planned, and a missed call waits until somebody answers it."""

from datetime import date, timedelta

import pytest

from balancer_desktop.app import contacts, money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Sale, Work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side

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


def test_a_step_says_what_to_do(book: Book, acme: int) -> None:
    with pytest.raises(BadInput, match="What to do is missing"):
        contacts.plan(book, NextStep(ON, acme, " \n "))


def test_open_steps_come_longest_overdue_first(book: Book, acme: int) -> None:
    for days in (3, 1, 2, 1):
        contacts.plan(book, NextStep(ON + days * DAY, acme, str(days)))
    assert [(step.what, step.id) for step in book.contacts.open_steps(ON + 9 * DAY)] == [
        ("1", 2), ("1", 4), ("2", 3), ("3", 1)
    ]  # fmt: skip


def missed(book: Book) -> list[date]:
    return [call.on for call in book.contacts.unanswered()]


def test_missed_calls_wait_oldest_first(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"))
    for on, party in ((ON, acme), (ON - DAY, zoe), (ON + DAY, acme)):
        contacts.log(book, Contact(on, party, Channel.MISSED_CALL))
    assert missed(book) == [ON - DAY, ON, ON + DAY]


@pytest.mark.parametrize("days", [0, 1])
def test_any_later_contact_answers_a_missed_call(book: Book, acme: int, days: int) -> None:
    contacts.log(book, Contact(ON, acme, Channel.MISSED_CALL))
    contacts.log(book, Contact(ON + days * DAY, acme, Channel.MESSAGE))
    assert missed(book) == []
    book.undo()
    assert missed(book) == [ON]


def test_a_missed_call_noted_late_was_answered_already(book: Book, acme: int) -> None:
    contacts.log(book, Contact(ON + DAY, acme, Channel.CALL))
    contacts.log(book, Contact(ON, acme, Channel.MISSED_CALL))
    assert missed(book) == []


def test_what_came_before_answers_nothing(book: Book, acme: int) -> None:
    contacts.log(book, Contact(ON - DAY, acme, Channel.CALL))
    contacts.log(book, Contact(ON, acme, Channel.CALL))
    work.log(book, Work(ON, 5, Side.GAIN, acme))
    contacts.log(book, Contact(ON, acme, Channel.MISSED_CALL))
    assert missed(book) == [ON]


def test_somebody_elses_contact_answers_nothing(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"))
    contacts.log(book, Contact(ON, acme, Channel.MISSED_CALL))
    contacts.log(book, Contact(ON + DAY, zoe, Channel.CALL))
    assert missed(book) == [ON]


@pytest.mark.parametrize("what", ["work", "sale"])
def test_work_or_a_sale_afterwards_answers_a_missed_call(book: Book, acme: int, what: str) -> None:
    contacts.log(book, Contact(ON, acme, Channel.MISSED_CALL))
    if what == "work":
        work.log(book, Work(ON + DAY, 5, Side.GAIN, acme))
    else:
        money.record_sale(book, Sale(ON + DAY, acme, 5))
    assert missed(book) == []


def test_subscribers_learn_of_contacts_and_steps(book: Book, acme: int) -> None:
    told: list[Changes] = []
    book.subscribe(told.append)
    contacts.log(book, Contact(ON, acme, Channel.CALL))
    contacts.plan(book, NextStep(ON, acme, "call"))
    assert told == [Changes(contacts=True, parties=frozenset({acme}))] * 2
