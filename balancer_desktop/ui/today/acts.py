"""What can be done about a line of today's list: one table for the keys, the buttons and the menu."""

from collections.abc import Callable
from typing import NamedTuple

from balancer_desktop.domain.agenda import AgendaItem, Waiting
from balancer_desktop.ui.today.sentences import FINISH

_STEPS = (Waiting.OVERDUE, Waiting.TODAY, Waiting.SOON)


class Act(NamedTuple):
    """text and tip say it for one line; applies tells whether it makes sense there.

    picture, or else brief, stands for the text where there is little room.
    """

    name: str
    key: str
    text: Callable[[AgendaItem], str]
    tip: Callable[[AgendaItem], str]
    applies: Callable[[AgendaItem], bool]
    picture: str = ""
    brief: str = ""

    def told(self, item: AgendaItem) -> str:
        """The tooltip with its key."""
        return f"{self.tip(item)} ({'Enter' if self.key == 'Return' else self.key})"


def _step(item: AgendaItem) -> bool:
    return item.kind in _STEPS


ACTS = (
    Act("finish", "D", lambda item: FINISH[item.kind][0], lambda item: FINISH[item.kind][1], lambda _: True, "check"),
    Act("week", "W", lambda _: "+1 week", lambda _: "Put it off by a week", _step, brief="+1w"),
    Act("month", "M", lambda _: "+1 month", lambda _: "Put it off by a month", _step, brief="+1m"),
    Act(
        "call",
        "C",
        lambda _: "Log call…",
        lambda _: "Log a call with them, and what was said",
        lambda item: item.kind is not Waiting.TIMER,
        "call",
    ),
    Act(
        "discard",
        "Delete",
        lambda _: "Discard",
        lambda _: "Forget the timer; nothing is logged",
        lambda item: item.kind is Waiting.TIMER,
        "delete",
    ),
    Act("open", "Return", lambda _: "Open", lambda _: "Open the person", lambda item: bool(item.party_id), "person"),
)
