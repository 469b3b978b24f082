"""Which sale is asked about for an opportunity: a newcomer's first, and of the others only what is like it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.pipeline.bought import Bought, declined_text, is_like, read_declined, to_ask

ON = date(2026, 11, 12)


def bought(
    amount: int, memo: str = "", title: str = "Gutters", value: int = 0, *, customer: bool = True, sale: int = 1
) -> Bought:
    return Bought(7, title, value, customer, Sale(ON, 3, amount, memo, id=sale))


@pytest.mark.parametrize(
    ("amount", "memo", "title", "value", "like"),
    [
        (120000, "", "Gutters", 240000, True),
        (119999, "", "Gutters", 240000, False),
        (1, "", "Gutters", 1, True),
        (450, "", "Gutters", 0, False),
        (450, "gutter, east side", "New gutters", 240000, True),
        (450, "GUTTERS", "Gutter", 0, True),
        (450, "Dachstühle", "dachstuhle erneuern", 0, True),
        (450, "cleaning", "New roof", 0, False),
        (450, "new lock", "New roof", 0, False),  # short words are in everything
        (450, "roof", "New roof", 0, True),
    ],
)
def test_half_the_value_or_a_word_is_like_it(amount: int, memo: str, title: str, value: int, *, like: bool) -> None:
    assert is_like(bought(amount, memo, title, value)) is like


def test_whatever_a_newcomer_buys_first_is_asked_about() -> None:
    first, small, large = (
        bought(amount, value=1000, customer=False, sale=sale) for sale, amount in ((1, 20), (2, 30), (3, 700))
    )
    assert to_ask([first, small, large], ()) == [first]
    assert to_ask([first, small, large], {(7, 1)}) == [large], "then they are like any customer"
    assert to_ask([first, small, large], {(7, 1), (7, 3)}) == []
    assert to_ask([first], {(8, 1)}) == [first], "of another opportunity that was said"


def test_a_customers_daily_business_is_not_what_was_offered() -> None:
    daily, job, more = (bought(amount, value=1000, sale=sale) for sale, amount in ((1, 20), (2, 900), (3, 1000)))
    assert to_ask([daily], ()) == []
    assert to_ask([daily, job, more], ()) == [job]
    assert to_ask([daily, job, more], {(7, 2)}) == [more]


def test_every_opportunity_has_a_question_of_its_own() -> None:
    gutters, roof = bought(500, "gutters"), replace(bought(500, title="Roof", customer=False), opportunity_id=8)
    assert to_ask([gutters, roof], ()) == [gutters, roof]


@given(st.frozensets(st.tuples(st.integers(1, 10**12), st.integers(1, 10**12))))
def test_what_was_declined_is_read_as_it_was_written(declined: frozenset[tuple[int, int]]) -> None:
    assert read_declined(declined_text(declined)) == declined
