"""The columns of the pipeline's table: what they say, what they sort by, and which give way where there is no room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.board import Card, Sign
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects import card_words
from balancer_desktop.ui.prospects.chance_words import why

_URGENCY = (Sign.OVERDUE, Sign.NO_STEP, Sign.STALE, Sign.FINE, Sign.PARKED)


@dataclass(slots=True)
class Reading:
    """What it takes to say a card: the locale, what became of what was in a stage, the day, and the stages by id."""

    formats: Formats
    history: Callable[[int], Conversion]
    today: date = date.min
    stages: Mapping[int, Stage] = field(default_factory=dict)

    def stage(self, card: Card) -> Stage:
        return self.stages[card.opportunity.stage_id]

    def money(self, minor: int) -> str:
        return self.formats.money(minor) if minor else ""

    def day(self, on: date | None) -> str:
        return self.formats.date(on) if on else ""

    def why(self, card: Card) -> str:
        return why(card, self.stage(card), self.history(card.opportunity.stage_id), self.formats)


@dataclass(frozen=True, slots=True)
class Column:
    """order: None last. sample: the widest usual text. gives_way: the higher, the sooner; 0 always stays."""

    title: str
    tip: str
    text: Callable[[Card, Reading], str]
    order: Callable[[Card, Reading], Any]
    sample: str
    gives_way: int = 0
    right: bool = False
    money: bool = False

    def heading(self, reading: Reading) -> str:
        return f"{self.title}, {reading.formats.symbol}" if self.money else self.title


def age(card: Card, today: date) -> int:
    """Days since it was opened; of one that is closed, until then."""
    return ((card.opportunity.closed or today) - card.opportunity.opened).days


def _urgency(card: Card, _reading: Reading) -> tuple[int, int]:
    if card.sign is None:
        return len(_URGENCY), card.days
    ahead = card.sign in (Sign.FINE, Sign.PARKED)
    return _URGENCY.index(card.sign), card.days if ahead else -card.days


def _chance(card: Card, reading: Reading) -> str:
    return card_words.chance(card, reading.formats) if card.sign else ""


COLUMNS = (
    Column("Who", "For whom it is", lambda c, _: c.who, lambda c, _: folded(c.who), "Hilltop Farm & So"),
    Column(
        "What about",
        "What it is about",
        lambda c, _: c.opportunity.title,
        lambda c, _: folded(c.opportunity.title),
        "new bath",
    ),
    Column(
        "Stage",
        "Where it stands, or where it was won or lost",
        lambda c, r: r.stage(c).name,
        lambda c, r: r.stage(c).place,
        "Decision-maker",
        gives_way=1,
    ),
    Column(
        "Value",
        "What it is worth, or what was agreed",
        lambda c, r: r.money(c.value),
        lambda c, _: c.value or None,
        "12,500.00",
        right=True,
        money=True,
    ),
    Column("Chance", "How likely it is won; why is told by each", _chance, lambda c, _: c.chance, "100 %", right=True),
    Column(
        "Weighted",
        "Value times chance",
        lambda c, r: r.money(c.weighted),
        lambda c, _: c.weighted or None,
        "12,500.00",
        gives_way=3,
        right=True,
        money=True,
    ),
    Column(
        "Next action",
        "What is to be done next",
        lambda c, _: c.next_step.what if c.next_step else "",
        lambda c, _: folded(c.next_step.what) if c.next_step else None,
        "send the quo",
        gives_way=2,
    ),
    Column(
        "Due",
        "When it is to be done",
        lambda c, r: r.day(c.next_step.due if c.next_step else None),
        lambda c, _: c.next_step.due if c.next_step else None,
        "28/12/2028",
        gives_way=5,
    ),
    Column(
        "What it needs",
        "Late, without a next action, silent for too long, on its way or parked: the most urgent first",
        lambda c, r: card_words.sign(c, r.today, r.formats),
        _urgency,
        "12 days late, Thu 19",
    ),
    Column(
        "Expected",
        "When they may decide",
        lambda c, r: r.day(c.opportunity.expected),
        lambda c, _: c.opportunity.expected,
        "28/12/2028",
        gives_way=6,
    ),
    Column(
        "From",
        "Where it came from",
        lambda c, _: c.opportunity.origin,
        lambda c, _: folded(c.opportunity.origin) or None,
        "referral",
        gives_way=7,
    ),
    Column(
        "Age",
        "Days since it was opened; of one that is closed, until then",
        lambda c, r: card_words.days(age(c, r.today)),
        lambda c, r: age(c, r.today),
        "100 days",
        gives_way=4,
        right=True,
    ),
)
TITLES = tuple(column.title for column in COLUMNS)
WHO, ABOUT, STAGE = (TITLES.index(title) for title in ("Who", "What about", "Stage"))
CHANCE, SIGN = (TITLES.index(title) for title in ("Chance", "What it needs"))
