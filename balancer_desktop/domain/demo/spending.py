"""The money that goes out: material for jobs, being found, and what merely running the van and the office costs."""

from datetime import date, timedelta

from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.seasons import Calendar
from balancer_desktop.domain.demo.selling import Sold, round_to
from balancer_desktop.domain.entries import Expense
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side

ADVERTS = ("advert in the parish magazine", "online advert", "board at the rowing club", "van lettering")
TOOLS = ("drill bits and blades", "dust sheets", "ladder stabiliser", "cordless battery", "work boots")


def spend(dice: Dice, calendar: Calendar, sold: list[Sold]) -> list[Expense]:
    """Every expense up to today, in date order."""
    spent = _materials(dice, sold)
    for month in calendar.months():
        spent += _running(dice, month) + _reaching_out(dice, calendar, month)
    return sorted((e for e in spent if e.on <= calendar.today), key=lambda e: e.on)


def _materials(dice: Dice, sold: list[Sold]) -> list[Expense]:
    """Bought for one larger job in seven, on the day it was invoiced."""
    dear = [s for s in sold if s.sale.amount >= 150_00]
    return [
        Expense(
            s.sale.on,
            _cents(dice, s.sale.amount * dice.between(0.12, 0.28)),
            Side.KEEP,
            s.sale.party_id,
            s.job.material,
        )
        for s in dear
        if dice.chance(0.15)
    ]


def _running(dice: Dice, month: Month) -> list[Expense]:
    bills = [
        Expense(month.first + timedelta(2), 86_40, Side.RUN, memo="liability insurance"),
        Expense(month.first + timedelta(14), 29_90, Side.RUN, memo="phone"),
        Expense(_day(dice, month), _cents(dice, dice.between(48_00, 82_00)), Side.RUN, memo="diesel for the van"),
    ]
    if dice.chance(0.3):
        bills.append(
            Expense(_day(dice, month), _cents(dice, dice.between(18_00, 95_00)), Side.RUN, memo=dice.pick(TOOLS))
        )
    if month.month in {4, 10}:
        bills.append(
            Expense(_day(dice, month), _cents(dice, dice.between(180_00, 340_00)), Side.RUN, memo="van service")
        )
    return bills


def _reaching_out(dice: Dice, calendar: Calendar, month: Month) -> list[Expense]:
    """Adverts every month and flyers every other, nothing in the drought; postcards to old customers twice a year."""
    spent = []
    if not calendar.is_drought(month.first):
        worth = 1.4 if calendar.is_after_drought(month.first) else 1.0
        spent.append(_advert(dice, month, dice.pick(ADVERTS), dice.between(45_00, 110_00) * worth))
        if dice.chance(0.5):
            spent.append(_advert(dice, month, "flyers", dice.between(40_00, 90_00) * worth))
        if dice.chance(0.2):
            spent.append(_advert(dice, month, "wine for a referral", dice.between(12_00, 24_00)))
        if month.month in {3, 9}:
            postcards = _cents(dice, dice.between(24_00, 38_00))
            spent.append(Expense(_day(dice, month), postcards, Side.WIN_BACK, memo="postcards to old customers"))
    return spent


def _advert(dice: Dice, month: Month, memo: str, cents: float) -> Expense:
    return Expense(_day(dice, month), _cents(dice, cents), Side.GAIN, memo=memo)


def _day(dice: Dice, month: Month) -> date:
    return month.first + timedelta(dice.whole(0, month.last.day - 1))


def _cents(dice: Dice, amount: float) -> int:
    """A till receipt's amount: to the ten cents, or ending in ninety-nine."""
    return round_to(amount, 100) - 1 if dice.chance(0.3) else round_to(amount, 10)
