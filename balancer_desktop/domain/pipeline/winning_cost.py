"""What winning a party cost, and when that has come back (numbers.md §10 of the design).

Sunk cost: the hours and expenses of the gain side up to and including the day of the first sale, and introductory
discounts and trials whenever they fell. It has come back on the first day on which income less direct costs less hours
of the keep side, added up, covers it. Work of other sides (winning back, running the business) counts in neither.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing, StandingChange, standing_on

UNPRICED = "Say in the settings what an hour of yours costs, and hours are priced and payback is told."


class Payback(StrEnum):
    """Whether what winning them cost has come back."""

    UNPRICED = "not told without the cost of an hour"
    NOTHING = "nothing was logged on winning them"
    NO_SALE = "no sale yet"
    PAID = "paid back"
    NOT_YET = "not yet"
    NEVER = "never: they left before"


@dataclass(frozen=True, slots=True)
class Deeds:
    """Everything dated that was done for one party, in any order."""

    work: Sequence[Work]
    expenses: Sequence[Expense]
    sales: Sequence[Sale]
    history: Sequence[StandingChange]


@dataclass(frozen=True, slots=True)
class WinningCost:
    """minutes, spent: on winning them; introductory: the part of spent that discounts and trials are.

    cost: both in minor units, None while hours cannot be priced. paid_on: of PAID alone. left: what is still to come
    back, in minor units, None where that is not known. hourly_cost: minor units, 0 when not said.
    """

    first_sale: date | None
    minutes: int
    spent: int
    introductory: int
    hourly_cost: int
    cost: int | None
    payback: Payback
    paid_on: date | None = None
    left: int | None = None


def winning_cost(deeds: Deeds, hourly_cost: int, day: date) -> WinningCost:
    """As of the end of a day: what is dated later is not known yet."""
    first_sale = min((sale.on for sale in deeds.sales if sale.amount > 0 and sale.on <= day), default=None)
    until = first_sale or day
    minutes = sum(work.minutes for work in deeds.work if work.side is Side.GAIN and work.on <= until)
    introductory = sum(expense.amount for expense in deeds.expenses if expense.introductory and expense.on <= day)
    spent = introductory + sum(
        expense.amount
        for expense in deeds.expenses
        if expense.side is Side.GAIN and not expense.introductory and expense.on <= until
    )
    told = (first_sale, minutes, spent, introductory, hourly_cost)
    if minutes and not hourly_cost:
        return WinningCost(*told, None, Payback.UNPRICED)
    cost = spent + priced(minutes, hourly_cost)
    if not minutes and not spent:
        return WinningCost(*told, cost, Payback.NOTHING)
    if not hourly_cost and any(work.side is Side.KEEP and work.on <= day for work in deeds.work):
        return WinningCost(*told, cost, Payback.UNPRICED)
    sunk = 60 * spent + minutes * hourly_cost
    paid_on, contribution = _paid(deeds, hourly_cost, sunk, day) if first_sale else (None, 0)
    if paid_on:
        return WinningCost(*told, cost, Payback.PAID, paid_on, 0)
    left = max(1, (sunk - contribution + 30) // 60)
    if standing_on(deeds.history, day) is Standing.EX:
        return WinningCost(*told, cost, Payback.NEVER, None, left)
    return WinningCost(*told, cost, Payback.NOT_YET if first_sale else Payback.NO_SALE, None, left)


def priced(minutes: int, hourly_cost: int) -> int:
    """Hours as money: minor units, halves rounded up."""
    return (minutes * hourly_cost + 30) // 60


def _paid(deeds: Deeds, hourly_cost: int, sunk: int, day: date) -> tuple[date | None, int]:
    """The first day that covers the sunk cost, and what all days together contributed.

    All in sixtieths of minor units, in which minutes have an exact price.
    """
    dated = [(sale.on, 60 * sale.amount) for sale in deeds.sales]
    dated += [(one.on, -60 * one.amount) for one in deeds.expenses if one.side is Side.KEEP and not one.introductory]
    dated += [(one.on, -hourly_cost * one.minutes) for one in deeds.work if one.side is Side.KEEP]
    total, paid_on = 0, None
    for on, amount in _by_day(dated, day):
        total += amount
        if paid_on is None and total >= sunk:
            paid_on = on
    return paid_on, total


def _by_day(dated: Iterable[tuple[date, int]], day: date) -> list[tuple[date, int]]:
    """One sum a day, in order, up to the day."""
    sums: dict[date, int] = {}
    for on, amount in dated:
        if on <= day:
            sums[on] = sums.get(on, 0) + amount
    return sorted(sums.items())
