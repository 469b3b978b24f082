"""Who bought while something was open is asked about, until it is won or the owner says that it is something else."""

from datetime import date, timedelta

import pytest

from balancer_desktop.app import bought, losing, money, opportunities, people, winning
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


def day(back: int) -> date:
    return TODAY - timedelta(days=back)


@pytest.fixture
def hilltop(book: Book) -> int:
    return people.add(book, Party("Hilltop"), Standing.PROSPECT, day(60))


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme"), Standing.CURRENT, day(900))


def opened(book: Book, party_id: int, title: str = "Gutters", back: int = 30, value: int = 0) -> int:
    return opportunities.add(book, Opportunity(party_id, title, day(back), value))


def sold(book: Book, party_id: int, back: int = 8, amount: int = 45000, memo: str = "") -> int:
    return money.record_sale(book, Sale(day(back), party_id, amount, memo))


def asked(book: Book) -> list[tuple[int, int]]:
    return [(one.opportunity_id, one.sale.id) for one in bought.to_settle(book)]


def test_a_prospects_first_sale_is_asked_about_until_it_won_it(book: Book, hilltop: int) -> None:
    gutters = opened(book, hilltop, value=9_000_000)
    assert asked(book) == []
    sale = sold(book, hilltop)
    (one,) = bought.to_settle(book)
    assert (one.title, one.customer, one.sale) == ("Gutters", False, Sale(day(8), hilltop, 45000, id=sale))
    winning.win(book, gutters, sale_id=sale)
    assert asked(book) == []
    book.undo()
    losing.lose(book, gutters, 1)
    assert asked(book) == []


def test_a_sale_before_it_was_opened_or_a_refund_is_none(book: Book, hilltop: int, acme: int) -> None:
    opened(book, hilltop)
    opened(book, acme)
    sold(book, hilltop, back=31)
    sold(book, hilltop, amount=-100, memo="gutters")
    sold(book, acme, back=31, memo="gutters")
    assert asked(book) == []


def test_on_the_day_it_was_opened_counts(book: Book, hilltop: int, acme: int) -> None:
    gutters, fence = opened(book, hilltop, back=8), opened(book, acme, "Fence", back=8)
    sale, fencing = sold(book, hilltop), sold(book, acme, memo="fence")
    assert asked(book) == [(gutters, sale), (fence, fencing)]


def test_of_a_customer_only_what_is_like_it(book: Book, acme: int) -> None:
    fence = opened(book, acme, "New fence", value=100000)
    sold(book, acme, amount=10000, memo="mowing")
    sold(book, acme, amount=49999)
    assert asked(book) == []
    half = sold(book, acme, back=3, amount=50000)
    assert asked(book) == [(fence, half)]
    named = sold(book, acme, back=4, amount=900, memo="Fence posts")
    assert asked(book) == [(fence, named)], "the earlier one"


def test_who_lapsed_and_came_back_is_asked_about_like_a_prospect(book: Book, acme: int) -> None:
    sold(book, acme, back=800)
    people.set_standing(book, [acme], Standing.LAPSED, day(100))
    fence = opened(book, acme, "Fence", value=100000)
    sale = sold(book, acme, amount=1)
    assert asked(book) == [(fence, sale)]


def test_a_sale_that_won_something_else_is_not_asked_about(book: Book, hilltop: int) -> None:
    gutters, roof = opened(book, hilltop), opened(book, hilltop, "Roof")
    sale = sold(book, hilltop)
    assert asked(book) == [(gutters, sale), (roof, sale)], "the owner knows which"
    winning.win(book, roof, sale_id=sale)
    assert asked(book) == []


def test_parked_is_asked_about_as_well(book: Book, hilltop: int) -> None:
    gutters = opened(book, hilltop)
    opportunities.park(book, [gutters], TODAY + timedelta(90))
    sale = sold(book, hilltop)
    assert asked(book) == [(gutters, sale)]


def test_what_was_declined_is_not_asked_again_but_a_later_sale_is(book: Book, hilltop: int) -> None:
    gutters = opened(book, hilltop, value=100000)
    sale = sold(book, hilltop)
    bought.decline(book, gutters, sale)
    assert asked(book) == []
    assert book.undo_label == "Not “Gutters”: the sale of 450.00 EUR · Hilltop"
    bought.decline(book, gutters, sale)
    assert book.undo_label == "Not “Gutters”: the sale of 450.00 EUR · Hilltop"
    assert book.undo()
    assert asked(book) == [(gutters, sale)], "said once, taken back once"
    book.redo()
    later = sold(book, hilltop, back=2, amount=60000)
    assert asked(book) == [(gutters, later)]


def test_what_was_said_of_something_closed_is_forgotten(book: Book, hilltop: int) -> None:
    gutters, roof = opened(book, hilltop), opened(book, hilltop, "Roof")
    sale = sold(book, hilltop)
    bought.decline(book, gutters, sale)
    losing.lose(book, gutters, 1)
    bought.decline(book, gutters, sale)
    bought.decline(book, roof, sale)
    assert book.settings.get(bought.DECLINED) == f"{roof}:{sale}"


def test_only_a_sale_of_theirs_can_be_declined(book: Book, hilltop: int, acme: int) -> None:
    gutters = opened(book, hilltop)
    with pytest.raises(BadInput, match="not this party's"):
        bought.decline(book, gutters, sold(book, acme))
    with pytest.raises(BadInput, match="opportunity is not in the book"):
        bought.decline(book, 99, sold(book, hilltop))


def test_who_became_a_customer_before_it_was_opened_is_one(book: Book, hilltop: int) -> None:
    sold(book, hilltop, back=40)
    opened(book, hilltop, value=100000)
    sold(book, hilltop, amount=100)
    assert asked(book) == []


def test_the_sale_of_one_opportunity_is_offered_where_that_is_won(book: Book, hilltop: int, acme: int) -> None:
    gutters, fence = opened(book, hilltop), opened(book, acme, "Fence")
    sale = sold(book, hilltop)
    assert bought.sale_for(book, gutters) == book.ledger.sale(sale)
    assert bought.sale_for(book, fence) is None
