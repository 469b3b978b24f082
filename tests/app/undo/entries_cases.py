"""Verbs about work, money, contacts and next steps."""

from collections.abc import Callable
from datetime import date, timedelta

from balancer_desktop.app import (
    contacts,
    lines,
    money,
    next_steps,
    quick_entry,
    work,
)
from balancer_desktop.app.book import Book
from balancer_desktop.app.names import name_index
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.line import Line, LineKind
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.side import Side
from tests.app.undo.filled import ACME, EXPENSE, HILLTOP, NEWCOMER, NOON, SALE, TODAY, ZOE


def _line(kind: LineKind, id_: int) -> Line:
    return Line(kind, id_, TODAY, ACME, "Acme", "", 0)


CASES: dict[str, Callable[[Book], object]] = {
    "work.log": lambda book: work.log(book, Work(TODAY, 90, Side.WIN_BACK, ZOE, "lunch")),
    "work.edit": lambda book: work.edit(book, Work(TODAY, 30, Side.RUN, 0, "books", id=1)),
    "work.remove": lambda book: work.remove(book, 1),
    "work.start_timer": lambda book: work.start_timer(book, NOON, ACME, Side.KEEP, "bolts"),
    "work.stop_timer": lambda book: work.stop_timer(book, NOON + timedelta(hours=1)),
    "work.cancel_timer": work.cancel_timer,
    "money.record_sale": lambda book: money.record_sale(book, Sale(TODAY, NEWCOMER, 700, owed=True)),
    "money.edit_sale": lambda book: money.edit_sale(book, Sale(date(2024, 1, 1), NEWCOMER, -5, "late", id=SALE)),
    "money.remove_sale": lambda book: money.remove_sale(book, SALE),
    "money.record_expense": lambda book: money.record_expense(book, Expense(TODAY, 60, Side.RUN)),
    "money.edit_expense": lambda book: money.edit_expense(book, Expense(TODAY, -60, Side.KEEP, ZOE, id=EXPENSE)),
    "money.remove_expense": lambda book: money.remove_expense(book, EXPENSE),
    "contacts.log": lambda book: contacts.log(book, Contact(TODAY, HILLTOP, Channel.CALL)),
    "contacts.edit": lambda book: contacts.edit(book, Contact(TODAY, ZOE, Channel.NOTE, "sorry", id=1)),
    "contacts.remove": lambda book: contacts.remove(book, 1),
    "contacts.plan": lambda book: contacts.plan(book, NextStep(TODAY, ZOE, "call")),
    "contacts.finish": lambda book: contacts.finish(book, 1),
    "contacts.unfinish": lambda book: contacts.unfinish(book, 3),
    "contacts.postpone": lambda book: contacts.postpone(book, 1, date(2027, 1, 1)),
    "contacts.remove_step": lambda book: contacts.remove_step(book, 1),
    "next_steps.edit": lambda book: next_steps.edit(book, NextStep(TODAY, ZOE, "write", id=1)),
    "lines.remove": lambda book: lines.remove(book, [_line(LineKind.SALE, 1), _line(LineKind.SALE, 2)]),
    "lines.mark_paid": lambda book: lines.mark_paid(book, [1, 2]),
    "quick_entry.commit": lambda book: quick_entry.commit(
        book, read("2h Acme roof repair", quick_entry.context(book, name_index(book)))
    ),
}
