"""Choosing a party, who referred whom, the year's income, own reasons and corrected steps."""

from datetime import date

import pytest

from balancer_desktop.app import contacts, money, next_steps, people, picking
from balancer_desktop.app.book import Book
from balancer_desktop.app.parties import income_of_year, referrals
from balancer_desktop.app.reasons import add_reason, archive_because
from balancer_desktop.domain.entries import NextStep, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.standing import ReasonClass, Standing


def names(book: Book, text: str) -> list[str]:
    return [found.name for found in picking.suggestions(book, text)]


def test_names_that_begin_with_the_words_come_first_and_who_left_is_not_offered(book: Book) -> None:
    people.add(book, Party("Roof & Co"), Standing.PROSPECT)
    people.add(book, Party("Müller Roofing"), Standing.CURRENT)
    people.add(book, Party("Proof Ltd"), Standing.LAPSED)
    gone = people.add(book, Party("Roof, old"), Standing.CURRENT)
    people.set_standing(book, [gone], Standing.EX, reason_id=book.people.reasons()[0].id)
    assert names(book, "roof") == ["Roof & Co", "Müller Roofing", "Proof Ltd"]
    assert names(book, "roof mul") == ["Müller Roofing"]
    assert names(book, "%") == []


def test_finds_by_phone_company_and_caps_the_list(book: Book) -> None:
    for number in range(60):
        people.add(book, Party(f"Anna {number:02}", company="Hilltop"))
    people.add(book, Party("Zoe", contacts=(ContactPoint(ContactKind.PHONE, "555-0101"),)))
    assert names(book, "5550101") == ["Zoe"]
    assert len(names(book, "hilltop")) == picking.MOST


def test_meant_is_the_exact_name_or_the_only_fit(book: Book) -> None:
    acme = people.add(book, Party("Acme"))
    people.add(book, Party("Acme Roofing"))
    assert picking.meant(book, "ACME") == acme
    assert picking.meant(book, "acm") == 0
    assert picking.meant(book, "roofin") == acme + 1
    assert picking.meant(book, "") == 0


def test_referrals_and_the_years_income(book: Book) -> None:
    acme = people.add(book, Party("Acme"), Standing.CURRENT)
    ben = people.add(book, Party("Ben", referred_by=acme))
    money.record_sale(book, Sale(date(2025, 11, 20), acme, 100))
    money.record_sale(book, Sale(date(2025, 11, 21), acme, 3000))
    money.record_sale(book, Sale(date(2026, 11, 20), ben, -500))
    assert referrals(book, acme) == {ben: "Ben"}
    assert referrals(book, ben) == {}
    assert income_of_year(book) == 2500
    rows = people.rows(book)
    assert sum(row.income for row in rows) == income_of_year(book)


def test_an_own_reason_is_added_once_and_undone(book: Book) -> None:
    before = book.people.reasons()
    added = add_reason(book, " Found a  nephew ", ReasonClass.BENIGN)
    assert [r.label for r in book.people.reasons() if r.id == added] == ["Found a nephew"]
    with pytest.raises(BadInput):
        add_reason(book, "found a NEPHEW", ReasonClass.UNKNOWN)
    with pytest.raises(BadInput):
        add_reason(book, "  ", ReasonClass.UNKNOWN)
    book.undo()
    assert book.people.reasons() == before
    book.redo()
    assert book.people.reasons()[-1].label == "Found a nephew"


def test_archiving_for_a_new_reason_is_one_step(book: Book) -> None:
    acme = people.add(book, Party("Acme"), Standing.CURRENT)
    reasons = book.people.reasons()
    archive_because(book, [acme], "Found a nephew", ReasonClass.BENIGN, note="nice lad")
    left = book.people.history(acme)[-1]
    assert (left.standing, left.reason_id, left.note) == (Standing.EX, book.people.reasons()[-1].id, "nice lad")
    assert book.undo() == "Archive Acme"
    assert book.people.standing(acme) is Standing.CURRENT
    assert book.people.reasons() == reasons
    book.redo()
    assert book.people.standing(acme) is Standing.EX


def test_a_step_is_corrected_as_a_whole_and_undone(book: Book) -> None:
    acme = people.add(book, Party("Acme"))
    planned = contacts.plan(book, NextStep(book.today(), acme, "call"))
    next_steps.edit(book, NextStep(date(2026, 12, 1), acme, " visit ", None, planned))
    edited = NextStep(date(2026, 12, 1), acme, "visit", None, planned)
    assert book.contacts.step(planned) == edited
    with pytest.raises(BadInput):
        next_steps.edit(book, NextStep(date(2026, 12, 1), acme, " ", None, planned))
    book.undo()
    assert book.contacts.step(planned) == NextStep(book.today(), acme, "call", None, planned)
    book.redo()
    assert book.contacts.step(planned) == edited
