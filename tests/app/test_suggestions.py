"""Suggested changes of standing: taken, put off, or done by a rule the owner switched on; all of it taken back."""

from datetime import date, timedelta

import pytest

from balancer_desktop.app import archive, book_settings, contacts, money, people, suggestions, timeline
from balancer_desktop.app.book import Book
from balancer_desktop.app.book_settings import BookSettings
from balancer_desktop.domain.agenda import AgendaItem, Waiting
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.standing import Standing
from tests.app.regulars import TODAY, crowd, known, regular


@pytest.fixture
def gone(book: Book) -> list[int]:
    """Two customers who are probably gone, among a dozen faithful ones; the longer silent first."""
    crowd(book)
    return [regular(book, "Acme", 20, 200), regular(book, "Zoë", 20, 150)]


def standings(book: Book, ids: list[int]) -> set[Standing]:
    return {book.people.standing(id_) for id_ in ids}


def test_who_is_probably_gone_is_said_to_have_lapsed(book: Book, gone: list[int]) -> None:
    rhythms = known(book)
    assert suggestions.to_lapse(book, rhythms) == gone
    assert suggestions.items(book, rhythms, 8) == [
        AgendaItem(Waiting.LAPSE, TODAY, who="2 customers have gone quiet", ids=tuple(gone))
    ]
    suggestions.lapse(book, rhythms, gone)
    assert standings(book, gone) == {Standing.LAPSED}
    assert book.undo_label == "Mark as lapsed: 2 people"
    assert timeline.timeline(book, gone[0])[0].note == "usually every 3 weeks; silent 7 months"
    assert suggestions.items(book, rhythms, 8) == []
    book.undo()
    assert standings(book, gone) == {Standing.CURRENT}
    assert suggestions.to_lapse(book, rhythms) == gone


def test_of_one_there_is_no_line_for_all(book: Book, gone: list[int]) -> None:
    rhythms = known(book)
    suggestions.lapse(book, rhythms, gone[:1])
    assert suggestions.to_lapse(book, rhythms) == gone[1:]
    assert suggestions.items(book, rhythms, 8) == []


def test_past_the_owners_longest_gap_counts_as_well(book: Book, gone: list[int]) -> None:
    acme = regular(book, "Short", 20, 10)
    rhythms = known(book)
    assert acme not in suggestions.to_lapse(book, rhythms)
    party = book.people.get(acme)
    assert party
    people.edit(book, type(party)(party.name, longest_gap=9, id=acme))
    assert acme in suggestions.to_lapse(book, rhythms)


def test_put_off_it_comes_again_after_three_months(book: Book, gone: list[int]) -> None:
    rhythms = known(book)
    suggestions.not_now(book, gone[:1], Matter.LAPSE)
    assert suggestions.to_lapse(book, rhythms) == gone[1:]
    book.today = lambda: date(2027, 2, 19)
    assert suggestions.to_lapse(book, rhythms) == gone[1:]
    book.today = lambda: date(2027, 2, 20)
    assert suggestions.to_lapse(book, rhythms) == gone
    with pytest.raises(BadInput):
        suggestions.not_now(book, gone, Matter.LAPSE, date(2027, 2, 20))


@pytest.mark.parametrize("left", [Standing.LAPSED, Standing.EX])
def test_a_sale_after_leaving_suggests_to_take_them_back(book: Book, gone: list[int], left: Standing) -> None:
    acme = gone[0]
    step = contacts.plan(book, NextStep(TODAY, acme, "ring"))
    people.set_standing(book, [acme], left, TODAY - timedelta(30), book.people.reasons()[0].id)
    rhythms = known(book)
    assert suggestions.to_return(book, rhythms) == []
    for back in (10, 5):
        money.record_sale(book, Sale(TODAY - timedelta(back), acme, 100))
    assert suggestions.to_return(book, rhythms) == [acme]
    assert suggestions.items(book, rhythms, 8) == [AgendaItem(Waiting.RETURN, TODAY - timedelta(10), acme, "Acme")]
    suggestions.take_back(book, [acme])
    change = book.people.history(acme)[-1]
    assert (change.standing, change.on, change.note) == (
        Standing.CURRENT, TODAY - timedelta(10), "bought again on 2026-11-10",
    )  # fmt: skip
    assert book.contacts.step(step).done_on is None, "who comes back has the reminders back"
    assert suggestions.to_return(book, rhythms) == []
    book.undo()
    assert book.people.standing(acme) is left
    suggestions.not_now(book, [acme], Matter.RETURN)
    assert suggestions.to_return(book, rhythms) == []


def test_a_refund_or_a_sale_of_the_same_day_is_no_return(book: Book, gone: list[int]) -> None:
    acme = gone[0]
    archive.archive(book, [acme], book.people.reasons()[0].id, TODAY - timedelta(30))
    rhythms = known(book)
    money.record_sale(book, Sale(TODAY - timedelta(30), acme, 100))
    money.record_sale(book, Sale(TODAY - timedelta(3), acme, -100))
    assert suggestions.to_return(book, rhythms) == []


def test_no_rule_acts_unless_it_was_switched_on(book: Book, gone: list[int]) -> None:
    rhythms = known(book)
    assert suggestions.apply_rules(book, rhythms) == []
    assert standings(book, gone) == {Standing.CURRENT}
    assert book_settings.read(book) == BookSettings()


def test_a_rule_says_that_it_was_one_and_taken_back_it_waits(book: Book, gone: list[int]) -> None:
    rhythms = known(book)
    book_settings.save(book, BookSettings(auto_lapse=True, auto_return=True))
    assert suggestions.apply_rules(book, rhythms) == ["Lapsed, by your rule: 2 people"]
    assert standings(book, gone) == {Standing.LAPSED}
    assert book.people.history(gone[0])[-1].note == "By your rule: usually every 3 weeks; silent 7 months"
    assert suggestions.apply_rules(book, rhythms) == []
    for _ in range(2):
        assert book.undo() == "Lapsed, by your rule: 2 people"
        assert standings(book, gone) == {Standing.CURRENT}
        assert suggestions.apply_rules(book, rhythms) == [], "not done again at once"
        assert book.redo() == "Lapsed, by your rule: 2 people"
        assert standings(book, gone) == {Standing.LAPSED}
        assert book.reminders.put_off(TODAY) == set(), "done again, nothing is put off"
    book.undo()
    book.today = lambda: TODAY + timedelta(100)
    rhythms.read_all()
    assert set(gone) <= set(suggestions.to_lapse(book, rhythms))


def test_the_rule_for_those_who_bought_again(book: Book, gone: list[int]) -> None:
    rhythms = known(book)
    book_settings.save(book, BookSettings(auto_return=True))
    people.set_standing(book, gone[:1], Standing.LAPSED, TODAY - timedelta(9))
    money.record_sale(book, Sale(TODAY, gone[0], 100))
    assert suggestions.apply_rules(book, rhythms) == ["Current again, by your rule: Acme"]
    assert book.people.history(gone[0])[-1].note == "By your rule: bought again on 2026-11-20"
    book.undo()
    assert suggestions.apply_rules(book, rhythms) == []
    book.undo()
    assert book.ledger.sales_of(gone[0])[-1].on < TODAY, "the step before is the next to be taken back"


def test_an_unanswered_call_gives_them_time(book: Book, gone: list[int]) -> None:
    rhythms = known(book)
    contacts.log(book, Contact(TODAY, gone[0], Channel.CALL, answered=False))
    assert suggestions.to_lapse(book, rhythms) == gone[1:]
