"""A prospect's whole life keeps one record, one timeline, and figures that stay what they were told to be.

Every life is lived day by day on a book whose today moves on. At the end of every month all figures are kept; at the
end of the life each month's are told again, and must be the same.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from balancer_desktop.app import (
    book_settings,
    conversion,
    funnel,
    inquiries,
    losing,
    money,
    opportunities,
    people,
    winning,
    work,
)
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.book_settings import BookSettings
from balancer_desktop.app.contacts import log
from balancer_desktop.app.timeline import timeline
from balancer_desktop.app.verify import verify
from balancer_desktop.app.winning_cost import winning_cost
from balancer_desktop.domain.entries import Channel, Contact, Sale, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.funnel import Flow
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.winning_cost import Payback
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from tests.app.pipeline.lives import FIRST, Life, Owner, ask, expense


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    book = new_book(tmp_path / "book", "EUR", lambda: FIRST, attach=False)
    yield Life(book)
    book.close()


def live(life: Life) -> int:
    """Asks and is lost; comes back and is won; lapses, leaves, and comes back once more. The party."""
    book = life.book
    book_settings.save(book, BookSettings(hourly_cost=6000, prospecting_hours=1, touches=1))
    acme = people.add(book, Party("Acme"), Standing.CURRENT)
    stages = [stage.id for stage in book.stages.stages()]
    price = book.stages.loss_reasons()[0].id

    life.until(date(2024, 1, 10))
    first = ask(life, name="Hilltop", referrer=acme)
    life.until(date(2024, 1, 12))
    roof = inquiries.make_prospect(book, first, value=500_000, step_what="send the quote")
    hilltop = opportunities.get(book, roof).party_id
    life.until(date(2024, 1, 20))
    work.log(book, Work(life.today, 120, Side.GAIN, hilltop))
    opportunities.move(book, roof, stages[3])
    life.until(date(2024, 2, 5))
    opportunities.park(book, [roof], date(2024, 3, 1))
    life.until(date(2024, 3, 15))
    losing.lose(book, roof, price)

    life.until(date(2024, 6, 3))
    again = inquiries.make_prospect(book, ask(life, hilltop), value=400_000)
    expense(life, hilltop, 5000)
    life.until(date(2024, 6, 17))
    opportunities.move(book, again, stages[4])
    log(book, Contact(life.today, hilltop, Channel.VISIT))
    life.until(date(2024, 7, 1))
    winning.win(book, again, sale=Sale(life.today, hilltop, 20_000), discount=2500, ends=date(2024, 8, 30))
    life.until(date(2024, 8, 30))
    work.log(book, Work(life.today, 60, Side.KEEP, hilltop))
    money.record_sale(book, Sale(life.today, hilltop, 15_000))

    life.until(date(2025, 4, 1))
    people.set_standing(book, [hilltop], Standing.LAPSED)
    life.until(date(2025, 6, 2))
    reason = next(reason.id for reason in book.people.reasons() if reason.label == "Went to a rival")
    people.set_standing(book, [hilltop], Standing.EX, reason_id=reason)
    life.until(date(2025, 10, 10))
    third = opportunities.add(book, Opportunity(hilltop, "Gutter", life.today, 30_000, origin="old customer"))
    life.until(date(2025, 10, 20))
    winning.win(book, third, agreed=28_000)
    life.until(date(2026, 2, 2))
    return hilltop


def test_one_life_is_one_record_and_one_timeline(life: Life) -> None:
    hilltop = live(life)
    book = life.book
    assert book.people.named("Hilltop") == 1
    history = book.people.history(hilltop)
    assert [change.standing for change in history] == [
        Standing.PROSPECT, Standing.CURRENT, Standing.LAPSED, Standing.EX, Standing.LAPSED, Standing.CURRENT,
    ]  # fmt: skip
    days = [item.on for item in timeline(book, hilltop)]
    assert days == sorted(days, reverse=True)
    assert {one.party_id for one in book.pipeline.all()} == {hilltop}
    assert [one.outcome for one in book.pipeline.of_party(hilltop)] == ["lost", "won", "won"]
    assert verify(book) == []


def test_its_figures_are_those_reckoned_by_hand(life: Life) -> None:
    hilltop = live(life)
    book = life.book
    assert conversion.conversion(book, date(2024, 2, 29)) == Conversion(parked=1)
    assert conversion.conversion(book, date(2024, 3, 14)) == Conversion(open=1)
    assert conversion.conversion(book, date(2024, 12, 31)) == Conversion(won=1, lost=1)
    assert conversion.conversion(book) == Conversion(won=2, lost=1)
    inquiry_stage, _, _, proposal, presentation, _ = book.stages.stages()
    june = {one.stage.id: one.flow for one in funnel.funnel(book, date(2024, 6, 1), date(2024, 6, 30)).stages}
    assert june[inquiry_stage.id] == Flow(entered=1, moved_on=1)
    assert june[presentation.id] == Flow(entered=1, still=1)
    march = {one.stage.id: one.flow for one in funnel.funnel(book, date(2024, 3, 1), date(2024, 3, 31)).stages}
    assert march[proposal.id] == Flow(before=1, lost=1)
    # From 20 January to 15 March are 55 days, of which 25 parked.
    assert funnel.time_in_stages(book)[proposal.id].completed.days == (30,)
    assert sorted(funnel.usual_cycle(book).days) == [10, 28]
    year = funnel.funnel(book, date(2024, 1, 1), date(2024, 12, 31))
    assert [(one.name, one.brought.won, one.brought.value) for one in year.sources] == [
        ("call", 1, 20_000), ("referral", 0, 0),
    ]  # fmt: skip
    (referrer,) = year.referrers
    assert (referrer.brought.inquiries, referrer.brought.opportunities, referrer.brought.lost) == (1, 1, 1)
    # 2 h at 60.00, 50.00 and a discount of 25.00 are 195.00; 200.00 of the first sale cover it on its day.
    told = winning_cost(book, hilltop)
    assert (told.minutes, told.spent, told.cost) == (120, 7500, 19_500)
    assert (told.payback, told.paid_on) == (Payback.PAID, date(2024, 7, 1))
    assert winning_cost(book, hilltop, date(2024, 6, 30)).payback is Payback.NO_SALE


def test_every_month_is_told_again_as_it_was_told_then(life: Life) -> None:
    live(life)
    assert len(life.told) == 25
    assert life.told_again() == life.told


def test_a_corrected_past_changes_what_is_told_of_it_and_nothing_before(life: Life) -> None:
    hilltop = live(life)
    book = life.book
    (sale, *_) = book.ledger.sales_of(hilltop)
    money.edit_sale(book, replace(sale, amount=10_000))
    again = life.told_again()
    changed = {day for day in life.told if again[day] != life.told[day]}
    assert changed
    assert min(changed) == date(2024, 7, 31)


def flows(book: Book, day: date) -> list[Flow]:
    """Of every stage, in the month up to its last day."""
    return [stage.flow for stage in funnel.funnel(book, day.replace(day=1), day).stages]


@pytest.mark.parametrize("seed", range(2))
def test_any_months_are_told_again_as_they_were_told_then(life: Life, seed: int) -> None:
    """Many lives at once, the owner doing anything the program allows on any day."""
    book, random = life.book, Random(seed)
    book_settings.save(book, BookSettings(hourly_cost=4500, prospecting_hours=1, touches=2))
    for n in range(5):
        people.add(book, Party(f"Party {n}"), random.choice((Standing.PROSPECT, Standing.CURRENT)))
    life.until(date(2025, 9, 1), Owner(life, random).act)
    assert {one.outcome for one in book.pipeline.all()} >= {"won", "lost"}
    assert len(book.pipeline.all()) > 20
    assert len(life.told) == 20
    assert life.told_again() == life.told
    for day in life.told:
        counted = conversion.conversion(book, day)
        assert counted.resolved + counted.open + counted.parked == sum(one.opened <= day for one in book.pipeline.all())
    months = [flows(book, day) for day in life.told]
    for earlier, later in pairwise(months):
        assert [flow.still for flow in earlier] == [flow.before for flow in later]
    for flow in (flow for month in months for flow in month):
        gone = flow.moved_on + flow.moved_back + flow.won + flow.lost
        assert flow.before + flow.entered == gone + flow.still
    assert verify(book) == []
