"""After a change the board reads anew what concerns its parties, and all of it only where that decides the rest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from balancer_desktop.app import contacts, live_board, losing, opportunities, people, stages, winning
from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import EVERYTHING, Changes
from balancer_desktop.app.live_board import Board
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


@pytest.fixture
def parties(book: Book) -> list[int]:
    """Three prospects with an opportunity each, the second in the last stage; opportunities count as they do."""
    found = [people.add(book, Party(name), Standing.PROSPECT, TODAY) for name in ("Ada", "Ben", "Cy")]
    for party in found:
        opportunities.add(book, Opportunity(party, "Roof", TODAY - timedelta(days=20), 1000))
    opportunities.move(book, 2, book.stages.stages()[-1].id)
    return found


def after(book: Book, act: Callable[[], object]) -> tuple[Board, Board]:
    """The board before the act, and as it follows."""
    told: list[Changes] = []
    before = live_board.board(book)
    end = book.subscribe(told.append)
    act()
    end()
    now = before
    for changes in told:
        now = live_board.board(book, now, changes)
    assert now == live_board.board(book)
    return before, now


def untouched(before: Board, now: Board) -> list[str]:
    """Whose cards are the very same ones."""
    old = {id(card) for column in before.columns for card in column.cards}
    return sorted(card.who for column in now.columns for card in column.cards if id(card) in old)


def test_a_move_reads_its_own_card_alone(book: Book, parties: list[int]) -> None:
    before, now = after(book, lambda: opportunities.move(book, 1, book.stages.stages()[1].id))
    assert untouched(before, now) == ["Ben", "Cy"]
    assert now.columns[-1] is before.columns[-1], "nothing happened in that stage"
    assert [column.count for column in now.columns][:2] == [1, 1]


@pytest.mark.parametrize("name", ["contact", "rename", "lose", "undo", "remove"])
def test_what_else_happens_with_one_of_them(book: Book, parties: list[int], name: str) -> None:
    acts = {
        "contact": lambda: contacts.log(book, Contact(TODAY, parties[0], Channel.CALL)),
        "rename": lambda: people.edit(book, replace(book.people.get(parties[0]), name="Zoë")),
        "lose": lambda: losing.lose(book, 1, 1, "dear"),
        "undo": lambda: (book.undo(), book.redo(), opportunities.remove(book, 1), book.undo()),
        "remove": lambda: opportunities.remove(book, 1),
    }
    before, now = after(book, acts[name])
    assert untouched(before, now) == ["Ben", "Cy"] or name == "undo"


def test_stages_and_the_day_decide_about_all_of_them(book: Book, parties: list[int]) -> None:
    first = book.stages.stages()[0]
    before, now = after(book, lambda: stages.edit(book, replace(first, probability=77)))
    assert untouched(before, now) == []
    assert now.columns[0].cards[0].weighted == 770
    book.today = lambda: TODAY + timedelta(days=1)
    later = live_board.board(book, now, Changes(pipeline=True, parties=frozenset()))
    assert later == live_board.board(book)
    assert later.columns[0].cards[0].days == now.columns[0].cards[0].days + 1
    assert live_board.board(book, later, EVERYTHING) == later


def test_what_is_won_elsewhere_weighs_the_others(book: Book, parties: list[int]) -> None:
    """The tenth end in a stage makes its own history tell the chance of what is there: 6 of 10."""
    for number in range(9):
        one = opportunities.add(book, Opportunity(parties[1], f"Old {number}", TODAY - timedelta(days=15), 10))
        verb = winning.win if number < 6 else partial(losing.lose, reason_id=1)
        verb(book, one)
    before, now = after(book, lambda: losing.lose(book, 2, 1))
    assert [card.weighted for card in before.columns[0].cards] == [100, 100]
    assert [card.weighted for card in now.columns[0].cards] == [600, 600]
