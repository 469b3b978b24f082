"""Contacts as they happened, and next steps: done ones, due ones, and a few that slipped."""

from collections.abc import Mapping
from datetime import date, timedelta

from balancer_desktop.domain.demo.business import DemoStanding
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.inquiring import rung_too_late
from balancer_desktop.domain.demo.life import Fate, Life
from balancer_desktop.domain.demo.seasons import Calendar
from balancer_desktop.domain.demo.selling import Sold
from balancer_desktop.domain.entries import Channel, Contact, NextStep
from balancer_desktop.domain.standing import Standing

CUSTOMER_STEPS = (
    "book the next gutter clean",
    "bring the paint samples",
    "check the new door closer",
    "send photos of the roof",
    "agree a date for the fence",
    "ask for a referral",
)
CUSTOMER_DUE = (-2, 3, 8, 15, 24)
LAPSED_DUE = (10, 17)
NOT_YET_RUNG = 3
"""Of the lapsed; the others were rung in the last weeks."""
RUNG = ("rang: perhaps in spring", "rang: will think of us for the windows", "rang: all is well, nothing to do")


def contacts(
    dice: Dice,
    calendar: Calendar,
    lives: list[Life],
    histories: list[tuple[DemoStanding, ...]],
    sold: list[Sold],
    answered: Mapping[int, date],
) -> list[Contact]:
    """Everything said or tried up to today, in date order, but about quotes. answered: by id, when inquiries were."""
    said = [
        c
        for number, life in enumerate(lives, 1)
        if not life.founder
        for c in _first(dice, calendar, life, number, answered.get(number))
    ]
    for s in sold:
        if dice.chance(0.35):
            channel = dice.pick((Channel.CALL, Channel.CALL, Channel.MESSAGE, Channel.EMAIL))
            known = lives[s.sale.party_id - 1].known_on
            earliest = max(calendar.start, answered.get(s.sale.party_id, known))
            on = max(earliest, s.sale.on - timedelta(dice.whole(1, 6)))
            they = dice.chance(0.45)
            said.append(Contact(on, s.sale.party_id, channel, f"agreed a date: {s.sale.memo}", incoming=they))
    said += _rung(dice, calendar.today, lives, histories)
    for number, rows in enumerate(histories, 1):
        said += [c for row in rows for c in _goodbyes(dice, calendar.today, row, number)]
    return sorted((c for c in said if c.on <= calendar.today), key=lambda c: c.on)


def _first(dice: Dice, calendar: Calendar, life: Life, number: int, answered: date | None) -> list[Contact]:
    """The visit that followed an inquiry; or the call returned when it was too late."""
    if life.is_unanswered(calendar):
        back = Contact(rung_too_late(life), number, Channel.CALL, "rang back: found somebody else by now")
        return [back] if calendar.is_drought(life.known_on) else []
    visit = max(answered or life.known_on, life.known_on + timedelta(dice.whole(1, 3)))
    return [Contact(visit, number, Channel.VISIT, "looked at it together")]


def _goodbyes(dice: Dice, today: date, row: DemoStanding, number: int) -> list[Contact]:
    if row.standing is Standing.EX:
        channel = dice.pick((Channel.CALL, Channel.EMAIL, Channel.MESSAGE))
        return [Contact(row.on, number, channel, row.note, incoming=True)]
    if row.standing is Standing.LAPSED:
        on = row.on + timedelta(dice.whole(0, max(0, min(40, (today - row.on).days))))
        reached = dice.pick((True, False))
        note = "rang: nothing to do at the moment" if reached else "rang, left a message"
        return [Contact(on, number, Channel.CALL, note, answered=reached)]
    return []


def _rung(dice: Dice, today: date, lives: list[Life], histories: list[tuple[DemoStanding, ...]]) -> list[Contact]:
    """Those of the lapsed who were rung in the last weeks; whose silence is not that unlike them are still to be."""
    lapsed = [n for n, rows in enumerate(histories, 1) if rows[-1].standing is Standing.LAPSED]
    lapsed.sort(key=lambda n: ((today - (lives[n - 1].stops or today)).days / lives[n - 1].gap, n))
    rung = []
    for number in lapsed[NOT_YET_RUNG:]:
        on = max(today - timedelta(dice.whole(4, 27)), histories[number - 1][-1].on)
        reached = dice.chance(0.6)
        channel = Channel.CALL if reached or dice.chance(0.5) else Channel.MESSAGE
        note = dice.pick(RUNG) if reached else "no answer"
        rung.append(Contact(on, number, channel, note, answered=reached))
    return rung


def next_steps(dice: Dice, calendar: Calendar, lives: list[Life]) -> list[NextStep]:
    """Quotes that were sent in time, and what is open now but for quotes, in order of the day due."""
    today = calendar.today
    numbered = list(enumerate(lives, 1))
    loyal = dice.shuffled([n for n, life in numbered if life.fate is Fate.CURRENT and not life.large])
    lapsed = dice.shuffled([n for n, life in numbered if life.fate is Fate.LAPSED])
    steps = _open(dice, today, loyal, CUSTOMER_DUE, CUSTOMER_STEPS)
    steps += _open(dice, today, lapsed, LAPSED_DUE, ("ring and ask how things are",))
    steps += [_done(dice, life, n) for n, life in numbered if life.starts and not life.founder and dice.chance(0.5)]
    return sorted(steps, key=lambda s: s.due)


def _open(dice: Dice, today: date, ids: list[int], due: tuple[int, ...], whats: tuple[str, ...]) -> list[NextStep]:
    return [NextStep(today + timedelta(days), n, dice.pick(whats)) for n, days in zip(ids, due, strict=False)]


def _done(dice: Dice, life: Life, number: int) -> NextStep:
    """A quote promised at first contact and sent before the first sale."""
    last = (life.starts or life.known_on) - life.known_on
    due = life.known_on + timedelta(dice.whole(1, min(5, last.days)))
    return NextStep(due, number, "send the quote", due - timedelta(dice.whole(0, 1)))
