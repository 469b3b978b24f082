"""A day moved by days, weeks, months or years."""

from datetime import date, timedelta

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.month import Month


def shift(day: date, count: int, unit: str) -> date:
    """The day moved by days, weeks, months or years (unit d, w, m, y), clamped to the month's last day."""
    try:
        if unit in "dw":
            return day + timedelta(days=count * (7 if unit == "w" else 1))
        month = Month.of(day).plus(count * (12 if unit == "y" else 1))
        return month.first.replace(day=min(day.day, month.last.day))
    except (OverflowError, ValueError):
        raise BadInput("That date is beyond the calendar.", "Give a nearer one.") from None
