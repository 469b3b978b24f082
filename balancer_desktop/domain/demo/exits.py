"""How those who left are filed, what to come back to some of them for, and what was left undone with others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from balancer_desktop.domain.demo.business import DemoStanding
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.standing import Standing

Histories = Sequence[tuple[DemoStanding, ...]]
FOLDERS = {
    "Moved away": ("Moved away", "Moved away/Coast"),
    "Graduated": ("Moved away",),
    "Retired": ("Retired",),
    "Closed the business": ("Closed",),
    "Project over": ("Finished",),
}
"""Paths by reason, taken in turns. Whoever left because of us is in none: that is not to be filed and forgotten."""
HOOKS = {
    "Moved away": "ask who bought the house",
    "Retired": "call on the new owner",
    "Closed the business": "ask the landlord who comes next",
    "Project over": "ring about the next project",
}
DUE_LATER = (40, 75)
UNFINISHED = ("send the last invoice copy", "collect the ladder")


def filed(histories: Histories, today: date) -> list[tuple[DemoStanding, ...]]:
    """The histories with a folder for those who left for reasons of their own, and four hooks.

    Of those, the longest ago was seen to, one is for today, and two are for later.
    """
    turn = dict.fromkeys(FOLDERS, 0)
    made = list(histories)
    hooks = dict(zip(_hooked(histories), _dues(today), strict=False))
    for place in _leavers(histories):
        left = made[place][-1]
        paths = FOLDERS.get(left.reason, ("",))
        folder = paths[turn.get(left.reason, 0) % len(paths)]
        turn[left.reason] = turn.get(left.reason, 0) + 1
        left = replace(left, folder=folder)
        if place in hooks:
            due = hooks[place] or left.on + timedelta(1)
            left = replace(
                left, hook=HOOKS[left.reason], hook_due=due, hook_done=None if hooks[place] else due + timedelta(2)
            )
        made[place] = (*made[place][:-1], left)
    return made


def unfinished(histories: Histories) -> list[NextStep]:
    """What was planned with the latest to leave, and never came to be done."""
    latest = list(reversed(_leavers(histories)))
    return [
        NextStep(histories[place][-1].on + timedelta(3), place + 1, what)
        for place, what in zip(latest, UNFINISHED, strict=False)
    ]


def _leavers(histories: Histories) -> list[int]:
    """Places of those who are ex, the longest ago first."""
    gone = [place for place, rows in enumerate(histories) if rows[-1].standing is Standing.EX]
    return sorted(gone, key=lambda place: (histories[place][-1].on, place))


def _hooked(histories: Histories) -> list[int]:
    """One of each reason that has a hook, the longest ago first."""
    first: dict[str, int] = {}
    for place in _leavers(histories):
        reason = histories[place][-1].reason
        if reason in HOOKS:
            first.setdefault(reason, place)
    return list(first.values())


def _dues(today: date) -> list[date | None]:
    """None: done already."""
    return [None, today, *(today + timedelta(days) for days in DUE_LATER)]
