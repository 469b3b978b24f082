"""Today's list: what waits for the owner, what was done already, and the week so far."""

from dataclasses import dataclass
from datetime import date, timedelta

from balancer_desktop.app import contacts
from balancer_desktop.app.book import Book
from balancer_desktop.app.lines import mark_paid
from balancer_desktop.domain.agenda import MUST, AgendaItem, Waiting, ordered, postponed, step_kind
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage import today_store

AHEAD = 7
"""Days ahead whose next steps are shown."""
PATIENCE = 30
"""Days after which an unpaid sale is called to mind."""
Entry = Work | Sale | Expense | Contact | NextStep


@dataclass(frozen=True, slots=True)
class Headline:
    """Calls to return, steps due, minutes logged this week and how many of them were gaining."""

    calls: int
    steps: int
    minutes: int
    gaining: int


@dataclass(frozen=True, slots=True)
class Done:
    """One entry of the day, with the name of whom it concerns (or an empty one)."""

    entry: Entry
    who: str


def agenda(book: Book, ahead: int = AHEAD) -> list[AgendaItem]:
    """Everything that waits, the most urgent first.

    An archived party's reminders stop; only a call that came after it left still counts, and what it owes.
    """
    calls, steps = book.contacts.unanswered(), book.contacts.open_steps(book.today() + timedelta(days=ahead))
    owing = today_store.owing(book.file.db, book.today() - timedelta(days=PATIENCE))
    ids = {c.party_id for c in calls} | {s.party_id for s in steps} | {o.party_id for o in owing}
    known = today_store.who(book.file.db, ids)

    def archived(party_id: int, since: date) -> bool:
        _, standing, changed = known[party_id]
        return standing is Standing.EX and since <= changed

    items = [
        *_timer(book),
        *(
            AgendaItem(Waiting.MISSED_CALL, call.on, call.party_id, known[call.party_id][0], call.note, (call.id,))
            for call in _one_each(calls)
            if not archived(call.party_id, call.on)
        ),
        *(
            AgendaItem(
                step_kind(step.due, book.today()), step.due, step.party_id, known[step.party_id][0], step.what,
                (step.id,),
            )
            for step in steps
            if known[step.party_id][1] is not Standing.EX
        ),
        *(AgendaItem(Waiting.OWES, o.since, o.party_id, known[o.party_id][0], "", o.sale_ids, o.amount) for o in owing),
    ]  # fmt: skip
    return ordered(items)


def headline(items: list[AgendaItem], book: Book, week_start: date) -> Headline:
    """What matters today in four figures; the week begins on the day given."""
    work = book.work.between(week_start, book.today())
    return Headline(
        sum(item.kind is Waiting.MISSED_CALL for item in items),
        sum(item.kind in (Waiting.OVERDUE, Waiting.TODAY) for item in items),
        sum(entry.minutes for entry in work),
        sum(entry.minutes for entry in work if entry.side is Side.GAIN),
    )


def must_count(items: list[AgendaItem]) -> int:
    """How many lines are for today and no other day."""
    return sum(item.kind in MUST for item in items)


def done_today(book: Book, most: int = 8) -> list[Done]:
    """What the owner did today: steps finished, contacts, work, sales, spending; the latest of each first."""
    day = book.today()
    entries: tuple[Entry, ...] = (
        *today_store.steps_done_on(book.file.db, day),
        *(c for c in today_store.contacts_on(book.file.db, day) if c.channel is not Channel.MISSED_CALL),
        *book.work.between(day, day),
        *book.ledger.sales(day, day),
        *book.ledger.expenses(day, day),
    )
    shown = entries[:most]
    names = book.people.names({entry.party_id for entry in shown if entry.party_id})
    return [Done(entry, names.get(entry.party_id, "")) for entry in shown]


def finish(book: Book, item: AgendaItem) -> None:
    """Do what ends the line: the step is done, the call was returned today, the money has come."""
    if item.kind is Waiting.MISSED_CALL:
        contacts.log(book, Contact(book.today(), item.party_id, Channel.CALL))
    elif item.kind is Waiting.OWES:
        mark_paid(book, item.ids)
    elif item.kind is not Waiting.TIMER:
        contacts.finish(book, item.ids[0])


def postpone(book: Book, item: AgendaItem, weeks: int = 0, months: int = 0) -> None:
    """Move a next step; other lines cannot be put off and stay."""
    if item.kind in (Waiting.OVERDUE, Waiting.TODAY, Waiting.SOON):
        contacts.postpone(book, item.ids[0], postponed(item.on, book.today(), weeks, months))


def _timer(book: Book) -> list[AgendaItem]:
    timer = book.work.timer()
    if timer is None:
        return []
    who = book.people.names([timer.party_id]).get(timer.party_id, "") if timer.party_id else ""
    return [AgendaItem(Waiting.TIMER, timer.started_at.date(), timer.party_id, who, timer.note)]


def _one_each(calls: list[Contact]) -> list[Contact]:
    """One line a party, its first unanswered call: who rings three times still gets one call back."""
    first: dict[int, Contact] = {}
    for call in calls:
        first.setdefault(call.party_id, call)
    return list(first.values())
