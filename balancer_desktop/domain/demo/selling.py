"""Sales: each life's dates from its own rhythm, and amounts that make believable months."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta

from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.jobs import JOBS, Job
from balancer_desktop.domain.demo.life import Life
from balancer_desktop.domain.demo.seasons import Calendar, is_working, next_working
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.mix import classify
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side

REFUND_AGES = (70, 330, 720)
"""Refunds are for sales about so many days old."""


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale with the job behind it, and its class in the mix. opens: first of a customer, or after a long silence."""

    sale: Sale
    job: Job
    side: Side
    opens: bool


def sell(dice: Dice, calendar: Calendar, lives: list[Life]) -> list[Sold]:
    """All sales but refunds, in date order; amounts scaled so that each month's steady trade fits its season."""
    sold: list[Sold] = []
    for number, life in enumerate(lives, 1):
        if life.large:
            sold += _large_sales(dice, calendar, life, number)
        elif life.starts:
            sold += _sales(dice, calendar, life, number)
    return _scaled(calendar, sorted(sold, key=lambda s: s.sale.on), _large_id(lives))


def refunds(dice: Dice, today: date, sold: list[Sold]) -> list[Sale]:
    """A part of three good sales, given back some days later."""
    given = []
    for age in REFUND_AGES:
        wanted = today - timedelta(age)
        worth = [s.sale for s in sold if s.sale.on <= wanted and s.sale.amount >= 180_00]
        if worth:
            back = -round_to(worth[-1].amount * dice.between(0.15, 0.35), 500)
            on = next_working(worth[-1].on + timedelta(dice.whole(5, 18)))
            given.append(Sale(on, worth[-1].party_id, back, f"refund: {worth[-1].memo}"))
    return given


def round_to(amount: float, step: int) -> int:
    """The nearest multiple of the step, at least one."""
    return max(1, int(amount / step + 0.5)) * step


def _sales(dice: Dice, calendar: Calendar, life: Life, number: int) -> list[Sold]:
    days = _days(dice, calendar.today, life)
    amounts = [_price(dice, life, fresh=fresh) for _, fresh in days]
    sides = classify([(on, 1) for on, _ in days], life.known_on if life.founder else None)
    own = dice.pick(JOBS)
    sold = []
    for place, ((on, _), amount, side) in enumerate(zip(days, amounts, sides, strict=True)):
        job = own if dice.chance(0.5) else dice.pick(JOBS)
        opens = place == 0 or on == life.returns
        sold.append(Sold(Sale(on, number, amount, job.memo), job, side, opens))
    return sold


def _days(dice: Dice, today: date, life: Life) -> list[tuple[date, bool]]:
    """Sale days in order, each with whether it falls in a beginning, when jobs are larger and closer together."""
    end = min(today, life.stops or today)
    days = _spell(dice, life.starts or end, end, life, begins=not life.founder)
    if life.returns:
        days += _spell(dice, life.returns, today, life, begins=True)
    return days


def _spell(dice: Dice, start: date, end: date, life: Life, *, begins: bool) -> list[tuple[date, bool]]:
    days = [(start, begins)]
    if begins:
        early = (start + timedelta(dice.whole(11, 32)), start + timedelta(dice.whole(42, 80)))
        days += [(on, True) for on in early]
    on = days[-1][0]
    while on <= end:
        on += timedelta(int(life.gap * dice.between(0.8, 1.2)))
        days.append((on, False))
    worked = [(start, begins), *((_worked(dice, on), fresh) for on, fresh in days[1:])]
    return sorted((on, fresh) for on, fresh in worked if on <= end or on == start)


def _worked(dice: Dice, day: date) -> date:
    """The day itself, or one soon after the days off, but not all of them the very first."""
    return day if is_working(day) else next_working(next_working(day) + timedelta(dice.whole(0, 9)))


def _price(dice: Dice, life: Life, *, fresh: bool) -> int:
    if fresh:
        return round_to(dice.between(210, 560), 5) * 100
    if life.gap <= 30:
        return round_to(dice.between(70, 140), 5) * 100
    return round_to(dice.between(120, 250) + life.gap * 0.8, 5) * 100


def _large_share(calendar: Calendar, month: Month) -> float:
    """The one customer that grew too large: from an eighth of what the season brings to nearly half."""
    return 0.12 + 0.39 * calendar.grown(month)


def _large_sales(dice: Dice, calendar: Calendar, life: Life, number: int) -> list[Sold]:
    sold: list[Sold] = []
    for month in calendar.months():
        days = [month.first + timedelta(n) for n in range(month.last.day)]
        open_days = [day for day in days if is_working(day) and life.starts and day >= life.starts]
        count = min(len(open_days), dice.whole(4, 5))
        budget = calendar.income(month) * _large_share(calendar, month) * dice.between(0.92, 1.08)
        for on in sorted(dice.shuffled(open_days)[:count]):
            amount = round_to(budget / count * dice.between(0.7, 1.3), 5) * 100
            job = dice.pick(JOBS)
            flat = f"flat {dice.whole(1, 9)}{dice.pick('ABCD')}: {job.memo}"
            if on <= calendar.today:
                sold.append(Sold(Sale(on, number, amount, flat), job, Side.KEEP, opens=not sold))
    return sold


def _large_id(lives: list[Life]) -> int:
    return next(number for number, life in enumerate(lives, 1) if life.large)


def _scaled(calendar: Calendar, sold: list[Sold], large: int) -> list[Sold]:
    """Steady customers' amounts moved towards what the season leaves for them, within believable prices."""
    natural: dict[Month, int] = defaultdict(int)
    for s in sold:
        if s.side is Side.KEEP and s.sale.party_id != large:
            natural[Month.of(s.sale.on)] += s.sale.amount
    factors = {}
    for month, amount in natural.items():
        passed = calendar.today.day / month.last.day if month == Month.of(calendar.today) else 1.0
        wanted = calendar.income(month) * (0.80 - _large_share(calendar, month)) * 100 * passed
        factors[month] = min(1.7, max(0.6, wanted / amount))
    return [
        s if s.side is not Side.KEEP or s.sale.party_id == large else _times(s, factors[Month.of(s.sale.on)])
        for s in sold
    ]


def _times(sold: Sold, factor: float) -> Sold:
    return replace(sold, sale=replace(sold.sale, amount=round_to(sold.sale.amount * factor, 250)))
