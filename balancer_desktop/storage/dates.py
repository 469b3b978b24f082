"""Dates as the database holds them: ISO text, or NULL."""

from datetime import date


def to_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def to_date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
