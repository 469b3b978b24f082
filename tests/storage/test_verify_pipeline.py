"""Every kind of disagreement between inquiries, opportunities, sales and steps is found and named."""

from datetime import UTC, date, datetime

import pytest

from balancer_desktop.app import inquiries, money, opportunities, people, winning
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Expense, Sale
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.storage.verify import problems

BEGUN = date(2026, 10, 1)
RECEIVED = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def sound(book: Book) -> Book:
    """Acme (1), and Wanda (2) with an opportunity (1) that became a sale (2), and another one that is open."""
    people.add(book, Party("Acme"), on=BEGUN)
    money.record_sale(book, Sale(BEGUN, 1, 100))
    wanda = inquiries.receive(book, Inquiry(RECEIVED, InquiryChannel.CALL, name="Wanda"))
    winning.win(book, inquiries.make_prospect(book, wanda), sale=Sale(book.today(), 0, 500))
    money.record_expense(book, Expense(BEGUN, 5, Side.GAIN, 2))
    shed = inquiries.receive(book, Inquiry(RECEIVED, InquiryChannel.CALL, 2))
    opportunities.move(book, inquiries.make_prospect(book, shed, step_what="call"), 2)
    assert problems(book.file.db) == []
    return book


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("DELETE FROM stage_move WHERE opportunity = 2", "opportunity 2: its stages do not begin and end with it"),
        ("UPDATE stage_move SET on_date = '2026-11-21'", "opportunity 1: its stages do not begin and end with it"),
        ("UPDATE opportunity SET sale = 1 WHERE id = 1", "opportunity 1: the sale it became is not its party's"),
        ("UPDATE opportunity SET sale = 3 WHERE id = 1", "opportunity 1: the sale it became is not its party's"),
        (
            "UPDATE opportunity SET closed_on = opened_on, outcome = 'won', sale = 2 WHERE id = 2",
            "opportunity 2: the sale it became came of another one too",
        ),
        ("UPDATE inquiry SET party = 1 WHERE id = 1", "opportunity 1: the inquiry it came of is not its party's"),
        ("UPDATE inquiry SET party = NULL, name = 'x' WHERE id = 1", "the inquiry it came of is not its party's"),
        (
            "UPDATE next_step SET party = 1 WHERE opportunity = 2",
            "the opportunity it serves is not its party's",
        ),
        ("UPDATE inquiry SET received_at = '2026-02-30T09:30+00:00' WHERE id = 1", "inquiry 1: when it was received"),
        ("UPDATE inquiry SET received_at = '2026-02-20T24:30+00:00' WHERE id = 1", "inquiry 1: when it was received"),
        ("UPDATE inquiry SET received_at = '2026-02-20T09:60+00:00' WHERE id = 1", "inquiry 1: when it was received"),
        ("UPDATE inquiry SET responded_at = '2026-02-30T09:30+00:00' WHERE id = 1", "inquiry 1: when it was answered"),
        ("UPDATE inquiry SET responded_at = '2026-10-30T09:30+00:00' WHERE id = 1", "inquiry 1: it was answered or"),
        ("UPDATE inquiry SET settled_on = '2026-11-01' WHERE id = 1", "inquiry 1: it was answered or settled before"),
    ],
)
def test_damage_is_found_and_named(sound: Book, damage: str, words: str) -> None:
    db = sound.file.db.connection()
    db.execute("PRAGMA foreign_keys = 0")
    db.execute("PRAGMA query_only = 0")
    db.execute(damage)
    found = problems(sound.file.db)
    assert any(words in problem for problem in found), found
