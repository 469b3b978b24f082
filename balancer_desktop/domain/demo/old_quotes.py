"""Being heard of again by those who bought elsewhere: a few calls and messages every week but in the drought."""

from collections.abc import Sequence
from datetime import date, timedelta

from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.seasons import Calendar, last_working
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.pipeline.opportunity import Opportunity

A_WEEK, A_WEEK_LATELY = (0, 2), (3, 4)
"""Contacts: little for years, and more since the drought was noticed."""
WORDS = (
    (Channel.CALL, "asked whether anything came up"),
    (Channel.CALL, "asked how the fence turned out"),
    (Channel.MESSAGE, "sent photos of a finished job"),
    (Channel.EMAIL, "sent the spring list of small jobs"),
)
GOAL = 3
"""Touches a week the owner wants."""


def calls(dice: Dice, calendar: Calendar, lost: Sequence[Opportunity]) -> list[Contact]:
    """lost: of people who never bought. Each is left alone for some weeks first."""
    said: list[Contact] = []
    monday = calendar.start + timedelta(-calendar.start.weekday() % 7)
    while monday <= calendar.today:
        rests = [one.party_id for one in lost if one.closed and one.closed + timedelta(25) < monday]
        lately = calendar.is_after_drought(monday)
        count = 0 if calendar.is_drought(monday) or not rests else dice.whole(*(A_WEEK_LATELY if lately else A_WEEK))
        said += [_call(dice, calendar.today, monday, dice.pick(rests)) for _ in range(count)]
        monday += timedelta(7)
    return said


def _call(dice: Dice, today: date, monday: date, party_id: int) -> Contact:
    channel, note = dice.pick(WORDS)
    on = max(monday, last_working(min(today, monday + timedelta(dice.whole(0, 4)))))
    return Contact(on, party_id, channel, note, answered=channel is not Channel.CALL or dice.chance(0.6))
