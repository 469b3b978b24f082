"""How the tabs of people say things."""

from datetime import date

from balancer_desktop.domain.standing import ReasonClass, Standing

STANDING = {
    Standing.PROSPECT: "Prospect",
    Standing.CURRENT: "Current",
    Standing.LAPSED: "Lapsed",
    Standing.EX: "Ex",
}
CLASSES = {
    ReasonClass.BENIGN: "For reasons of their own",
    ReasonClass.PERFORMANCE: "Because of us",
    ReasonClass.UNKNOWN: "Nobody knows",
}
"""Why people leave, by kind of reason."""


def ago(day: date, today: date) -> str:
    """`today`, `yesterday`, `8 days ago`, `5 weeks ago`, `7 months ago`, `3 years ago`; `in 8 days` when ahead."""
    days = (today - day).days
    if days in _NEAR:
        return _NEAR[days]
    span = _span(abs(days))
    return f"{span} ago" if days > 0 else f"in {span}"


def due(day: date, today: date) -> str:
    """How urgent a next step is: `3 days late`, `today`, `in 5 days`."""
    days = (today - day).days
    return f"{_span(days)} late" if days > 0 else ago(day, today)


_NEAR = {0: "today", 1: "yesterday", -1: "tomorrow"}


def _span(days: int) -> str:
    for most, length, unit in ((21, 1, "day"), (84, 7, "week"), (730, 30.44, "month")):
        if days < most:
            return _counted(round(days / length), unit)
    return _counted(round(days / 365.25), "year")


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def people(count: int) -> str:
    """`1 person`, `3 people`."""
    return "1 person" if count == 1 else f"{count} people"
