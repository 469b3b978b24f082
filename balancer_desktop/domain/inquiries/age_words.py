"""How long an inquiry has waited, in words: `since Friday 16:40 · 3 working hours`, `2 h 10 min of working time`."""

from datetime import date, datetime, timedelta

from balancer_desktop.domain.entries import duration_words
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.inquiries.working_week import DAYS
from balancer_desktop.domain.mix_finding import english_name
from balancer_desktop.domain.month import Month

MANY = 100
"""Working hours beyond which nobody counts them any more."""

NEW = timedelta(minutes=15)
JUST_NOW = "just now"


def waiting_words(inquiry: Inquiry, now: datetime, minutes: int) -> str:
    """Since when, and the working time since then where the hour is known: `since Friday 16:40 · 3 working hours`."""
    since = since_words(inquiry, now.date())
    return f"{since} · {long_words(inquiry, now, minutes)}" if inquiry.timed else since


def long_words(inquiry: Inquiry, now: datetime, minutes: int) -> str:
    """The working time that has passed since it came, roughly; `just now` for a quarter of an hour, at any hour."""
    return JUST_NOW if is_new(inquiry, now) else roughly_words(minutes)


def is_new(inquiry: Inquiry, now: datetime) -> bool:
    """Whether it came just now: how much of that was working time is nobody's question."""
    return inquiry.timed and now - inquiry.received < NEW


def since_words(inquiry: Inquiry, today: date) -> str:
    """`since 16:40` of today, `since yesterday 16:40`, `since Friday 16:40`, `since 3 November`, `since 3 May 2024`."""
    day = _day_words(inquiry.on, today)
    if not inquiry.timed or (today - inquiry.on).days > 6:
        return f"since {day}"
    time = inquiry.received.strftime("%H:%M")
    return f"since {time}" if inquiry.on == today else f"since {day} {time}"


def exact_words(minutes: int) -> str:
    """`2 h 10 min of working time`."""
    return f"{duration_words(minutes)} of working time" if minutes else "no working time"


def roughly_words(minutes: int) -> str:
    """Whole hours that have passed: `3 working hours`; below one, `40 working minutes`."""
    if minutes < 60:
        return _counted(minutes, "minute") if minutes else "no working time yet"
    hours = minutes // 60
    return f"over {MANY} working hours" if hours > MANY else _counted(hours, "hour")


def _counted(count: int, unit: str) -> str:
    return f"{count} working {unit}" if count == 1 else f"{count} working {unit}s"


def _day_words(day: date, today: date) -> str:
    days = (today - day).days
    if days in (0, 1):
        return ("today", "yesterday")[days]
    if 1 < days < 7:
        return DAYS[day.weekday()]
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {english_name(Month.of(day))}{year}"
