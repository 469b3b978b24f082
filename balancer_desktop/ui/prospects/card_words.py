"""How an opportunity is told on a card and in a row: its worth, what comes next, and what its sign says."""

from datetime import date

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.pipeline.board import Card, Column, Sign
from balancer_desktop.domain.pipeline.opportunity import Outcome
from balancer_desktop.ui.format import NO_BREAK, Formats
from balancer_desktop.ui.people.words import due

ICONS = {
    Sign.OVERDUE: "warning",
    Sign.NO_STEP: "question",
    Sign.STALE: "stale",
    Sign.FINE: "calendar",
    Sign.PARKED: "parked",
}
"""A sign is told by its picture and its words; its colour only adds to them."""
NO_VALUE = "No value yet"


def day(on: date, today: date, formats: Formats) -> str:
    """`Fri 27` within a week, `3 Mar` within a year, else `3 Mar 2028`."""
    ahead = (on - today).days
    if abs(ahead) < 7:
        return formats.weekday(on)
    text = f"{on.day} {formats.short_month(Month.of(on))}"
    return text if abs(ahead) < 330 else f"{text} {on.year}"


def sign(card: Card, today: date, formats: Formats) -> str:
    """What the sign says: `3 days late, Tue 17`, `No next action`, `Silent 12 days`, `Due Fri 27`,
    `Parked until 3 Mar`."""
    if card.sign is None:
        return closed(card, formats)
    if card.sign is Sign.PARKED:
        until = max(parking.until for parking in card.opportunity.parkings)
        return f"Parked until {_unbroken(day(until, today, formats))}"
    if card.next_step is None:
        return "No next action"
    if card.sign is Sign.STALE:
        return f"Silent {days(card.days)}"
    on = card.next_step.due
    if card.sign is Sign.OVERDUE:
        return f"{due(on, today)}, {_unbroken(day(on, today, formats))}"
    return f"Due {due(on, today) if card.days < 2 else _unbroken(day(on, today, formats))}"


def closed(card: Card, formats: Formats) -> str:
    """`Won on 3/11/2026`; empty for what is open."""
    one = card.opportunity
    if one.outcome is None or one.closed is None:
        return ""
    return f"{'Won' if one.outcome is Outcome.WON else 'Lost'} on {formats.date(one.closed)}"


def next_action(card: Card, today: date, formats: Formats) -> str:
    """`send the quote, Fri 27`; empty where nothing is planned."""
    step = card.next_step
    return f"{step.what}, {day(step.due, today, formats)}" if step else ""


def value(card: Card, formats: Formats) -> str:
    return formats.short_money(card.value) if card.value else NO_VALUE


def chance(card: Card, formats: Formats) -> str:
    return formats.percent(float(card.chance))


def counted(column: Column, formats: Formats) -> str:
    """`3 · €7,200`: how many there are, and what they are worth in whole units."""
    return " · ".join((formats.number(column.count), formats.whole_money(column.value))) if column.count else "0"


def weighted(minor: int, formats: Formats) -> str:
    """`weighted €2,880`: in whole units, for it is a forecast."""
    return f"weighted {formats.whole_money(minor)}"


def in_full(card: Card, today: date, formats: Formats) -> list[str]:
    """Everything a card says, one line each, for its tooltip and for whoever hears it."""
    worth = value(card, formats)
    if card.value and card.sign is not None:
        worth = f"{worth}, {chance(card, formats)} likely: {weighted(card.weighted, formats)}"
    said = sign(card, today, formats)
    if card.sign is Sign.STALE and card.next_step:
        said = f"{said}, which is stale: nothing was logged since {formats.date(card.last_event)}"
    step = card.next_step
    planned = f"Next: {step.what}, {formats.date(step.due)}" if step else ""
    return [line for line in (card.who, card.opportunity.title, worth, planned, said) if line]


def _unbroken(text: str) -> str:
    return text.replace(" ", NO_BREAK)


def days(count: int) -> str:
    return f"{count}{NO_BREAK}day" if count == 1 else f"{count}{NO_BREAK}days"
