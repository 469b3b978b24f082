"""What the owner does about a line of today's list: ends it, or puts it off. Each is one step for undo."""

from datetime import datetime

from balancer_desktop.app import bought, contacts, inquiries, suggestions
from balancer_desktop.app.archive import finish_hook, postpone_hook
from balancer_desktop.app.book import Book
from balancer_desktop.app.keep_in_touch import leave_until
from balancer_desktop.app.lines import mark_paid
from balancer_desktop.app.opportunities import finish_step
from balancer_desktop.app.referrers import told
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.app.today_prospects import told_of
from balancer_desktop.app.winning import win
from balancer_desktop.app.wording import name_of
from balancer_desktop.app.work import start_timer
from balancer_desktop.domain.agenda import ASKED, STEPS, TO_CALL, AgendaItem, Waiting, postponed
from balancer_desktop.domain.entries import Channel, Contact, NextStep
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.side import Side

MATTERS = {
    Waiting.LAPSE: (Matter.LAPSE,),
    Waiting.RETURN: (Matter.RETURN,),
    Waiting.GONE: (Matter.TOUCH, Matter.LAPSE),
    Waiting.QUIET: (Matter.TOUCH,),
    Waiting.APPROACH: (Matter.APPROACH,),
}
"""What is put off with a line: who is silent for too long is then not said to have lapsed either."""


def finish(book: Book, item: AgendaItem, known: KnownRhythms | None = None) -> None:
    """Do what ends the line: it is done, they were called or answered, the money has come, the suggestion is taken.

    known: to say why somebody lapsed.
    """
    if item.more:
        return
    if item.kind in ASKED:
        answer(book, item)
    elif item.kind in STEPS:
        contacts.finish(book, item.ids[0])
    elif item.kind in TO_CALL:
        called(book, item)
    elif item.kind is Waiting.THANK:
        thank(book, item)
    elif item.kind is Waiting.OWES:
        mark_paid(book, item.ids)
    elif item.kind is Waiting.HOOK:
        finish_hook(book, item.party_id)
    else:
        _take(book, item, known)


def _take(book: Book, item: AgendaItem, known: KnownRhythms | None) -> None:
    """What the book supposes is so."""
    if item.kind is Waiting.BOUGHT:
        win(book, item.opportunity_id, sale_id=item.ids[0])
    elif item.kind is Waiting.RETURN:
        suggestions.take_back(book, item.parties)
    elif known and item.kind is Waiting.LAPSE:
        suggestions.lapse(book, known, item.parties)


def answer(book: Book, item: AgendaItem) -> None:
    """Say that whoever asked has the answer, or what was promised: one contact, however often they asked."""
    with book.change(f"Answer {item.who}"):
        inquiries.answer(book, item.ids[0])
        for id_ in item.ids[1:]:
            inquiries.hear(book, id_)


def decline(book: Book, item: AgendaItem) -> None:
    """Close all that a line tells of: it is not for the business."""
    with book.change(f"Not for us: {item.who}"):
        for id_ in item.ids:
            inquiries.not_for_us(book, id_)


def lose_to_silence(book: Book, item: AgendaItem) -> None:
    """Close all that a line tells of: they were never reached, or never came back."""
    with book.change(f"Lost to silence: {item.who}"):
        for id_ in item.ids:
            inquiries.lose_to_silence(book, id_)


def something_else(book: Book, item: AgendaItem) -> None:
    """Say that what they bought is not what was open with them."""
    bought.decline(book, item.opportunity_id, item.ids[0])


def thank(book: Book, item: AgendaItem, channel: Channel | None = None) -> None:
    """Note that the referrer was told and thanked, by a contact that is logged when a channel is given."""
    owed = told_of(item, book)
    if owed:
        told(book, owed, channel=channel)


def start_prospecting(book: Book, now: datetime) -> None:
    """Start the timer for prospecting; BadInput when one runs already."""
    start_timer(book, now, 0, Side.GAIN, "prospecting")


def plan_next(book: Book, step_id: int, following: NextStep) -> int:
    """Plan what comes after a step that was finished just now, with that as one step for undo; the new one's id."""
    done = book.contacts.step(step_id)
    if done and book.undo_label == f"Done: “{done.what}” · {name_of(book, done.party_id)}":
        book.undo()
        again = book.contacts.step(step_id)
        if again and again.done_on is None:
            return finish_step(book, step_id, following)
        book.redo()
    return contacts.plan(book, following)


def called(book: Book, item: AgendaItem, *, answered: bool = True) -> None:
    """Log that the owner called them today."""
    contacts.log(book, Contact(book.today(), item.party_id, Channel.CALL, answered=answered))


def postpone(book: Book, item: AgendaItem, weeks: int = 0, months: int = 0) -> None:
    """Put a line off; an inquiry, money owed and the timer cannot be, and stay."""
    day = postponed(item.on if item.kind in STEPS | ASKED else book.today(), book.today(), weeks, months)
    if item.more:
        return
    if item.kind in STEPS:
        contacts.postpone(book, item.ids[0], day)
    elif item.kind in ASKED - {Waiting.INQUIRY}:
        inquiries.promise(book, item.ids[0], item.what, day)
    elif item.kind is Waiting.HOOK:
        postpone_hook(book, item.party_id, day)
    elif item.kind in MATTERS:
        leave_until(book, item.parties, MATTERS[item.kind], day)
