"""Winning is one step: the standing changes once, the value is kept, steps are closed, onboarding begins."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from balancer_desktop.app import archive, checklists, contacts, money, opportunities, people, standings, winning
from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import SETTING
from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.entries import Expense, NextStep, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.verify import problems

TODAY = date(2026, 11, 20)
BEGUN = date(2026, 10, 1)
HILLTOP = 1


@pytest.fixture
def roof(book: Book) -> int:
    people.add(book, Party("Hilltop"), on=BEGUN)
    return opportunities.add(book, Opportunity(HILLTOP, "Roof", BEGUN, 240000))


def the(book: Book, id_: int) -> Opportunity:
    found = book.pipeline.get(id_)
    assert found
    return found


def history(book: Book, party_id: int = HILLTOP) -> list[tuple[date, Standing, bool]]:
    return [(change.on, change.standing, bool(change.cause_sale)) for change in book.people.history(party_id)]


def test_the_first_sale_makes_the_one_change_of_standing(book: Book, roof: int) -> None:
    day = date(2026, 11, 3)
    winning.win(book, roof, on=day, sale=Sale(day, 99, 230000, owed=True), ends=date(2027, 1, 31))
    won = the(book, roof)
    sale = book.ledger.sales_of(HILLTOP)[0]
    assert (sale.amount, sale.memo, sale.owed) == (230000, "Roof", True)
    assert (won.closed, won.outcome, won.sale_id, won.agreed, won.ends) == (
        day, Outcome.WON, sale.id, None, date(2027, 1, 31),
    )  # fmt: skip
    assert history(book) == [(BEGUN, Standing.PROSPECT, False), (day, Standing.CURRENT, True)]
    assert book.undo() == "Won: “Roof” · Hilltop"
    assert (book.ledger.sales_of(HILLTOP), book.people.standing(HILLTOP)) == ([], Standing.PROSPECT)


@pytest.mark.parametrize(("agreed", "kept"), [(None, 240000), (200000, 200000), (0, 0)])
def test_without_a_sale_the_agreed_value_is_kept(book: Book, roof: int, agreed: int | None, kept: int) -> None:
    winning.win(book, roof, agreed=agreed)
    assert (the(book, roof).agreed, the(book, roof).sale_id) == (kept, 0)
    assert history(book) == [(BEGUN, Standing.PROSPECT, False), (TODAY, Standing.CURRENT, False)]
    money.record_sale(book, Sale(TODAY, HILLTOP, 100))
    assert len(history(book)) == 2, "the sale that follows makes no second change"


def test_where_the_rule_of_the_first_sale_is_off_winning_still_makes_a_customer(book: Book, roof: int) -> None:
    with book.change("Switch it off"):
        book.settings.set(SETTING, "off")
    winning.win(book, roof, sale=Sale(TODAY, 0, 100))
    assert history(book) == [(BEGUN, Standing.PROSPECT, False), (TODAY, Standing.CURRENT, False)]


def test_a_record_that_begins_later_than_it_was_won_begins_as_it_is(book: Book) -> None:
    late = people.add(book, Party("Late"))
    barn = opportunities.add(book, Opportunity(late, "Barn", BEGUN))
    winning.win(book, barn, on=date(2026, 11, 1))
    assert history(book, late) == [(TODAY, Standing.PROSPECT, False), (TODAY, Standing.CURRENT, False)]


@pytest.mark.parametrize("standing", [Standing.LAPSED, Standing.EX])
@pytest.mark.parametrize("sold", [True, False])
def test_who_lapsed_or_left_comes_back_with_one_change(book: Book, standing: Standing, sold: bool) -> None:
    acme = people.add(book, Party("Acme"), Standing.CURRENT, date(2025, 1, 1))
    money.record_sale(book, Sale(date(2025, 2, 1), acme, 100))
    opportunity = Opportunity(acme, "Gutter", BEGUN)
    if standing is Standing.EX:
        archive.archive(book, [acme], 1, date(2026, 1, 1))
    else:
        people.set_standing(book, [acme], standing, date(2026, 1, 1))
    gutter = opportunities.add(book, opportunity)
    before = history(book, acme)
    winning.win(book, gutter, sale=Sale(TODAY, 0, 100) if sold else None)
    assert history(book, acme) == [*before, (TODAY, Standing.CURRENT, False)]
    assert problems(book.file.db) == []


def test_open_steps_are_closed_and_those_done_or_of_the_party_stay(book: Book, roof: int) -> None:
    send = contacts.plan(book, NextStep(TODAY, HILLTOP, "send the quote", opportunity_id=roof))
    opportunities.finish_step(book, send, NextStep(TODAY + timedelta(7), 0, "ask about it"))
    contacts.plan(book, NextStep(TODAY, HILLTOP, "birthday"))
    winning.win(book, roof, checklist="")
    told = {step.what: (step.done_on, step.outcome) for step in book.contacts.steps_of(HILLTOP)}
    assert told == {"send the quote": (TODAY, ""), "ask about it": (TODAY, "Won"), "birthday": (None, "")}


def test_onboarding_begins_for_who_was_no_customer(book: Book, roof: int) -> None:
    day = date(2026, 11, 10)
    winning.win(book, roof, on=day)
    template = checklists.template(book)
    steps = [step for step in book.contacts.steps_of(HILLTOP) if step.checklist == ONBOARDING]
    assert [(step.due, step.what) for step in steps] == [
        (day + timedelta(days=step.days), step.what) for step in template
    ]
    growth = opportunities.add(book, Opportunity(HILLTOP, "Shed", TODAY))
    winning.win(book, growth)
    assert len(book.contacts.steps_of(HILLTOP)) == len(template), "who is a customer is not welcomed again"


def test_a_checklist_may_be_named_or_none(book: Book, roof: int) -> None:
    winning.win(book, roof, checklist="")
    assert book.contacts.steps_of(HILLTOP) == []
    shed = opportunities.add(book, Opportunity(HILLTOP, "Shed", TODAY))
    with pytest.raises(BadInput, match="There is no checklist “Visit”"):
        winning.win(book, shed, checklist="Visit")
    assert the(book, shed).outcome is None, "nothing is won by halves"
    winning.win(book, shed, checklist=ONBOARDING)
    assert checklists.running(book, HILLTOP)


def test_without_a_template_nothing_begins(book: Book, roof: int) -> None:
    checklists.set_template(book, ONBOARDING, [])
    winning.win(book, roof)
    assert book.contacts.steps_of(HILLTOP) == []


def test_an_introductory_discount_is_a_cost_of_gaining(book: Book, roof: int) -> None:
    winning.win(book, roof, discount=5000)
    expense = book.ledger.expenses_of(HILLTOP)[0]
    assert replace(expense, id=0) == Expense(
        TODAY, 5000, Side.GAIN, HILLTOP, "Introductory offer: Roof", introductory=True
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"on": date(2026, 11, 21)}, "lies in the future"),
        ({"on": date(2026, 9, 30)}, "was opened on 2026-10-01, after 2026-09-30"),
        ({"on": date(2026, 11, 1)}, "came to its stage on 2026-11-05"),
        ({"discount": -1}, "A discount cannot be negative"),
        ({"agreed": -1}, "A value cannot be negative"),
        ({"sale": Sale(TODAY, 0, 0)}, "A first sale earns something"),
        ({"sale": Sale(TODAY, 0, -5)}, "A first sale earns something"),
        ({"sale": Sale(date(2026, 11, 21), 0, 5)}, "lies in the future"),
        ({"ends": date(2026, 11, 19)}, "cannot end on 2026-11-19, before it was won"),
    ],
)
def test_what_cannot_be_wins_nothing(book: Book, roof: int, said: dict[str, object], words: str) -> None:
    opportunities.move(book, roof, 3, date(2026, 11, 5))
    before = the(book, roof)
    with pytest.raises(BadInput, match=words) as refused:
        winning.win(book, roof, **said)
    assert refused.value.remedy
    assert (the(book, roof), book.ledger.sales_of(HILLTOP)) == (before, [])


def test_nothing_is_won_twice(book: Book, roof: int) -> None:
    winning.win(book, roof)
    with pytest.raises(BadInput, match="“Roof” was won on 2026-11-20"):
        winning.win(book, roof)


# A sale that is in the book already.


def test_a_sale_of_theirs_wins_it_on_its_day(book: Book, roof: int) -> None:
    day = date(2026, 11, 12)
    sale = money.record_sale(book, Sale(day, HILLTOP, 45000))
    before = history(book)
    winning.win(book, roof, sale_id=sale)
    won = the(book, roof)
    assert (won.closed, won.outcome, won.sale_id, won.agreed) == (day, Outcome.WON, sale, None)
    assert (len(book.ledger.sales_of(HILLTOP)), history(book)) == (1, before), "neither is told twice"
    steps = [step.due for step in book.contacts.steps_of(HILLTOP) if step.checklist == ONBOARDING]
    assert min(steps) > TODAY, "onboarding begins now that it is known: nothing is overdue at once"
    assert len(steps) == len(checklists.template(book))
    assert book.undo() == "Won: “Roof” · Hilltop"
    assert (the(book, roof).outcome, len(book.ledger.sales_of(HILLTOP))) == (None, 1)
    assert problems(book.file.db) == []


def test_a_sale_from_before_its_last_move_wins_it_on_the_day_of_that(book: Book, roof: int) -> None:
    sale = money.record_sale(book, Sale(date(2026, 10, 5), HILLTOP, 45000))
    opportunities.move(book, roof, 3, date(2026, 11, 5))
    winning.win(book, roof, sale_id=sale)
    assert the(book, roof).closed == date(2026, 11, 5)
    book.undo()
    winning.win(book, roof, sale_id=sale, on=TODAY, agreed=50000)
    assert (the(book, roof).closed, the(book, roof).agreed) == (TODAY, 50000)


def test_where_the_rule_is_off_the_sale_that_won_it_makes_a_customer(book: Book, roof: int) -> None:
    with book.change("Switch it off"):
        book.settings.set(SETTING, "off")
    day = date(2026, 11, 12)
    winning.win(book, roof, sale_id=money.record_sale(book, Sale(day, HILLTOP, 45000)))
    assert history(book) == [(BEGUN, Standing.PROSPECT, False), (day, Standing.CURRENT, False)]


def test_who_bought_before_it_was_opened_is_not_welcomed(book: Book) -> None:
    people.add(book, Party("Hilltop"), on=BEGUN)
    money.record_sale(book, Sale(BEGUN, HILLTOP, 100))
    shed = opportunities.add(book, Opportunity(HILLTOP, "Shed", BEGUN + timedelta(1)))
    winning.win(book, shed, sale_id=money.record_sale(book, Sale(TODAY, HILLTOP, 9000)))
    assert book.contacts.steps_of(HILLTOP) == []


def test_who_was_welcomed_for_one_thing_is_not_for_another(book: Book, roof: int) -> None:
    shed = opportunities.add(book, Opportunity(HILLTOP, "Shed", BEGUN))
    first, second = (money.record_sale(book, Sale(TODAY, HILLTOP, amount)) for amount in (100, 200))
    winning.win(book, roof, sale_id=first)
    welcome = book.contacts.steps_of(HILLTOP)
    for step in welcome:
        contacts.finish(book, step.id)
    winning.win(book, shed, sale_id=second)
    assert len(book.contacts.steps_of(HILLTOP)) == len(welcome)


def test_only_a_free_sale_of_theirs_that_earned_wins_it(book: Book, roof: int) -> None:
    other = people.add(book, Party("Other"), on=BEGUN)
    shed = opportunities.add(book, Opportunity(HILLTOP, "Shed", BEGUN))
    anothers = money.record_sale(book, Sale(TODAY, other, 100))
    taken = money.record_sale(book, Sale(TODAY, HILLTOP, 100))
    refund = money.record_sale(book, Sale(TODAY, HILLTOP, -100))
    winning.win(book, shed, sale_id=taken, checklist="")
    for sale_id, words in (
        (anothers, "That sale is not this party's"),
        (77, "That sale is not this party's"),
        (taken, "came of “Shed” already"),
        (refund, "A refund wins nothing"),
    ):
        for on in (None, TODAY):
            with pytest.raises(BadInput, match=words):
                winning.win(book, roof, sale_id=sale_id, on=on)
    with pytest.raises(BadInput, match="one sale, not two"):
        winning.win(book, roof, sale_id=money.record_sale(book, Sale(TODAY, HILLTOP, 7)), sale=Sale(TODAY, 0, 7))
    assert the(book, roof).outcome is None


# The sale it became.


def test_a_sale_taken_out_leaves_what_was_won_at_its_amount(book: Book, roof: int) -> None:
    day = date(2026, 11, 3)
    winning.win(book, roof, on=day, sale=Sale(day, 0, 230000))
    before = the(book, roof)
    money.remove_sale(book, before.sale_id)
    assert the(book, roof) == replace(before, sale_id=0, agreed=230000)
    assert history(book) == [(BEGUN, Standing.PROSPECT, False), (day, Standing.CURRENT, False)]
    assert problems(book.file.db) == []
    book.undo()
    assert the(book, roof) == before
    assert history(book)[-1] == (day, Standing.CURRENT, True)


def test_a_sale_that_was_anothers_leaves_it_too(book: Book, roof: int) -> None:
    winning.win(book, roof, sale=Sale(TODAY, 0, 100), agreed=300)
    other = people.add(book, Party("Other"), on=BEGUN)
    sale = book.ledger.sales_of(HILLTOP)[0]
    money.edit_sale(book, replace(sale, party_id=other, amount=90))
    assert (the(book, roof).sale_id, the(book, roof).agreed) == (0, 300)
    assert (book.people.standing(HILLTOP), book.people.standing(other)) == (Standing.CURRENT, Standing.CURRENT)
    assert problems(book.file.db) == []


def test_correcting_the_sale_keeps_the_link(book: Book, roof: int) -> None:
    winning.win(book, roof, sale=Sale(TODAY, 0, 100))
    sale = book.ledger.sales_of(HILLTOP)[0]
    money.edit_sale(book, replace(sale, amount=90, on=date(2026, 11, 19)))
    assert the(book, roof).sale_id == sale.id


def test_other_sales_taken_out_make_a_prospect_again_as_before(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=BEGUN)
    money.remove_sale(book, money.record_sale(book, Sale(TODAY, acme, 100)))
    assert history(book, acme) == [(BEGUN, Standing.PROSPECT, False)]


# Leaving with something open.


def test_who_leaves_loses_what_was_open_with_the_exit(book: Book, roof: int) -> None:
    step = contacts.plan(book, NextStep(TODAY, HILLTOP, "call", opportunity_id=roof))
    price = next(reason.id for reason in book.people.reasons() if reason.label == "Price")
    archive.archive(book, [HILLTOP], price, date(2026, 11, 15))
    lost = the(book, roof)
    labels = {reason.id: reason.label for reason in book.stages.loss_reasons()}
    assert (lost.outcome, lost.closed, labels[lost.reason_id]) == (Outcome.LOST, date(2026, 11, 15), "Price")
    assert lost.note == "They left (Price)"
    assert book.pipeline.open() == []
    archive.restore(book, [HILLTOP])
    assert the(book, roof) == lost, "who comes back later begins anew"
    back = book.contacts.step(step)
    assert back
    assert (back.done_on, back.opportunity_id) == (None, 0), "the reminder is back, for the party"
    assert problems(book.file.db) == []


def test_an_exit_without_a_like_reason_is_lost_for_other(book: Book, roof: int) -> None:
    archive.archive(book, [HILLTOP], 1)
    reason = next(r for r in book.stages.loss_reasons() if r.id == the(book, roof).reason_id)
    assert (reason.other, the(book, roof).note) == (True, "They left (Closed the business)")


def test_an_exit_that_was_a_slip_takes_nothing(book: Book, roof: int) -> None:
    contacts.plan(book, NextStep(TODAY, HILLTOP, "call", opportunity_id=roof))
    before = (the(book, roof), book.contacts.steps_of(HILLTOP))
    archive.archive(book, [HILLTOP], 1)
    archive.restore(book, [HILLTOP])
    assert (the(book, roof), book.contacts.steps_of(HILLTOP)[0].done_on) == (before[0], None)
    assert book.contacts.steps_of(HILLTOP) == before[1]


def test_an_exit_taken_out_later_takes_nothing_either(book: Book, roof: int) -> None:
    opportunities.move(book, roof, 2, date(2026, 11, 18))
    before = the(book, roof)
    archive.archive(book, [HILLTOP], 1, date(2026, 11, 15))
    assert the(book, roof).closed == date(2026, 11, 18), "not before its last move"
    standings.remove_change(book, HILLTOP, book.people.history(HILLTOP)[-1].id)
    assert the(book, roof) == before
    other = opportunities.add(book, Opportunity(HILLTOP, "Shed", BEGUN))
    opportunities.remove(book, other)
    assert problems(book.file.db) == []
