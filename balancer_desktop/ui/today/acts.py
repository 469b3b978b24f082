"""What can be done about a line of today's list: one table for the keys, the buttons and the menu."""

from collections.abc import Callable
from typing import NamedTuple

from balancer_desktop.domain.agenda import ASKED, DEALS, STEPS, TO_CALL, AgendaItem, Waiting
from balancer_desktop.ui.today.sentences import FINISH

_POSTPONED = STEPS | {Waiting.GONE, Waiting.QUIET, Waiting.APPROACH, Waiting.HOOK}
_PROMISES = ASKED - {Waiting.INQUIRY}
_LEFT_ALONE = frozenset((Waiting.LAPSE, Waiting.RETURN, Waiting.GONE, Waiting.QUIET, Waiting.APPROACH, Waiting.HOOK))
_IN_A_TAB = ASKED | {Waiting.LAPSE, Waiting.PROSPECTING}
_SILENT = frozenset((Waiting.GONE, Waiting.QUIET))


_PICTURES = {
    ("finish", Waiting.NO_STEP): "calendar",
    ("finish", Waiting.PROSPECTING): "timer",
    ("open", Waiting.PROSPECTING): "prospects",
}
"""Where the usual one would say something else."""


class Act(NamedTuple):
    """text and tip say it for one line; applies tells whether it makes sense there.

    picture, or else brief, stands for the text where there is little room. rare: keys and menu have it, no button.
    """

    name: str
    key: str
    text: Callable[[AgendaItem], str]
    tip: Callable[[AgendaItem], str]
    applies: Callable[[AgendaItem], bool]
    picture: str = ""
    brief: str = ""
    rare: Callable[[AgendaItem], bool] = lambda _: False

    def seen(self, item: AgendaItem) -> str:
        """The picture for one line."""
        return _PICTURES.get((self.name, item.kind), self.picture)

    def told(self, item: AgendaItem) -> str:
        """The tooltip with its key."""
        return f"{self.tip(item)} ({'Enter' if self.key == 'Return' else self.key})"


def _one(item: AgendaItem) -> bool:
    return not item.more and item.kind is not Waiting.TIMER


def _opens(item: AgendaItem) -> str:
    if item.party_id:
        return "Open the person"
    return "Open the inquiry" if item.kind in ASKED else "Show all of them in their tab"


def _dated(item: AgendaItem) -> bool:
    return not item.more and item.kind in _POSTPONED


ACTS = (
    Act(
        "finish",
        "D",
        lambda item: FINISH[item.kind][0],
        lambda item: FINISH[item.kind][1],
        lambda item: not item.more,
        "check",
    ),
    Act(
        "promise",
        "P",
        lambda _: "Promise…",
        lambda _: "Somebody answered, and promised more by a day",
        lambda item: item.kind in ASKED,
        brief="Promise",
    ),
    Act(
        "prospect",
        "M",
        lambda _: "Make a prospect…",
        lambda _: "Make a prospect of it, with a next step",
        lambda item: item.kind in ASKED,
        brief="Prospect",
    ),
    Act(
        "not_for_us",
        "X",
        lambda _: "Not for us",
        lambda _: "Close it: this is not for us",
        lambda item: item.kind in ASKED,
        brief="Not for us",
    ),
    Act(
        "something_else",
        "X",
        lambda _: "Not this one",
        lambda _: "It was something else: do not ask about this sale again",
        lambda item: item.kind is Waiting.BOUGHT and _one(item),
        brief="Not this",
    ),
    Act(
        "silence",
        "S",
        lambda _: "Lost to silence",
        lambda _: "Close it: they were never reached, or never came back",
        lambda item: item.kind in ASKED,
        rare=lambda _: True,
    ),
    Act(
        "week",
        "W",
        lambda _: "+1 week",
        lambda _: "Put it off by a week",
        lambda item: _dated(item) or item.kind in _PROMISES,
        brief="+1w",
        rare=lambda item: item.kind in _PROMISES,
    ),
    Act("month", "M", lambda _: "+1 month", lambda _: "Put it off by a month", _dated, brief="+1m"),
    Act(
        "park",
        "P",
        lambda _: "Park…",
        lambda _: "Leave the opportunity alone until a day",
        lambda item: item.kind in DEALS | STEPS and bool(item.opportunity_id),
        brief="Park",
        rare=lambda item: item.kind in STEPS,
    ),
    Act(
        "won",
        "W",
        lambda _: "Won…",
        lambda _: "It is won: make a customer of them",
        lambda item: item.kind in DEALS and _one(item),
        rare=lambda _: True,
    ),
    Act(
        "lost",
        "L",
        lambda _: "Lost…",
        lambda _: "It is lost, and why",
        lambda item: item.kind in DEALS and _one(item),
        brief="Lost",
    ),
    Act(
        "call",
        "C",
        lambda _: "Log call…",
        lambda _: "Log a call with them, and what was said",
        lambda item: _one(item) and bool(item.party_id),
        "call",
        rare=lambda item: item.kind in ASKED | {Waiting.BOUGHT},
    ),
    Act(
        "lapse",
        "L",
        lambda _: "Lapsed",
        lambda _: "Mark them as lapsed",
        lambda item: _one(item) and item.kind in _SILENT,
        brief="Lapsed",
        rare=lambda item: item.kind is Waiting.QUIET,
    ),
    Act(
        "later",
        "K",
        lambda _: "Not now",
        lambda _: "Leave it alone for three months",
        lambda item: _one(item) and item.kind in _LEFT_ALONE,
        brief="+3m",
        rare=lambda item: item.kind not in (Waiting.LAPSE, Waiting.RETURN),
    ),
    Act(
        "in_vain",
        "A",
        lambda _: "No answer",
        lambda _: "Log a call that nobody answered",
        lambda item: _one(item) and item.kind in TO_CALL,
        rare=lambda _: True,
    ),
    Act(
        "discard",
        "Delete",
        lambda _: "Discard",
        lambda _: "Forget the timer; nothing is logged",
        lambda item: item.kind is Waiting.TIMER,
        "delete",
    ),
    Act(
        "open",
        "Return",
        lambda item: "Open" if item.party_id or item.kind in ASKED else "Show all",
        _opens,
        lambda item: bool(item.party_id or item.more or item.kind in _IN_A_TAB),
        "person",
    ),
)
