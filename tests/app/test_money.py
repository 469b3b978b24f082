"""Sales and spending are recorded as given, and a first sale makes a customer of a prospect while it stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from balancer_desktop.app import money, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.first_sale import SETTING
from balancer_desktop.domain.entries import Expense, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import LARGEST
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.verify import problems

START = date(2026, 1, 1)
FEB, MAR, APR, MAY = (date(2026, month, 10) for month in (2, 3, 4, 5))
PROSPECT, CURRENT, LAPSED, EX = Standing


@pytest.fixture
def acme(book: Book) -> int:
    """A prospect since the first of January."""
    return people.add(book, Party("Acme"), on=START)


def sell(book: Book, party: int, on: date, amount: int = 100) -> int:
    return money.record_sale(book, Sale(on, party, amount))


def history(book: Book, party: int) -> list[tuple[date, Standing, int]]:
    """(date, standing, sale that caused it) of a party; the book must be sound."""
    assert problems(book.file.db) == []
    return [(change.on, change.standing, change.cause_sale) for change in book.people.history(party)]


def switch_rule_off(book: Book) -> None:
    with book.change("Switch the rule off"):
        book.settings.set(SETTING, "off")


# The first-sale rule.


def test_a_first_sale_makes_a_customer_on_its_day(book: Book, acme: int) -> None:
    sale = sell(book, acme, MAR)
    assert history(book, acme) == [(START, PROSPECT, 0), (MAR, CURRENT, sale)]
    assert book.people.standing(acme) is CURRENT
    assert book.undo_label == "Sale of 1.00 EUR · Acme"


def test_undoing_the_sale_undoes_the_customer(book: Book, acme: int) -> None:
    sale = sell(book, acme, MAR)
    book.undo()
    assert history(book, acme) == [(START, PROSPECT, 0)]
    assert book.people.standing(acme) is PROSPECT
    book.redo()
    assert history(book, acme) == [(START, PROSPECT, 0), (MAR, CURRENT, sale)]


def test_a_second_sale_changes_nothing(book: Book, acme: int) -> None:
    first = sell(book, acme, MAR)
    sell(book, acme, MAR)
    sell(book, acme, APR)
    assert history(book, acme) == [(START, PROSPECT, 0), (MAR, CURRENT, first)]


def test_an_earlier_sale_becomes_the_first(book: Book, acme: int) -> None:
    sell(book, acme, MAR)
    earlier = sell(book, acme, FEB)
    assert history(book, acme) == [(START, PROSPECT, 0), (FEB, CURRENT, earlier)]


def test_the_change_moves_with_its_sale(book: Book, acme: int) -> None:
    sale = sell(book, acme, MAR)
    money.edit_sale(book, Sale(MAY, acme, 100, id=sale))
    assert history(book, acme) == [(START, PROSPECT, 0), (MAY, CURRENT, sale)]
    money.edit_sale(book, Sale(FEB, acme, 100, id=sale))
    assert history(book, acme) == [(START, PROSPECT, 0), (FEB, CURRENT, sale)]


def test_a_sale_moved_behind_another_makes_that_one_the_first(book: Book, acme: int) -> None:
    first, second = sell(book, acme, FEB), sell(book, acme, MAR)
    money.edit_sale(book, Sale(APR, acme, 100, id=first))
    assert history(book, acme) == [(START, PROSPECT, 0), (MAR, CURRENT, second)]


def test_a_removed_sale_takes_its_change_along(book: Book, acme: int) -> None:
    first, second = sell(book, acme, FEB), sell(book, acme, MAR)
    money.remove_sale(book, first)
    assert history(book, acme) == [(START, PROSPECT, 0), (MAR, CURRENT, second)]
    money.remove_sale(book, second)
    assert history(book, acme) == [(START, PROSPECT, 0)]


def test_a_sale_given_to_somebody_else_takes_its_change_there(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"), on=START)
    sale = sell(book, acme, FEB)
    money.edit_sale(book, Sale(FEB, zoe, 100, id=sale))
    assert history(book, acme) == [(START, PROSPECT, 0)]
    assert history(book, zoe) == [(START, PROSPECT, 0), (FEB, CURRENT, sale)]


def test_a_sale_from_before_the_record_counts_from_its_first_day(book: Book, acme: int) -> None:
    sale = sell(book, acme, date(2020, 1, 1))
    assert history(book, acme) == [(START, PROSPECT, 0), (START, CURRENT, sale)]
    assert book.people.standing(acme) is CURRENT


def test_a_sale_on_the_first_day_counts(book: Book, acme: int) -> None:
    sale = sell(book, acme, START)
    assert history(book, acme) == [(START, PROSPECT, 0), (START, CURRENT, sale)]
    assert book.people.standing(acme) is CURRENT


def test_a_refund_is_no_first_sale(book: Book, acme: int) -> None:
    refund = sell(book, acme, FEB, -100)
    assert history(book, acme) == [(START, PROSPECT, 0)]
    assert book.undo_label == "Refund of 1.00 EUR · Acme"
    sale = sell(book, acme, MAR)
    assert history(book, acme)[1:] == [(MAR, CURRENT, sale)]
    money.edit_sale(book, Sale(FEB, acme, 100, id=refund))
    assert history(book, acme)[1:] == [(FEB, CURRENT, refund)]
    money.edit_sale(book, Sale(FEB, acme, -100, id=refund))
    assert history(book, acme)[1:] == [(MAR, CURRENT, sale)]


@pytest.mark.parametrize("standing", [CURRENT, LAPSED, EX])
def test_who_is_no_prospect_stays_what_they_are(book: Book, standing: Standing) -> None:
    zoe = people.add(book, Party("Zoë"), standing, START)
    sale = sell(book, zoe, MAR)
    assert history(book, zoe) == [(START, standing, 0)]
    money.remove_sale(book, sale)
    assert history(book, zoe) == [(START, standing, 0)]


def test_what_the_owner_decides_after_the_sale_stands(book: Book, acme: int) -> None:
    sale = sell(book, acme, FEB)
    people.set_standing(book, [acme], LAPSED, APR)
    assert book.people.standing(acme) is LAPSED
    money.edit_sale(book, Sale(MAR, acme, 100, id=sale))
    assert history(book, acme) == [(START, PROSPECT, 0), (MAR, CURRENT, sale), (APR, LAPSED, 0)]
    money.edit_sale(book, Sale(MAY, acme, 100, id=sale))
    assert history(book, acme) == [(START, PROSPECT, 0), (APR, LAPSED, 0)]


def test_a_prospect_by_the_owners_word_is_no_customer_by_an_old_sale(book: Book, acme: int) -> None:
    sale = sell(book, acme, FEB)
    people.set_standing(book, [acme], PROSPECT, APR)
    sell(book, acme, MAY)
    assert history(book, acme) == [(START, PROSPECT, 0), (FEB, CURRENT, sale), (APR, PROSPECT, 0)]
    assert book.people.standing(acme) is PROSPECT


def test_where_the_rule_is_off_a_sale_makes_no_customer(book: Book, acme: int) -> None:
    switch_rule_off(book)
    sell(book, acme, FEB)
    assert history(book, acme) == [(START, PROSPECT, 0)]


def test_switching_the_rule_off_unmakes_no_customer(book: Book, acme: int) -> None:
    first = sell(book, acme, FEB)
    switch_rule_off(book)
    second = sell(book, acme, MAR)
    assert history(book, acme) == [(START, PROSPECT, 0), (FEB, CURRENT, first)]
    money.remove_sale(book, first)
    assert history(book, acme) == [(START, PROSPECT, 0), (MAR, CURRENT, second)]
    money.remove_sale(book, second)
    assert history(book, acme) == [(START, PROSPECT, 0)]
    sell(book, acme, APR)
    assert history(book, acme) == [(START, PROSPECT, 0)]


# What is recorded, and what is refused.


def test_texts_of_entries_are_tidied(book: Book, acme: int) -> None:
    sale = money.record_sale(book, Sale(FEB, acme, 100, "  roof \0 "))
    expense = money.record_expense(book, Expense(FEB, 100, Side.GAIN, memo="\n=1+1 "))
    assert book.ledger.sale(sale).memo == "roof \ufffd"
    assert book.ledger.expense(expense).memo == "=1+1"


@pytest.mark.parametrize(("amount", "words"), [(0, "zero"), (LARGEST + 1, "too large"), (-LARGEST - 1, "too large")])
def test_amounts_that_make_no_sense_are_refused(book: Book, acme: int, amount: int, words: str) -> None:
    sale = Sale(FEB, acme, amount, id=sell(book, acme, FEB))
    expense = Expense(FEB, amount, Side.KEEP, id=money.record_expense(book, Expense(FEB, 1, Side.KEEP)))
    before = list(book.file.db.connection().iterdump())
    for verb, entry in (
        (money.record_sale, sale),
        (money.edit_sale, sale),
        (money.record_expense, expense),
        (money.edit_expense, expense),
    ):
        with pytest.raises(BadInput, match=words):
            verb(book, entry)
    assert list(book.file.db.connection().iterdump()) == before


def test_the_largest_amounts_add_up(book: Book, acme: int) -> None:
    for _ in range(3):
        sell(book, acme, FEB, LARGEST)
    assert book.ledger.balances()["Cash"] == 3 * LARGEST
    assert problems(book.file.db) == []


def test_nothing_is_earned_or_spent_tomorrow(book: Book, acme: int, today: date) -> None:
    sell(book, acme, today)
    with pytest.raises(BadInput, match="future"):
        sell(book, acme, today + timedelta(1))
    with pytest.raises(BadInput, match="future"):
        money.record_expense(book, Expense(today + timedelta(1), 1, Side.KEEP))


@pytest.mark.parametrize("party", [0, 99])
def test_a_sale_is_somebodys(book: Book, acme: int, party: int) -> None:
    with pytest.raises(BadInput, match="Who it was earned from"):
        sell(book, party, FEB)


def test_an_expense_is_nobodys_or_somebodys_in_the_book(book: Book, acme: int) -> None:
    assert money.record_expense(book, Expense(FEB, 1, Side.RUN))
    with pytest.raises(BadInput, match="not in the book"):
        money.record_expense(book, Expense(FEB, 1, Side.RUN, 99))


def test_editing_what_was_removed_meanwhile_is_refused(book: Book, acme: int) -> None:
    sale, expense = sell(book, acme, FEB), money.record_expense(book, Expense(FEB, 1, Side.RUN))
    money.remove_sale(book, sale)
    money.remove_expense(book, expense)
    with pytest.raises(BadInput, match="sale is not in the book any more"):
        money.edit_sale(book, Sale(FEB, acme, 5, id=sale))
    with pytest.raises(BadInput, match="expense is not in the book any more"):
        money.edit_expense(book, Expense(FEB, 5, Side.RUN, id=expense))
    assert problems(book.file.db) == []


def test_entries_are_corrected_as_a_whole(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"), CURRENT, START)
    sale = Sale(MAR, zoe, -7, "back", owed=True, id=sell(book, acme, FEB))
    money.edit_sale(book, sale)
    assert book.ledger.sale(sale.id) == sale
    assert book.undo_label == "Edit the sale of -0.07 EUR · Zoë"
    expense = money.record_expense(book, Expense(FEB, 1, Side.RUN))
    corrected = Expense(MAR, 2, Side.GAIN, zoe, "flyers", expense)
    money.edit_expense(book, corrected)
    assert book.ledger.expense(expense) == corrected
    money.edit_expense(book, replace(corrected, party_id=0))
    assert book.ledger.expense(expense).party_id == 0


def test_subscribers_learn_what_a_first_sale_touched(book: Book, acme: int) -> None:
    told: list[Changes] = []
    book.subscribe(told.append)
    sale = sell(book, acme, FEB)
    sell(book, acme, MAR)
    money.remove_sale(book, sale)
    who = frozenset({acme})
    assert told == [
        Changes(people=True, money=True, parties=who),
        Changes(money=True, parties=who),
        Changes(people=True, money=True, parties=who),
    ]
