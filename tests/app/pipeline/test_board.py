"""The board and the table as they are read from a book."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest

from balancer_desktop.app import people, pipeline, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.board import Sign
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, StageMove
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


def opened(book: Book, party: int, on: date, place: int = 3, **rest: object) -> int:
    stage = book.stages.stages()[place].id
    made = replace(Opportunity(party, "Roof", on, moves=(StageMove(on, stage),)), **rest)
    with book.change("Open"):
        return book.pipeline.add(made)


def test_the_board_of_a_new_book_has_its_stages_and_nothing_in_them(book: Book) -> None:
    columns = pipeline.board(book)
    assert [column.stage.name for column in columns][:2] == ["Inquiry", "Researched"]
    assert not any(column.count or column.value for column in columns)
    assert pipeline.cards(book) == []


def test_an_opportunity_stands_in_its_stage_with_its_party_and_step(book: Book) -> None:
    hilltop = people.add(book, Party("Hilltop"), Standing.PROSPECT, date(2026, 11, 1))
    id_ = opened(book, hilltop, date(2026, 11, 18), value=240000)
    with book.change("Plan"):
        book.contacts.add_step(NextStep(date(2026, 11, 25), hilltop, "Send the quote", opportunity_id=id_))
    (card,) = pipeline.board(book)[3].cards
    assert (card.who, card.standing, card.sign, card.days) == ("Hilltop", Standing.PROSPECT, Sign.FINE, 5)
    assert (card.chance, card.value, card.weighted) == (Fraction(2, 5), 240000, 96000)
    assert card.next_step == book.contacts.steps_of(hilltop)[0]
    assert pipeline.card_of(book, id_) == card
    assert pipeline.cards_of(book, hilltop) == [card]
    assert pipeline.card_of(book, id_ + 1) is None


@pytest.mark.parametrize("kind", ["contact", "work", "sale", "expense", "inquiry", "step"])
def test_any_logged_event_begins_the_days_until_stale_anew(book: Book, kind: str) -> None:
    party = people.add(book, Party("Hilltop"), Standing.PROSPECT, date(2026, 1, 1))
    other = people.add(book, Party("Other"), Standing.PROSPECT, date(2026, 1, 1))
    opened(book, party, date(2026, 10, 1))
    opened(book, other, date(2026, 10, 1))
    on, received = date(2026, 11, 19), datetime(2026, 11, 19, 23, 59).astimezone()
    with book.change("Log"):
        book.contacts.add_step(NextStep(TODAY + timedelta(2), party, "Call"))
        book.contacts.add_step(NextStep(TODAY + timedelta(2), other, "Call"))
        match kind:
            case "contact":
                book.contacts.add(Contact(on, party, Channel.CALL))
            case "work":
                book.work.add(Work(on, 10, Side.GAIN, party))
            case "sale":
                book.ledger.add_sale(Sale(on, party, 100))
            case "expense":
                book.ledger.add_expense(Expense(on, 100, Side.GAIN, party))
            case "inquiry":
                book.inquiries.add(Inquiry(received, InquiryChannel.CALL, party))
            case "step":
                book.contacts.add_step(NextStep(date(2026, 11, 1), party, "Measure", done_on=on))
    signs = {card.who: (card.sign, card.days) for card in pipeline.cards(book)}
    assert signs == {"Hilltop": (Sign.FINE, 2), "Other": (Sign.STALE, 50)}
    assert {card.last_event for card in pipeline.cards_of(book, party)} == {on}


def test_a_step_closed_by_leaving_and_a_later_day_are_no_events(book: Book) -> None:
    party = people.add(book, Party("Hilltop"), Standing.PROSPECT, date(2026, 1, 1))
    opened(book, party, date(2026, 10, 1))
    work.log(book, Work(date(2026, 10, 20), 10, Side.GAIN, party))
    with book.change("Log"):
        book.contacts.add_step(NextStep(date(2026, 11, 1), party, "Measure"))
        change = book.people.history(party)[0].id
        book.contacts.close_open(party, date(2026, 11, 10), "Closed", change)
        book.work.add(Work(TODAY + timedelta(1), 10, Side.GAIN, party))
    assert pipeline.cards(book)[0].last_event == date(2026, 10, 20)


def test_the_table_has_what_closed_within_twelve_months_the_board_has_not(book: Book) -> None:
    party = people.add(book, Party("Hilltop"), Standing.CURRENT, date(2024, 1, 1))
    day = date(2025, 11, 20)
    for closed in (day, day - timedelta(1)):
        opened(book, party, date(2025, 1, 1), closed=closed, outcome=Outcome.WON)
    here = opened(book, party, date(2025, 1, 2))
    assert [card.opportunity.closed for card in pipeline.cards(book)] == [None, day]
    assert len(pipeline.cards(book, date(2025, 1, 1))) == 3
    assert [card.opportunity.id for column in pipeline.board(book) for card in column.cards] == [here]


def test_of_several_the_most_urgent_says_where_somebody_stands(book: Book) -> None:
    hilltop = people.add(book, Party("Hilltop"), Standing.PROSPECT, date(2026, 11, 1))
    other = people.add(book, Party("Other"), Standing.PROSPECT, date(2026, 11, 1))
    opened(book, hilltop, date(2026, 11, 18), place=1)
    late = opened(book, hilltop, date(2026, 11, 18), place=3)
    opened(book, hilltop, date(2026, 11, 18), place=0, closed=TODAY, outcome=Outcome.WON)
    with book.change("Plan"):
        book.contacts.add_step(NextStep(date(2026, 11, 19), hilltop, "Send the quote", opportunity_id=late))
    found = pipeline.standings(book, [hilltop, other])
    assert list(found) == [hilltop]
    assert (found[hilltop].card.opportunity.id, found[hilltop].stage, found[hilltop].more) == (late, "Proposal", 1)
    assert found[hilltop].card.sign is Sign.OVERDUE


def test_the_board_of_a_past_day_holds_what_was_open_on_it(book: Book) -> None:
    party, day = people.add(book, Party("Hilltop"), Standing.PROSPECT, date(2026, 1, 1)), date(2026, 10, 31)
    stages = [stage.id for stage in book.stages.stages()]
    moves = (StageMove(date(2026, 10, 1), stages[0]), StageMove(date(2026, 11, 2), stages[3]))
    won = {"closed": date(2026, 11, 5), "outcome": Outcome.WON, "agreed": 900, "note": "at last"}
    moved = opened(book, party, date(2026, 10, 1), value=100, moves=moves)
    since_won = opened(book, party, date(2026, 10, 2), value=200, **won)
    opened(book, party, date(2026, 9, 1), closed=day, outcome=Outcome.WON)
    opened(book, party, date(2026, 11, 1), value=400)
    book.today = lambda: day
    columns = {column.stage.id: column for column in pipeline.board(book) if column.count}
    assert {stage: [card.opportunity.id for card in column.cards] for stage, column in columns.items()} == {
        stages[0]: [moved],
        stages[3]: [since_won],
    }
    assert (columns[stages[3]].value, columns[stages[3]].weighted) == (200, 80)
    assert columns[stages[3]].cards[0].sign is Sign.NO_STEP
