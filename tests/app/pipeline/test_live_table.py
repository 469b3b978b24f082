"""After a change the table reads anew the cards of its parties, open and closed; the others are the very same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from balancer_desktop.app import live_table, losing, money, opportunities, people, pipeline, winning
from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.live_table import Table
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


@pytest.fixture
def book_of_two(book: Book) -> Book:
    """Ada has one that was lost and one that is open, Ben one that is open."""
    for name, titles in (("Ada", ("Shed", "Roof")), ("Ben", ("Fence",))):
        party = people.add(book, Party(name), Standing.PROSPECT, TODAY)
        for title in titles:
            opportunities.add(book, Opportunity(party, title, TODAY - timedelta(days=3), 1000))
    losing.lose(book, 1, 1)
    return book


def follow(book: Book, act: Callable[[], object]) -> tuple[Table, Table]:
    """The table before, and as it follows what is done."""
    told: list[Changes] = []
    before = now = live_table.table(book)
    end = book.subscribe(told.append)
    act()
    end()
    for changes in told:
        now = live_table.table(book, now, changes)
    by_id = sorted(now.cards, key=lambda card: card.opportunity.id)
    assert by_id == sorted(pipeline.cards(book), key=lambda card: card.opportunity.id)
    return before, now


def test_only_the_cards_of_the_party_are_read(book_of_two: Book) -> None:
    book = book_of_two
    before, now = follow(book, lambda: opportunities.move(book, 2, book.stages.stages()[2].id))
    old = {id(card) for card in before.cards}
    assert [card.opportunity.title for card in now.cards if id(card) in old] == ["Fence"]


def test_what_a_sale_brought_is_told_anew(book_of_two: Book) -> None:
    book = book_of_two
    sale = money.record_sale(book, Sale(TODAY, 1, 700, "roof"))
    winning.win(book, 2, sale_id=sale)
    _, now = follow(book, lambda: money.edit_sale(book, replace(book.ledger.sale(sale), amount=900)))
    assert next(card.value for card in now.cards if card.opportunity.id == 2) == 900


def test_what_was_closed_a_year_ago_leaves_it(book_of_two: Book) -> None:
    book = book_of_two
    now = live_table.table(book)
    book.today = lambda: TODAY + timedelta(days=366)
    later = live_table.table(book, now, Changes(pipeline=True, parties=frozenset()))
    assert sorted(card.opportunity.title for card in later.cards) == ["Fence", "Roof"]
