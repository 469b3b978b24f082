"""Who comes, who stays, and who goes: the parties' lives, in the order in which they became known."""

from dataclasses import replace
from datetime import date, timedelta

from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.life import Fate, Life
from balancer_desktop.domain.demo.seasons import Calendar, last_working, next_working

FOUNDERS = 19
GAPS = (30, 45, 60, 91, 91, 91, 91, 120, 182, 182, 182)
"""Days between sales, as often as they occur."""
PROSPECT_AGES = (0, 1, 3, 5, 9, 16, 24, 37, 52, 70, 95, 130, 235, 345, 420, 520, 700)
"""Days before today. In the drought nobody new was met but one caller, who was called back too late."""
RETURN_AGES = (545, 391, 345, 298, 252, 205, 160, 113, 68, 24)
UNNOTICED = 3
"""Days since somebody bought who still stands among the lapsed."""
PERSONS_LEAVE = ("Moved away", "Died", "Project over", "Moved away", "Price", "Project over", "Retired", "Graduated")
BUSINESSES_LEAVE = ("Closed the business", "Retired", "Went to a rival", "Closed the business", "Neglected")
LAPSES = 10
SILENT_MONTHLY = (100, 135)
SILENT = (118, 132)
"""Days, between which the quiet ones fell silent: who came about every month, and who came every seventh week."""


def cast(dice: Dice, calendar: Calendar) -> list[Life]:
    """Every life, oldest acquaintance first."""
    customers = _founders(dice, calendar) + _newcomers(dice, calendar)
    lives = [_large(calendar), *_with_fates(dice, calendar.today, customers), *_prospects(dice, calendar.today)]
    return sorted(lives, key=lambda life: life.known_on)


def _large(calendar: Calendar) -> Life:
    starts = next_working(calendar.start + timedelta(24))
    return Life(calendar.start + timedelta(9), starts, gap=7, business=True, large=True)


def _founders(dice: Dice, calendar: Calendar) -> list[Life]:
    """Customers from before the book; each is served early in it."""
    lives = []
    for number in range(FOUNDERS):
        starts = next_working(calendar.start + timedelta(dice.whole(2, 70)))
        known = calendar.start - timedelta(dice.whole(120, 2900))
        lives.append(Life(known, starts, dice.pick(GAPS), founder=True, business=number % 3 == 0))
    return lives


def _newcomers(dice: Dice, calendar: Calendar) -> list[Life]:
    lives: list[Life] = []
    owed = dice.between(0, 1)
    for month in calendar.months():
        owed += calendar.newcomers(month)
        while owed >= 1:
            owed -= 1
            starts = next_working(month.first + timedelta(dice.whole(0, 27)))
            known = max(calendar.start, starts - timedelta(dice.whole(4, 26)))
            if known < starts <= calendar.today:
                lives.append(Life(known, starts, dice.pick(GAPS), business=len(lives) % 4 == 1))
    return lives


def _prospects(dice: Dice, today: date) -> list[Life]:
    ages = [age + (dice.whole(0, 4) if age > 5 else 0) for age in PROSPECT_AGES]
    return [
        Life(today - timedelta(age), fate=Fate.PROSPECT, business=number % 4 == 3) for number, age in enumerate(ages)
    ]


def _with_fates(dice: Dice, today: date, customers: list[Life]) -> list[Life]:
    """The customers, some of whom return, leave, lapse or fall quiet; the rest stay current."""
    free = dice.shuffled(customers)
    changed = [_returning(dice, _take(free, today, age + 470), today - timedelta(age)) for age in RETURN_AGES]
    changed += [_leaving(dice, _take(free, today, 240, business=True), today, why) for why in BUSINESSES_LEAVE]
    changed += [_leaving(dice, _take(free, today, 240, business=False), today, why) for why in PERSONS_LEAVE]
    changed += [_lapsing(dice, _take(free, today, 330), today) for _ in range(LAPSES)]
    changed += [_quiet(dice, _take(free, today, 400), today, 30, SILENT_MONTHLY) for _ in range(2)]
    changed += [_quiet(dice, _take(free, today, 400), today, 48, SILENT) for _ in range(2)]
    changed.append(_unnoticed(dice, _take(free, today, 560), today))
    return changed + free


def _take(free: list[Life], today: date, days: int, *, business: bool | None = None) -> Life:
    """Takes out the first who has been a customer for so many days; the longest-standing one when nobody has."""
    fitting = [life for life in free if business is None or life.business is business] or free
    before = today - timedelta(days)
    chosen = next((life for life in fitting if _start(life) <= before), min(fitting, key=_start))
    free.remove(chosen)
    return chosen


def _start(life: Life) -> date:
    return life.starts or life.known_on


def _returning(dice: Dice, life: Life, returns: date) -> Life:
    """Silent for more than a year, then back."""
    stops = max(_start(life), returns - timedelta(dice.whole(385, 450)))
    return replace(life, fate=Fate.RETURNED, stops=stops, returns=next_working(returns))


def _leaving(dice: Dice, life: Life, today: date, reason: str) -> Life:
    """Leaves some weeks after the last sale; a project ends within months of its beginning."""
    start, latest = _start(life), today - timedelta(6)
    if reason == "Project over":
        stops = start + timedelta(dice.whole(60, 150))
        left_on = min(latest, stops + timedelta(dice.whole(15, 40)))
        return replace(life, fate=Fate.EX, gap=21, stops=min(stops, left_on), left_on=left_on, reason=reason)
    left_on = latest - timedelta(int((latest - start).days * dice.between(0, 0.6)))
    stops = max(start, left_on - timedelta(dice.whole(25, 110)))
    return replace(life, fate=Fate.EX, stops=stops, left_on=left_on, reason=reason)


def _lapsing(dice: Dice, life: Life, today: date) -> Life:
    stops = max(_start(life), today - timedelta(dice.whole(200, 420)))
    return replace(life, fate=Fate.LAPSED, stops=stops)


def _quiet(dice: Dice, life: Life, today: date, gap: int, silent: tuple[int, int]) -> Life:
    """Was there in a steady rhythm, and not for the last months: current still, and overdue."""
    return replace(life, fate=Fate.QUIET, gap=gap, stops=today - timedelta(dice.whole(*silent)))


def _unnoticed(dice: Dice, life: Life, today: date) -> Life:
    """Back these days, which the records do not say yet."""
    returns = last_working(today - timedelta(UNNOTICED))
    return replace(_returning(dice, life, returns), returns=returns, noticed=False)
