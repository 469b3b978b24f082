"""The columns a table of people can have, and which ones each tab shows at first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from balancer_desktop.domain.party import folded
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.people.approach_words import Done, last_done_words, worth_more, worth_tip
from balancer_desktop.ui.people.pipeline_cells import Pipelines, pipeline_words
from balancer_desktop.ui.people.rhythm_cells import RhythmCells
from balancer_desktop.ui.people.words import STANDING, ago, due


@dataclass(slots=True)
class Reading:
    """What it takes to say a row's figures: the locale, the day, and everybody's income of the 12 months."""

    formats: Formats
    today: date
    income: int = 0
    folders: dict[int, str] = field(default_factory=dict)
    """The folders of those who left, each named from the top down."""
    rhythms: RhythmCells = field(default_factory=RhythmCells)
    worth: dict[int, int] = field(default_factory=dict)
    """What calling lapsed people may be worth, in minor units: of those who are to be called."""
    worth_by_model: bool | None = None
    """Whether that comes from the book's model; None while it is not known yet."""
    done: Done = field(default_factory=Done)
    pipeline: Pipelines = field(default_factory=Pipelines)
    ask_ranks: Callable[[], Mapping[int, tuple[int, int]]] = dict
    """How urgent what is open with everybody is (see app.pipeline.ranks): asked for while it is sorted by."""
    ranks: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """What was told then."""

    def day(self, day: date | None) -> str:
        return self.formats.date(day) if day else ""

    def amount(self, minor: int | None) -> str:
        return self.formats.money(minor) if minor else ""

    def hours(self, minutes: int) -> str:
        return self.formats.hours(minutes) if minutes else ""

    def share(self, minor: int) -> str:
        if self.income <= 0 or minor <= 0:
            return ""
        share = self.formats.percent(minor / self.income)
        return share if minor * 200 >= self.income else f"<{self.formats.percent(0.01)}"


@dataclass(frozen=True, slots=True)
class Column:
    """order is what the column sorts by, None last. sample is the widest usual text: it sets the first width."""

    key: str
    title: str
    tip: str
    text: Callable[[PersonRow, Reading], str]
    order: Callable[[PersonRow], Any]
    sample: str
    right: bool = False
    more: Callable[[PersonRow, Reading], str] | None = None
    in_menu: str = ""
    """What the menu calls it, where the heading alone would be too short."""
    money: bool = False
    order_by: Callable[[Reading], Callable[[PersonRow], Any]] | None = None
    """What it sorts by where that takes more than the row."""
    signed: bool = False
    """A sign may stand before its words."""
    tip_by: Callable[[Reading], str] | None = None
    """The tip, where it is not always the same."""

    def heading(self, reading: Reading) -> str:
        """The title, and the currency where its figures carry none."""
        return f"{self.title}, {reading.formats.symbol}" if self.money else self.title

    def told(self, reading: Reading) -> str:
        """What the heading says on hovering."""
        return self.tip_by(reading) if self.tip_by else self.tip

    def ordered(self, reading: Reading) -> Callable[[PersonRow], Any]:
        return self.order_by(reading) if self.order_by else self.order


def _text(key: str, title: str, tip: str, of_row: str, sample: str) -> Column:
    """A column of words; an empty one is no value."""
    of = attrgetter(of_row)
    return Column(key, title, tip, lambda row, _: of(row), lambda row: of(row) or None, sample)


def _day(key: str, title: str, tip: str, of_row: str, said: str, in_menu: str = "") -> Column:
    """A column of dates, which says on hovering how long ago they are."""
    of = attrgetter(of_row)

    def more(row: PersonRow, reading: Reading) -> str:
        return f"{said} {ago(of(row), reading.today)}" if of(row) else ""

    return Column(
        key, title, tip, lambda row, reading: reading.day(of(row)), of, "28/12/2028", more=more, in_menu=in_menu
    )


def _figure(key: str, title: str, tip: str, of_row: str, say: Callable[[Reading, Any], str], sample: str) -> Column:
    """A column of figures of the last 12 months, flush right."""
    of = attrgetter(of_row)
    tip = f"{tip} of the last 12 months"
    money = say is Reading.amount
    return Column(key, title, tip, lambda row, reading: say(reading, of(row)), of, sample, right=True, money=money)


def _step(row: PersonRow, reading: Reading) -> str:
    if row.next_due is None:
        return ""
    near = (row.next_due - reading.today).days <= 1
    return f"{due(row.next_due, reading.today) if near else reading.day(row.next_due)} · {row.next_step}"


def _pipeline(row: PersonRow, reading: Reading) -> str:
    return pipeline_words(reading.pipeline.of(row.id), reading.today, reading.formats)


def _filed(row: PersonRow, reading: Reading) -> str:
    """`Moved › Abroad`; who has not left is filed nowhere, and says so."""
    if row.standing is not Standing.EX:
        return STANDING[row.standing]
    return reading.folders.get(row.folder_id, "")


def _filed_order(reading: Reading) -> Callable[[PersonRow], Any]:
    return lambda row: folded(_filed(row, reading)) or None


def _hook(row: PersonRow, reading: Reading) -> str:
    return " · ".join(filter(None, (reading.day(row.hook_due), row.hook)))


def _hook_order(row: PersonRow) -> date | None:
    return (row.hook_due or date.max) if row.hook else None


def _standing(row: PersonRow) -> int:
    return list(Standing).index(row.standing)


def _worth_more(row: PersonRow, reading: Reading) -> str:
    reckoned = row.standing is Standing.LAPSED and reading.worth_by_model is not None
    return worth_more(reading.worth.get(row.id), lapsed=reckoned)


COLUMNS = (
    Column("name", "Name", "Name and tags", lambda row, _: row.name, attrgetter("folded"), ""),
    _text("company", "Company", "Where they work", "company", "Hilltop Farm Shop"),
    _text("phone", "Phone", "The first phone number", "phone", "01234 567890"),
    _text("email", "E-mail", "The first e-mail address", "email", "somebody@example.com"),
    _day("last_contact", "Last contact", "The latest call, visit, message, work or sale", "last_contact", "In touch"),
    _day("last_sale", "Last sale", "The latest sale", "last_sale", "Last sale"),
    Column(
        "rhythm",
        "Rhythm",
        "How often they usually buy, and for how long they have been silent; sorted by silence in usual gaps",
        lambda row, reading: reading.rhythms.words(row.id),
        attrgetter("beyond"),
        "usually every 12 weeks; silent 13 months",
        more=lambda row, reading: reading.rhythms.in_full(row.id),
        signed=True,
    ),
    _figure("income", "Income", "Income", "income", Reading.amount, "99,999.00"),
    _figure("hours", "Hours", "Hours worked", "minutes", Reading.hours, "999 h 59"),
    _figure(
        "rate",
        "Per hour",
        "Income less direct costs by the hour, from 3 hours of work on,",
        "hourly_rate",
        Reading.amount,
        "999.00",
    ),
    _figure("share", "Share", "Share of income of twelve months", "income", Reading.share, "99 %"),
    Column(
        "standing", "Standing", "Where they stand now", lambda row, _: STANDING[row.standing], _standing, "Prospect"
    ),
    _day(
        "since",
        "Since",
        "When they came to stand where they are",
        "standing_since",
        "So since",
        "In this standing since",
    ),
    _text("reason", "Why they left", "The reason, for those who left", "reason", "Closed the business"),
    Column(
        "folder",
        "Folder",
        "Where in ex_Customers they are filed",
        _filed,
        attrgetter("folder_id"),
        "Moved away",
        order_by=_filed_order,
    ),
    Column("hook", "Come back for", "What to come back to them for, and when", _hook, _hook_order, "28/12/2028 · ask"),
    Column(
        "next_step",
        "Next step",
        "What is to be done next, and when",
        _step,
        attrgetter("next_due"),
        "28/12/2028 · call back",
    ),
    Column(
        "pipeline",
        "Pipeline",
        "The stage of what may be sold to them, and what it needs; of several the most urgent. Sorted by urgency, then "
        "by stage",
        _pipeline,
        lambda _: None,
        "Proposal · 3 days late",
        order_by=lambda reading: lambda row: reading.ranks.get(row.id),
    ),
    Column(
        "worth",
        "Worth",
        "What a call may bring in half a year",
        lambda row, reading: reading.formats.roughly(reading.worth[row.id]) if reading.worth.get(row.id) else "",
        lambda _: None,
        "€99,000",
        right=True,
        in_menu="Worth a call",
        order_by=lambda reading: lambda row: reading.worth.get(row.id),
        tip_by=lambda reading: worth_tip(by_model=reading.worth_by_model),
        more=_worth_more,
    ),
    Column(
        "last_done",
        "Last done",
        "The latest work or sale, and the note on it; sorted by day",
        lambda row, reading: last_done_words(row, reading.done, reading.day),
        attrgetter("last_done"),
        "28/12/2028 · mended the gutter",
    ),
    _day("customer_since", "Customer since", "The day they became a customer", "customer_since", "Customer since"),
)

KEYS = tuple(column.key for column in COLUMNS)
WORDY = tuple(
    KEYS.index(key) for key in ("last_done", "next_step", "pipeline", "hook", "reason", "folder", "email", "company")
)
"""Columns that gain from room to spare, the first of those shown taking it."""
NAME = KEYS.index("name")
SHARE = KEYS.index("share")
FOLDER = KEYS.index("folder")
RHYTHM = KEYS.index("rhythm")
WORTH = KEYS.index("worth")
LAST_DONE = KEYS.index("last_done")
PIPELINE = KEYS.index("pipeline")


class FirstColumns(NamedTuple):
    """The keys of the columns shown at first, in their order, and what they are sorted by."""

    keys: tuple[str, ...]
    sort: str = "name"
    descending: bool = False


_FIRST = {
    Standing.CURRENT: FirstColumns(("name", "last_contact", "rhythm", "income", "next_step")),
    Standing.LAPSED: FirstColumns(("name", "worth", "last_done", "last_contact"), "worth", descending=True),
    Standing.EX: FirstColumns(("name", "since", "reason", "folder", "hook")),
    Standing.PROSPECT: FirstColumns(("name", "phone", "last_contact", "pipeline", "next_step")),
}
_OF_THE_GONE = ("reason", "folder", "hook", "worth", "last_done")


def offered_columns(standing: Standing) -> tuple[str, ...]:
    """The keys of all columns that tab can have: why they left is known of those alone who did, a rhythm of buyers."""
    gone, bought = standing in (Standing.LAPSED, Standing.EX), standing is not Standing.PROSPECT
    return tuple(key for key in KEYS if (gone or key not in _OF_THE_GONE) and (bought or key != "rhythm"))


def first_columns(standing: Standing) -> FirstColumns:
    """What the tab that begins with a standing shows at first."""
    return _FIRST.get(standing, _FIRST[Standing.LAPSED])
