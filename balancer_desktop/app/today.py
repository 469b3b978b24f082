"""Today's list: what waits for the owner, what was done already, and the week so far."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from balancer_desktop.app.book import Book
from balancer_desktop.app.today_inquiries import inquiries
from balancer_desktop.domain.agenda import AgendaItem, Waiting, bounded, in_sections, ordered, step_kind
from balancer_desktop.domain.entries import Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage import today_store

AHEAD = 7
"""Days ahead whose next steps are shown."""
PATIENCE = 30
"""Days after which an unpaid sale is called to mind."""
MOST_OWING = 12
"""Lines of what is owed; the Money tab has them all."""
Entry = Work | Sale | Expense | Contact | NextStep


class Headline(NamedTuple):
    """Inquiries to answer, promises and steps due, minutes logged this week and how many of them were gaining."""

    inquiries: int
    steps: int
    minutes: int
    gaining: int


class Done(NamedTuple):
    """One entry of the day, with the name of whom it concerns (or an empty one)."""

    entry: Entry
    who: str


def agenda(book: Book, told: Iterable[AgendaItem] = (), ahead: int = AHEAD, most: int = MOST_OWING) -> list[AgendaItem]:
    """Everything that waits, the most urgent first. told: the parts that the rhythms and
    the pipeline tell, from app.touch and app.today_prospects.

    An archived party's reminders stop; only what it asked after it left still counts, what it owes, and what to
    come back to it for.
    """
    return around(book, dated(book, ahead), told, most)


def dated(book: Book, ahead: int = AHEAD) -> list[AgendaItem]:
    """The part of the agenda that has its day. Neither money nor hours touch it."""
    return ordered([*_timer(book), *inquiries(book, ahead), *_steps(book, ahead), *_hooks(book)])


def around(
    book: Book, dated: Iterable[AgendaItem], told: Iterable[AgendaItem], most: int = MOST_OWING
) -> list[AgendaItem]:
    """The agenda about a dated part that is known already."""
    return in_sections(dated, told, _owing(book, most))


def count_for_today(book: Book) -> int:
    """How many lines of the agenda are for today and no other day."""
    asked = sum(item.is_for_today for item in inquiries(book, ahead=0))
    return asked + len(_steps(book, ahead=0)) + len(_hooks(book))


def headline(items: list[AgendaItem], minutes: Mapping[Side, int]) -> Headline:
    """What matters today in four figures. minutes: those of the week so far, by side."""
    return Headline(
        sum(item.kind is Waiting.INQUIRY for item in items),
        sum(item.is_for_today and item.kind is not Waiting.INQUIRY for item in items),
        sum(minutes.values()),
        minutes[Side.GAIN],
    )


def done_today(book: Book, most: int = 8) -> list[Done]:
    """What the owner did today: steps finished, contacts, work, sales, spending; the latest of each first."""
    day = book.today()
    entries: tuple[Entry, ...] = (
        *today_store.steps_done_on(book.file.db, day),
        *today_store.contacts_on(book.file.db, day),
        *book.work.between(day, day, most),
        *book.ledger.sales(day, day, most),
        *book.ledger.expenses(day, day, most),
    )
    shown = entries[:most]
    names = book.people.names({entry.party_id for entry in shown if entry.party_id})
    return [Done(entry, names.get(entry.party_id, "")) for entry in shown]


def courted(book: Book, parties: Collection[int]) -> bool:
    """Whether something is open with one of these."""
    return today_store.courted(book.file.db, parties)


def _timer(book: Book) -> list[AgendaItem]:
    timer = book.work.timer()
    if timer is None:
        return []
    who = book.people.names([timer.party_id]).get(timer.party_id, "") if timer.party_id else ""
    return [AgendaItem(Waiting.TIMER, timer.started_at.date(), timer.party_id, who, timer.note)]


def _steps(book: Book, ahead: int) -> list[AgendaItem]:
    """Steps overdue, due, or to come in so many days; not those of what is parked."""
    today = book.today()
    steps = book.contacts.open_steps(today + timedelta(days=ahead))
    known = today_store.who(book.file.db, {step.party_id for step in steps})
    served = {step.opportunity_id for step in steps if step.opportunity_id}
    resting = today_store.parked(book.file.db, served, today) if served else set()
    return [
        _step(step, *known[step.party_id][:2], today)
        for step in steps
        if known[step.party_id][1] is not Standing.EX and step.opportunity_id not in resting
    ]


def _step(step: NextStep, name: str, standing: Standing, today: date) -> AgendaItem:
    asks_next = bool(step.opportunity_id) or standing is Standing.PROSPECT
    return AgendaItem(
        step_kind(step.due, today), step.due, step.party_id, name, step.what, (step.id,),
        opportunity_id=step.opportunity_id, asks_next=asks_next,
    )  # fmt: skip


def _owing(book: Book, most: int) -> list[AgendaItem]:
    owing = today_store.owing(book.file.db, book.today() - timedelta(days=PATIENCE))
    names = book.people.names({one.party_id for one in owing})
    items = ordered(
        AgendaItem(Waiting.OWES, one.since, one.party_id, names[one.party_id], "", one.sale_ids, one.amount)
        for one in owing
    )
    return bounded(items, most, len(items))


def _hooks(book: Book) -> list[AgendaItem]:
    """What to come back to people for who left, when it is due."""
    due = today_store.hooks_due(book.file.db, book.today())
    names = book.people.names([change.party_id for change in due])
    return [
        AgendaItem(Waiting.HOOK, change.hook_due, change.party_id, names[change.party_id], change.hook, (change.id,))
        for change in due
        if change.hook_due
    ]
