"""Instants as the database holds them: local time to the minute with its offset, `2026-11-24T09:30+01:00`.

One without an offset (a day's beginning, where nothing more was known) is local time of this machine.
"""

from datetime import datetime


def instant_text(instant: datetime | None) -> str | None:
    return instant.isoformat(timespec="minutes") if instant else None


def to_instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.astimezone()
