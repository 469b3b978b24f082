"""A month's figures as rows of words and numbers."""

from dataclasses import dataclass

from balancer_desktop.domain.month_summary import Came, Left, MonthSummary
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.format import Formats

PROMISE = (
    "At the end of a month this will be a guided sitting: loose ends, people, money, balance, and a few promises "
    "for the next month. Until then it shows each month in figures."
)
_MOST_PEOPLE = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """words at the left, value at the right; a side gives the row its colour.

    who: a name before the words that opens the party.
    """

    words: str
    value: str = ""
    side: Side | None = None
    strong: bool = False
    who: str = ""
    party_id: int = 0


def finding(summary: MonthSummary, formats: Formats) -> str:
    """The month in one sentence."""
    if summary.empty:
        return f"Nothing is in the book for {formats.month(summary.month)}."
    parts = [f"{formats.hours(summary.hours)} worked" if summary.hours else "no hours logged"]
    if summary.gaining is not None:
        parts[0] += f", {formats.percent(summary.gaining)} of it to gain or win back customers"
    parts.append(f"{formats.money(summary.income, symbol=True)} earned" if summary.income else "nothing earned")
    parts.append(_came_and_left(summary))
    said = "; ".join(part for part in parts if part)
    return f"{said[0].upper()}{said[1:]}."


def hours(summary: MonthSummary, formats: Formats) -> list[Figure]:
    sides = (Side.KEEP, Side.WIN_BACK, Side.GAIN, Side.RUN)
    rows = [Figure(_cap(side.label), formats.hours(summary.minutes[side]), side) for side in sides]
    return [*rows, Figure("All hours", formats.hours(summary.hours), strong=True)]


def income(summary: MonthSummary, formats: Formats) -> list[Figure]:
    """By where it came from, with the colours of the sides that won it."""
    return [
        Figure("From existing customers", formats.money(summary.existing), Side.KEEP),
        Figure("From those won back", formats.money(summary.won_back), Side.WIN_BACK),
        Figure("From new customers", formats.money(summary.new), Side.GAIN),
        Figure("All income", formats.money(summary.income), strong=True),
    ]


def money(summary: MonthSummary, formats: Formats) -> list[Figure]:
    left = summary.income - summary.spent
    return [
        Figure("Earned", formats.money(summary.income)),
        Figure("Spent", formats.money(summary.spent)),
        Figure("Left over" if left >= 0 else "More spent than earned", formats.money(abs(left)), strong=True),
    ]


def people(summary: MonthSummary, formats: Formats) -> list[Figure]:
    """Who came, then who left with the reason; never an endless list."""
    came = [_person("came", who, formats) for who in summary.came]
    left = [_person(f"left: {_small(who.reason)}" if who.reason else "left", who, formats) for who in summary.left]
    if not came and not left:
        return [Figure("Nobody came, nobody left.")]
    return [*_some(came, "more came"), *_some(left, "more left")]


def _person(words: str, who: Came | Left, formats: Formats) -> Figure:
    return Figure(words, formats.date(who.on), who=who.who, party_id=who.party_id)


def _some(rows: list[Figure], more: str) -> list[Figure]:
    if len(rows) <= _MOST_PEOPLE:
        return rows
    return [*rows[: _MOST_PEOPLE - 1], Figure(f"{len(rows) - _MOST_PEOPLE + 1} {more}")]


def _came_and_left(summary: MonthSummary) -> str:
    came, left = len(summary.came), len(summary.left)
    parts = [f"{came} came" if came else "", f"{left} left" if left else ""]
    return ", ".join(part for part in parts if part)


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
