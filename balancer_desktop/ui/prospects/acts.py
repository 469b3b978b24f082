"""What can be done about an opportunity: one table for the keys, the buttons and the menu."""

from collections.abc import Callable
from typing import NamedTuple

from balancer_desktop.domain.pipeline.board import Card, Sign


class Act(NamedTuple):
    """keys: the first one is told. text: on the button; tip: the same in full.

    rare: keys and menu have it, no button.
    """

    name: str
    keys: tuple[str, ...]
    text: str
    tip: str
    applies: Callable[[Card], bool]
    picture: str = ""
    rare: bool = False

    @property
    def told(self) -> str:
        """The tooltip with its key."""
        return f"{self.tip} ({_KEYS.get(self.keys[0], self.keys[0])})"


_KEYS = {"Return": "Enter", "Delete": "Del"}


def is_open(card: Card) -> bool:
    return card.opportunity.outcome is None


def _planned(card: Card) -> bool:
    return is_open(card) and card.next_step is not None


def _parked(card: Card) -> bool:
    return card.sign is Sign.PARKED


def _always(_card: Card) -> bool:
    return True


ACTS = (
    Act("open", ("Return", "Enter"), "Open", "Open the page of whom it is for", _always, "person"),
    Act("edit", ("E", "F2"), "Edit…", "Edit the opportunity", _always, "edit"),
    Act("on", ("Ctrl+Right", "]"), "On a stage", "Move it on to the next stage", is_open, rare=True),
    Act("back", ("Ctrl+Left", "["), "Back a stage", "Move it back to the stage before", is_open, rare=True),
    Act("step", ("N",), "Next action…", "Plan the next action, or change it", is_open, "calendar"),
    Act("finish", ("D",), "Done…", "The next action is done: what comes next?", _planned, "check"),
    Act("week", ("+",), "+1 week", "Put the next action off by a week", _planned),
    Act("month", ("M",), "+1 month", "Put the next action off by a month", _planned, rare=True),
    Act("park", ("P",), "Park…", "Leave it alone until a day", lambda card: is_open(card) and not _parked(card)),
    Act("resume", ("P",), "Take up again", "It waits no more", _parked),
    Act("win", ("W",), "Won…", "It is won: make a customer of them", is_open),
    Act("lose", ("L",), "Lost…", "It is lost, and why", is_open),
    Act("remove", ("Delete",), "Remove", "Remove it as a mistake; undo brings it back", _always, "delete", rare=True),
)


def applying(card: Card | None) -> list[Act]:
    """What can be done about it now."""
    return [act for act in ACTS if card is not None and act.applies(card)]
