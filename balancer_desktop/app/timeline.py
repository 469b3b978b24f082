"""Everything that happened with one party, as lines of a timeline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from balancer_desktop.app.book import Book
from balancer_desktop.domain.contact_words import contact_words
from balancer_desktop.domain.standing import Standing, StandingChange


class ItemKind(StrEnum):
    STANDING = "standing"
    SALE = "sale"
    WORK = "work"
    EXPENSE = "expense"
    CONTACT = "contact"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing that happened. what: in a word or two; note: the owner's words, or a reason.

    id is of the entry named by kind. amount is in minor units, spending negative, None where no money moved.
    """

    kind: ItemKind
    id: int
    on: date
    what: str
    note: str = ""
    amount: int | None = None
    minutes: int = 0


def timeline(book: Book, party_id: int) -> list[TimelineItem]:
    """Newest first. Steps that are not done yet have not happened: see book.contacts.steps_of."""
    items = [*_standings(book, party_id), *_money(book, party_id), *_work(book, party_id), *_said(book, party_id)]
    return sorted(items, key=lambda item: (item.on, _DAY_ORDER[item.kind], item.id), reverse=True)


_DAY_ORDER = {kind: place for place, kind in enumerate(ItemKind)}
_BECAME = {
    Standing.PROSPECT: "Prospect",
    Standing.CURRENT: "Current customer",
    Standing.LAPSED: "Lapsed",
    Standing.EX: "Left",
}


def _standings(book: Book, party_id: int) -> Iterator[TimelineItem]:
    reasons = {reason.id: reason.label for reason in book.people.reasons()}
    for change in book.people.history(party_id):
        note = " · ".join(filter(None, (_because(change, reasons), change.note)))
        yield TimelineItem(ItemKind.STANDING, change.id, change.on, _BECAME[change.standing], note)


def _because(change: StandingChange, reasons: dict[int, str]) -> str:
    return "with the first sale" if change.cause_sale else reasons.get(change.reason_id, "")


def _money(book: Book, party_id: int) -> Iterator[TimelineItem]:
    for sale in book.ledger.sales_of(party_id):
        what = "Refund" if sale.amount < 0 else "Sale, not paid yet" if sale.owed else "Sale"
        yield TimelineItem(ItemKind.SALE, sale.id, sale.on, what, sale.memo, sale.amount)
    for expense in book.ledger.expenses_of(party_id):
        what = f"Expense, {expense.side.label}"
        yield TimelineItem(ItemKind.EXPENSE, expense.id, expense.on, what, expense.memo, -expense.amount)


def _work(book: Book, party_id: int) -> Iterator[TimelineItem]:
    for work in book.work.of_party(party_id):
        what = f"Work, {work.side.label}"
        yield TimelineItem(ItemKind.WORK, work.id, work.on, what, work.note, minutes=work.minutes)


def _said(book: Book, party_id: int) -> Iterator[TimelineItem]:
    for contact in book.contacts.of_party(party_id):
        what = contact_words(contact.channel, incoming=contact.incoming, answered=contact.answered).capitalize()
        yield TimelineItem(ItemKind.CONTACT, contact.id, contact.on, what, contact.note)
    for step in book.contacts.steps_of(party_id):
        if step.done_on:
            what, note = ("Not done", f"{step.what} · {step.outcome}") if step.closed_by else ("Done", step.what)
            yield TimelineItem(ItemKind.STEP, step.id, step.done_on, what, note)
