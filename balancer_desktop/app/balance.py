"""The live chart's figures, and the entries behind one bar."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from balancer_desktop.app.book import Book
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.mix import Measure, Mix
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side

MONTHS = 13
BAND = (20, 40)
"""The default target, per cent of hours that go into acquisition."""


class EntryLine(NamedTuple):
    """One entry behind a bar. amount is minutes for hours, else minor units; kind is work, sale or expense."""

    kind: str
    id: int
    on: date
    party_id: int
    who: str
    what: str
    amount: int


def mix(book: Book, measure: Measure, first: Month | None = None, last: Month | None = None) -> Mix:
    """The months from first to last; the 13 that end with last, or with this month, when they are not named.

    BadInput when first comes after last.
    """
    this = Month.of(book.today())
    last = last or this
    first = first or last.plus(1 - MONTHS)
    if first > last:
        raise BadInput(f"{first} comes after {last}.", "Give the earlier month first.")
    months = book.mix.months(measure, first, last)
    return Mix(measure, tuple(months), target(book), this if first <= this <= last else None)


def target(book: Book) -> tuple[float, float]:
    """The band the owner wants the acquisition share in, as fractions."""
    low, high = book.settings.get("target_band", "{}-{}".format(*BAND)).split("-")
    return int(low) / 100, int(high) / 100


def set_target(book: Book, low: int, high: int) -> None:
    """The target band in per cent; BadInput unless 0 ≤ low < high ≤ 100."""
    if not 0 <= low < high <= 100:
        raise BadInput(f"{low}–{high} % is not a band.", "Give two figures from 0 to 100, the smaller first.")
    with book.change(f"Set the target to {low}–{high} %"):
        book.settings.set("target_band", f"{low}-{high}")


def entries_behind(book: Book, measure: Measure, month: Month, side: Side) -> list[EntryLine]:
    """What one bar is made of, newest first. For heads, the first sale of each party in the month."""
    lines = list(_lines(book, measure, month, side))
    names = book.people.names({line.party_id for line in lines if line.party_id})
    named = [_named(line, names) for line in lines]
    return sorted(named, key=lambda line: (line.on, line.id), reverse=True)


def _lines(book: Book, measure: Measure, month: Month, side: Side) -> Iterator[EntryLine]:
    if measure is Measure.HOURS:
        for work in book.work.between(month.first, month.last):
            if work.side is side:
                yield EntryLine("work", work.id, work.on, work.party_id, "", work.note, work.minutes)
    elif measure is Measure.MONEY:
        for expense in book.ledger.expenses(month.first, month.last):
            if expense.side is side:
                yield EntryLine("expense", expense.id, expense.on, expense.party_id, "", expense.memo, expense.amount)
    else:
        for party_id in book.mix.buyers(month, side):
            yield from _sales(book, party_id, month, side, heads=measure is Measure.HEADS)


def _sales(book: Book, party_id: int, month: Month, side: Side, *, heads: bool) -> Iterator[EntryLine]:
    sides = dict(book.mix.classified(party_id))
    sales = [sale for sale in book.ledger.sales_of(party_id) if Month.of(sale.on) == month]
    if heads:
        sales = [sale for sale in sales if sale.amount > 0][:1]
    for sale in sales:
        if sides[sale.id] is side:
            yield EntryLine("sale", sale.id, sale.on, party_id, "", sale.memo, sale.amount)


def _named(line: EntryLine, names: dict[int, str]) -> EntryLine:
    return EntryLine(line.kind, line.id, line.on, line.party_id, names.get(line.party_id, ""), line.what, line.amount)
