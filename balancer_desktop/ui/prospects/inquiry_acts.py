"""What can be done about an inquiry: one table for the keys, the buttons and the menu."""

from collections.abc import Callable
from typing import NamedTuple

from balancer_desktop.domain.inquiries.inquiry import OPEN, SETTLED, Inquiry


class Act(NamedTuple):
    """text: on the button. tip: the same in full. rare: keys and menu have it, no button."""

    name: str
    key: str
    text: str
    tip: str
    applies: Callable[[Inquiry], bool]
    picture: str = ""
    rare: bool = False

    @property
    def told(self) -> str:
        """The tooltip with its key."""
        return f"{self.tip} ({_KEYS.get(self.key, self.key)})"


_KEYS = {"Return": "Enter", "Delete": "Del"}


def _owed(inquiry: Inquiry) -> bool:
    return inquiry.state in OPEN


def _unsettled(inquiry: Inquiry) -> bool:
    return inquiry.state not in SETTLED


ACTS = (
    Act("answer", "A", "Answered", "Somebody answered it now, and nothing more is owed", _owed, "check"),
    Act("promise", "P", "Promise…", "Somebody answered, and promised more by a day", _unsettled, "calendar"),
    Act("prospect", "M", "Make a prospect…", "Make a prospect of it, with a next step", _unsettled, "prospects"),
    Act("not_for_us", "X", "Not for us", "Close it: this is not for us", _unsettled),
    Act(
        "silence",
        "S",
        "Lost to silence",
        "Close it: they were never reached, or never came back",
        _unsettled,
    ),
    Act("edit", "E", "Edit…", "Edit the inquiry", lambda _: True, "edit"),
    Act("open", "Return", "Open the person", "Open the page of whoever asks", lambda one: bool(one.party_id), "person"),
    Act("remove", "Delete", "Remove", "Remove the inquiry; undo brings it back", lambda _: True, "delete", rare=True),
)


def applying(inquiry: Inquiry | None) -> list[Act]:
    """What can be done about it now."""
    return [act for act in ACTS if inquiry is not None and act.applies(inquiry)]
