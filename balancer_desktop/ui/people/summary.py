"""One line of what matters about a party, in sentences."""

from datetime import date

from balancer_desktop.domain.people_row import ENOUGH_MINUTES, PersonRow
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.people.words import ago


def summary(row: PersonRow, since: date | None, income: int, formats: Formats, today: date) -> str:
    """Since when, how long silent, and the figures of 12 months. income is everybody's, in minor units."""
    sentences = (_since(row, since, formats), _touch(row, today), _money(row, income, formats))
    return " ".join(sentence for sentence in sentences if sentence)


def _since(row: PersonRow, since: date | None, formats: Formats) -> str:
    if row.standing is Standing.EX:
        left = formats.date(row.standing_since) if row.standing_since else ""
        return f"Left {left}: {row.reason}." if row.reason else f"Left {left}."
    return f"Customer since {formats.date(since)}." if since else ""


def _touch(row: PersonRow, today: date) -> str:
    return f"In touch {ago(row.last_contact, today)}." if row.last_contact else "Nothing logged with them yet."


def _money(row: PersonRow, income: int, formats: Formats) -> str:
    parts = [formats.money(row.income, symbol=True)] if row.income else []
    if row.minutes:
        parts.append(f"{formats.hours(row.minutes)} of work")
    if row.hourly_rate and row.income:
        parts.append(f"{formats.money(row.hourly_rate, symbol=True)} an hour")
    elif 0 < row.minutes < ENOUGH_MINUTES and row.income:
        parts.append("too early to tell what an hour brings")
    if row.income * 200 >= income > 0:  # half a per cent; less would be said as 0 %
        parts.append(f"{formats.percent(row.income / income)} of your income")
    return f"In 12 months {', '.join(parts)}." if parts else ""
