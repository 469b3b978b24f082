"""How the Money page says its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from balancer_desktop.domain.line import LineKind, Lines
from balancer_desktop.domain.period import Period
from balancer_desktop.domain.totals import MonthTotals, summed
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.money.period_bar import within

TITLES = {LineKind.SALE: "Sales", LineKind.EXPENSE: "Spending", LineKind.WORK: "Hours"}
ADD = {LineKind.SALE: "Record a sale", LineKind.EXPENSE: "Record spending", LineKind.WORK: "Log work"}
_COUNTED = {
    LineKind.SALE: ("sale", "sales"),
    LineKind.EXPENSE: ("expense", "expenses"),
    LineKind.WORK: ("work entry", "work entries"),
}
_NEVER = {
    LineKind.SALE: "What you earn from a customer is listed here, newest first.",
    LineKind.EXPENSE: "What the business spends is listed here, newest first, with the side it was spent on.",
    LineKind.WORK: "The hours you work are listed here, newest first, with the side they were spent on.",
}
_NOTHING = {
    LineKind.SALE: "Nothing was sold",
    LineKind.EXPENSE: "Nothing was spent",
    LineKind.WORK: "No hours were logged",
}


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why a list is empty, the verb that helps, and whether that verb is to clear the filter."""

    sentence: str
    verb: str
    filtered: bool = False


def counted(count: int, kind: LineKind, formats: Formats) -> str:
    """`1 sale`, `12 sales`."""
    return f"{formats.number(count)} {_COUNTED[kind][count != 1]}"


def headline(months: Sequence[MonthTotals], formats: Formats) -> str:
    """What a period comes to, in one line."""
    sales, expenses, minutes = summed(months)
    if not (sales or expenses or minutes):
        return "Nothing was sold, spent or worked."
    rest = sales - expenses
    sold, spent, left = (formats.money(amount, symbol=True) for amount in (sales, expenses, abs(rest)))
    rest_words = f"{left} left over" if rest >= 0 else f"{left} more spent than sold"
    return f"Sold {sold} · spent {spent} · {rest_words} · {formats.hours(minutes)} worked"


def total(lines: Lines, kind: LineKind, formats: Formats) -> str:
    """What the lines found add up to, fetched or not."""
    figure = formats.hours(lines.total) if kind is LineKind.WORK else formats.money(lines.total, symbol=True)
    return f"{counted(lines.count, kind, formats)} · {figure}"


def fetched(lines: Lines, formats: Formats) -> str:
    """That only the newest are listed; an empty text when all are."""
    if lines.count == len(lines.rows):
        return ""
    return f"The newest {formats.number(len(lines.rows))} are listed."


def nothing(kind: LineKind, period: Period, text: str, formats: Formats, *, never: bool) -> Nothing:
    """Why there is nothing to list. never: the book has no line of the kind at all."""
    if text.strip():
        where = within(period, formats)
        return Nothing(f"No {_COUNTED[kind][0]} {where} says “{text.strip()[:40]}”.", "Clear the filter", filtered=True)
    if never:
        return Nothing(_NEVER[kind], ADD[kind])
    return Nothing(f"{_NOTHING[kind]} {within(period, formats)}.", ADD[kind])


def cash(balance: int, formats: Formats) -> str:
    """The cash balance, and what it is."""
    amount = formats.money(abs(balance), symbol=True)
    if balance < 0:
        return f"Cash: {amount} more was paid out than came in, as far as this book knows."
    return f"Cash: {amount}. What came in less what was paid out, as far as this book knows."


def owed(amount: int, formats: Formats) -> str:
    """What customers have not paid yet; an empty text when that is nothing."""
    return f"Owed to you: {formats.money(amount, symbol=True)}. Sales that are not paid yet." if amount else ""
