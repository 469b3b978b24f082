"""A checklist's template is the owner's; beginning one plans its steps, once at a time."""

from datetime import date

import pytest

from balancer_desktop.app import checklists, contacts, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.today import agenda
from balancer_desktop.domain.checklist import TemplateStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party

TODAY = date(2026, 11, 20)


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme"), on=date(2026, 1, 1))


def test_steps_are_due_by_days_and_wait_in_today(book: Book, acme: int) -> None:
    ids = checklists.start(book, acme, on=date(2026, 11, 19))
    steps = [(step.due, step.what, step.checklist) for step in book.contacts.steps_of(acme)]
    assert steps == [
        (date(2026, 11, 20), "Check their credit", "Onboarding"),
        (date(2026, 11, 21), "Enter the account data", "Onboarding"),
        (date(2026, 11, 22), "Explain how billing works", "Onboarding"),
        (date(2026, 11, 26), "Introduce who to call for support", "Onboarding"),
    ]
    assert book.undo_label == "Begin the checklist “Onboarding” · Acme"
    assert [item.what for item in agenda(book)] == [what for _, what, _ in steps]
    with pytest.raises(BadInput, match="runs with Acme already"):
        checklists.start(book, acme)
    for id_ in ids:
        contacts.finish(book, id_)
    assert not checklists.running(book, acme)
    assert len(checklists.start(book, acme)) == 4


def test_the_template_is_the_owners(book: Book, acme: int) -> None:
    steps = [TemplateStep("x", "  shake   hands ", 0, 7, 9), TemplateStep("", "send terms", 2)]
    checklists.set_template(book, " Visit ", steps)
    assert [(s.checklist, s.what, s.days, s.place) for s in checklists.template(book, "Visit")] == [
        ("Visit", "shake hands", 0, 0), ("Visit", "send terms", 2, 1),
    ]  # fmt: skip
    assert book.stages.checklists() == ["Onboarding", "Visit"]
    checklists.start(book, acme, "Visit")
    checklists.set_template(book, "Visit", [])
    assert book.stages.checklists() == ["Onboarding"]
    assert checklists.running(book, acme, "Visit"), "what was begun goes on"


def test_what_cannot_be_is_refused(book: Book, acme: int) -> None:
    for steps, words in (
        ([TemplateStep("", " ", 1)], "What to do is missing"),
        ([TemplateStep("", "call", -1)], "-1 days is no time for “call”"),
        ([TemplateStep("", "call", 3651)], "3651 days is no time"),
    ):
        with pytest.raises(BadInput, match=words):
            checklists.set_template(book, "Visit", steps)
    with pytest.raises(BadInput, match="The checklist needs a name"):
        checklists.set_template(book, " ", [])
    with pytest.raises(BadInput, match=r"There is no checklist “Visit”\. Write its steps first"):
        checklists.start(book, acme, "Visit")
    with pytest.raises(BadInput, match="lies in the future"):
        checklists.start(book, acme, on=date(2026, 11, 21))
    with pytest.raises(BadInput, match="That person is not in the book"):
        checklists.start(book, 77)
    assert book.contacts.all_steps() == []
