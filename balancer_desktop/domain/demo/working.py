"""The hours: serving customers, winning prospects, winning people back, and running the business."""

from collections.abc import Iterator
from datetime import date, timedelta

from balancer_desktop.domain.demo.business import DemoStanding
from balancer_desktop.domain.demo.diary import Diary, quarters
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.jobs import MARKETING_NOTES, OFFICE_NOTES, QUOTE_NOTES, WIN_BACK_NOTES
from balancer_desktop.domain.demo.life import Life
from balancer_desktop.domain.demo.seasons import MARKETING_HOURS, Calendar, is_working
from balancer_desktop.domain.demo.selling import Sold
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

HOURLY = 62
"""Whole units an hour of work brings, material included; the large customer pays less."""
HOURLY_LARGE = 54
LONGEST = 300
"""Minutes; a longer job takes more than one day."""
LONGEST_SEARCH = 240
"""Minutes of looking for work at a stretch."""


def serve(dice: Dice, diary: Diary, sold: list[Sold], large: int) -> None:
    """The work behind each sale, up to its date; but a first job is paid when it begins, and done in the weeks after.

    So some of it may lie ahead of the day the business is made for.
    """
    begun: dict[int, date] = {}
    for s in sold:
        on, party = s.sale.on, s.sale.party_id
        hourly = HOURLY_LARGE if party == large else HOURLY * dice.between(0.9, 1.15)
        if s.opens:
            begun[party] = on
        earliest = max(begun[party], on - timedelta(26))
        latest = on + timedelta(21) if s.opens else on
        for part in _parts(max(30, quarters(s.sale.amount / 100 / hourly))):
            diary.place(part, earliest, latest, Side.KEEP, dice.pick(s.job.notes), party)


def _parts(minutes: int, longest: int = LONGEST) -> list[int]:
    """The minutes in as few parts as fit, each in quarter hours."""
    count = -(-minutes // longest)
    part = minutes // count // 15 * 15
    return [part] * (count - 1) + [minutes - part * (count - 1)]


def pursue(
    dice: Dice, diary: Diary, calendar: Calendar, life: Life, first_sale: date | None, number: int, tag: str
) -> None:
    """Visits and quotes between first contact and first sale; none yet for who called just now."""
    latest = first_sale - timedelta(1) if first_sale else min(calendar.today, life.known_on + timedelta(30))
    earliest = min(latest, life.known_on + timedelta(1))
    for _ in range(_visits(dice, calendar, life, latest)):
        note = dice.pick(QUOTE_NOTES).format(tag=tag)
        diary.place(quarters(dice.between(0.5, 2)), earliest, latest, Side.GAIN, note, number)


def _visits(dice: Dice, calendar: Calendar, life: Life, latest: date) -> int:
    """In the drought one visit to those who became customers all the same."""
    if life.founder or life.is_unanswered(calendar):
        return 0
    hurried = calendar.is_drought(latest) or calendar.is_drought(life.known_on) or (latest - life.known_on).days < 10
    return 1 if hurried else dice.whole(1, 3)


def win_back(
    dice: Dice, diary: Diary, calendar: Calendar, life: Life, rows: tuple[DemoStanding, ...], number: int
) -> None:
    """A few calls and visits while a party is lapsed, and to some of those who left."""
    for row in rows:
        away = row.standing is Standing.LAPSED or (row.standing is Standing.EX and dice.chance(0.3))
        latest = life.returns - timedelta(1) if life.returns else min(calendar.today, row.on + timedelta(120))
        most = 1 if calendar.is_drought(latest) else 3
        for _ in range(dice.whole(1, most) if away else 0):
            end = latest - timedelta(dice.whole(0, min(20, (latest - row.on).days)))
            note = dice.pick(WIN_BACK_NOTES)
            diary.place(quarters(dice.between(0.3, 1.3)), row.on, end, Side.WIN_BACK, note, number)


def look_for_work(dice: Dice, diary: Diary, calendar: Calendar) -> None:
    """Hours spent on being found, every week but in the drought, and more since it was noticed."""
    for monday, latest, days in _weeks(calendar):
        hours = MARKETING_HOURS[monday.month - 1] * dice.between(0.7, 1.3) * days / 5
        if calendar.is_drought(monday) or calendar.is_drought(latest):
            hours = 0.5 if dice.chance(0.45) else 0.0
        elif calendar.is_after_drought(monday):
            hours *= 1.3
        for part in _parts(quarters(hours), LONGEST_SEARCH) if hours else []:
            diary.place(part, monday, latest, Side.GAIN, dice.pick(MARKETING_NOTES))


def run(dice: Dice, diary: Diary, calendar: Calendar) -> None:
    """The office hours that are in no mix: every week, and the accounts after each month."""
    for monday, latest, _ in _weeks(calendar):
        diary.place(quarters(dice.between(1.8, 3.2)), monday, latest, Side.RUN, dice.pick(OFFICE_NOTES))
        if monday.day <= 7:
            diary.place(quarters(dice.between(1.5, 3)), monday, latest, Side.RUN, "accounts for last month")


def _weeks(calendar: Calendar) -> Iterator[tuple[date, date, int]]:
    """Monday, last working day so far, and their number, of each week with more than one working day."""
    monday = calendar.start + timedelta(-calendar.start.weekday() % 7)
    while monday <= calendar.today:
        days = [monday + timedelta(n) for n in range(5)]
        worked = [day for day in days if is_working(day) and day <= calendar.today]
        if len(worked) > 1:
            yield monday, worked[-1], len(worked)
        monday += timedelta(7)
