"""What winning one party cost, and its payback, reckoned by hand and by a plain sum day by day."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.pipeline.winning_cost import Deeds, Payback, WinningCost, priced, winning_cost
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing, StandingChange
from tests.domain.pipeline.lives import day

HOUR = 3000
"""30.00 an hour."""
LAST = 200
BEGUN = (StandingChange(1, day(0), Standing.PROSPECT, id=1),)


def hilltop() -> Deeds:
    """Won on day 40 after 4 h and 50.00, with a trial of 20.00 on day 60."""
    return Deeds(
        [
            Work(day(5), 120, Side.GAIN, 1), Work(day(40), 120, Side.GAIN, 1), Work(day(41), 600, Side.GAIN, 1),
            Work(day(50), 60, Side.KEEP, 1), Work(day(50), 60, Side.WIN_BACK, 1), Work(day(50), 60, Side.RUN, 1),
        ],
        [
            Expense(day(10), 5000, Side.GAIN, 1), Expense(day(41), 700, Side.GAIN, 1),
            Expense(day(60), 2000, Side.KEEP, 1, introductory=True), Expense(day(45), 1000, Side.KEEP, 1),
        ],
        [Sale(day(20), 1, -500), Sale(day(40), 1, 8000), Sale(day(70), 1, 10_000), Sale(day(90), 1, 9000)],
        BEGUN,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (4, WinningCost(None, 0, 0, 0, HOUR, 0, Payback.NOTHING)),
        (5, WinningCost(None, 120, 0, 0, HOUR, 6000, Payback.NO_SALE, None, 6000)),
        (39, WinningCost(None, 120, 5000, 0, HOUR, 11_000, Payback.NO_SALE, None, 11_000)),
        # 4 h at 30.00 and 50.00; −5.00 and 80.00 came in.
        (40, WinningCost(day(40), 240, 5000, 0, HOUR, 17_000, Payback.NOT_YET, None, 9500)),
        # An hour of keeping and 10.00 were spent since; then the trial adds 20.00 to what is sunk.
        (59, WinningCost(day(40), 240, 5000, 0, HOUR, 17_000, Payback.NOT_YET, None, 13_500)),
        (60, WinningCost(day(40), 240, 7000, 2000, HOUR, 19_000, Payback.NOT_YET, None, 15_500)),
        (70, WinningCost(day(40), 240, 7000, 2000, HOUR, 19_000, Payback.NOT_YET, None, 5500)),
        (90, WinningCost(day(40), 240, 7000, 2000, HOUR, 19_000, Payback.PAID, day(90), 0)),
    ],
)
def test_the_cost_grows_until_the_first_sale_and_comes_back_after_it(on: int, expected: WinningCost) -> None:
    assert winning_cost(hilltop(), HOUR, day(on)) == expected


def test_without_the_cost_of_an_hour_hours_and_money_stay_apart() -> None:
    told = winning_cost(hilltop(), 0, day(90))
    assert (told.minutes, told.spent, told.cost, told.payback, told.left) == (240, 7000, None, Payback.UNPRICED, None)


def test_money_alone_needs_no_cost_of_an_hour() -> None:
    deeds = Deeds([], [Expense(day(1), 500, Side.GAIN, 1)], [Sale(day(9), 1, 500)], BEGUN)
    assert winning_cost(deeds, 0, day(9)) == WinningCost(day(9), 0, 500, 0, 0, 500, Payback.PAID, day(9), 0)


def test_who_left_before_it_came_back_never_pays_it_back_unless_they_return() -> None:
    deeds = hilltop()
    left = StandingChange(1, day(75), Standing.EX, id=2)
    back = StandingChange(1, day(80), Standing.PROSPECT, id=3)
    gone = Deeds(deeds.work, deeds.expenses, deeds.sales, (*BEGUN, left, back))
    states = [winning_cost(gone, HOUR, day(on)).payback for on in (74, 75, 79, 80, 90)]
    assert states == [Payback.NOT_YET, Payback.NEVER, Payback.NEVER, Payback.NOT_YET, Payback.PAID]


def test_half_a_unit_of_an_hour_is_rounded_up() -> None:
    assert [priced(minutes, 30) for minutes in (0, 1, 2, 3)] == [0, 1, 1, 2]


days = st.integers(0, LAST).map(day)
deeds = st.builds(
    Deeds,
    st.lists(st.builds(Work, days, st.integers(1, 600), st.sampled_from(Side), st.just(1)), max_size=8),
    st.lists(
        st.builds(Expense, days, st.integers(1, 9999), st.sampled_from(Side), st.just(1), introductory=st.booleans()),
        max_size=8,
    ),
    st.lists(st.builds(Sale, days, st.just(1), st.integers(-3000, 30_000)), max_size=8),
    st.just(BEGUN),
)


@given(deeds, st.integers(1, 9999), days)
def test_payback_is_the_first_day_a_plain_sum_covers_the_cost(done: Deeds, hour: int, last: date) -> None:
    told = winning_cost(done, hour, last)
    first = min((sale.on for sale in done.sales if sale.amount > 0 and sale.on <= last), default=None)
    assert told.first_sale == first
    sunk = told.spent + Fraction(told.minutes * hour, 60)
    paid = None
    for on in (day(n) for n in range(LAST + 1)):
        if on <= last and first and paid is None:
            came = sum(sale.amount for sale in done.sales if sale.on <= on)
            went = sum(e.amount for e in done.expenses if e.side is Side.KEEP and not e.introductory and e.on <= on)
            worked = sum(work.minutes for work in done.work if work.side is Side.KEEP and work.on <= on)
            happened = {one.on for many in (done.sales, done.expenses, done.work) for one in many}
            if on in happened and came - went - Fraction(worked * hour, 60) >= sunk:
                paid = on
    assert told.paid_on == (paid if sunk else None)
    assert (told.payback is Payback.PAID) == (told.paid_on is not None)


@given(deeds, st.integers(0, 9999), days)
def test_what_comes_later_changes_no_figure_of_the_past(done: Deeds, hour: int, last: date) -> None:
    known = Deeds(*([one for one in many if one.on <= last] for many in (done.work, done.expenses, done.sales)), BEGUN)
    assert winning_cost(known, hour, last) == winning_cost(done, hour, last)


@given(deeds, st.integers(1, 9999))
def test_the_cost_never_shrinks_as_days_pass(done: Deeds, hour: int) -> None:
    costs = [winning_cost(done, hour, day(0) + timedelta(n)).cost for n in range(0, LAST, 9)]
    # But for a refund of a supplier there is nothing that takes cost back, and none is drawn here.
    assert costs == sorted(costs, key=lambda cost: cost or 0)
