"""Being heard of again by those who bought elsewhere: a few calls and messages every week but in the drought."""

from collections.abc import Sequence
from datetime import date, timedelta

from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.seasons import Calendar, last_working
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.pipeline.opportunity import Opportunity

A_WEEK, A_WEEK_LATELY = (0, 2), (5, 6)
"""Contacts: little for years, and what the goal asks for since the drought. Of this week one, early in it."""
EARLY = 3
"""Days of a week: later in it what was said of open quotes is enough to be seen."""
WORDS = (
    (Channel.CALL, "asked whether anything came up"),
    (Channel.CALL, "asked how the fence turned out"),
    (Channel.MESSAGE, "sent photos of a finished job"),
    (Channel.EMAIL, "sent the spring list of small jobs"),
)


def calls(dice: Dice, calendar: Calendar, lost: Sequence[Opportunity]) -> list[Contact]:
    """lost: of people who never bought. Each is left alone for some weeks first."""
    said: list[Contact] = []
    monday = calendar.start + timedelta(-calendar.start.weekday() % 7)
    while monday <= calendar.today:
        rests = [one.party_id for one in lost if one.closed and one.closed + timedelta(25) < monday]
        count = dice.whole(*(A_WEEK_LATELY if calendar.is_after_drought(monday) else A_WEEK))
        if calendar.today - monday < timedelta(7):
            count = 1 if calendar.today.weekday() < EARLY else 0
        elif calendar.is_drought(monday) or not rests:
            count = 0
        said += [_call(dice, calendar.today, monday, dice.pick(rests)) for _ in range(count)]
        monday += timedelta(7)
    return said


def _call(dice: Dice, today: date, monday: date, party_id: int) -> Contact:
    channel, note = dice.pick(WORDS)
    on = max(monday, last_working(min(today, monday + timedelta(dice.whole(0, 4)))))
    return Contact(on, party_id, channel, note, answered=channel is not Channel.CALL or dice.chance(0.6))
