"""What the owner does with hours: log, correct, take out, and time them."""

from dataclasses import replace
from datetime import date, datetime

from balancer_desktop.app.book import Book
from balancer_desktop.app.wording import gone, hours, name_of
from balancer_desktop.domain.entries import Work, checked_work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.side import Side, side_for
from balancer_desktop.domain.text import storable
from balancer_desktop.domain.timer import Timer, elapsed


def log(book: Book, work: Work, source: str | None = None) -> int:
    """The new entry's id; BadInput for no time, more than a day, or a date in the future."""
    work = _checked(book, work)
    with book.change(f"Log {hours(work.minutes)}{_for(book, work.party_id)}"):
        return book.work.add(work, source)


def edit(book: Book, work: Work) -> None:
    work = _checked(book, work)
    before = book.work.get(work.id)
    if before is None:
        raise gone("entry")
    if before != work:
        with book.change(f"Edit {hours(work.minutes)}{_for(book, work.party_id)}"):
            book.work.update(work)


def remove(book: Book, work_id: int) -> None:
    work = book.work.get(work_id)
    if work:
        with book.change(f"Remove {hours(work.minutes)}{_for(book, work.party_id)}"):
            book.work.remove(work_id)


def proposed_side(book: Book, party_id: int) -> Side:
    """keep, gain or win back from the party's standing today."""
    return side_for(book.people.standing(party_id))


def start_timer(book: Book, now: datetime, party_id: int, side: Side, note: str = "") -> None:
    """Start timing; BadInput when a timer runs already. now carries its offset from UTC."""
    if book.work.timer():
        raise BadInput("A timer is running already.", "Stop it first; its time will be logged.")
    with book.change(f"Start the timer{_for(book, party_id)}"):
        book.work.set_timer(Timer(now, side, party_id, storable(note.strip())))


def stop_timer(book: Book, now: datetime) -> int:
    """Stop timing and log the minutes on the day the work began; the new entry's id. BadInput without a timer."""
    timer = book.work.timer()
    if timer is None:
        raise BadInput("No timer is running.", "Start one first.")
    day = min(timer.started_at.date(), book.today())
    work = Work(day, elapsed(timer, now), timer.side, timer.party_id, timer.note)
    with book.change(f"Stop the timer: {hours(work.minutes)}{_for(book, work.party_id)}"):
        book.work.set_timer(None)
        return book.work.add(checked_work(work))


def cancel_timer(book: Book) -> None:
    if book.work.timer():
        with book.change("Discard the timer"):
            book.work.set_timer(None)


def not_future(book: Book, on: date) -> None:
    """BadInput for a date after today: what has not happened cannot be logged."""
    if on > book.today():
        raise BadInput(f"{on} lies in the future.", "Give today's date or an earlier one.")


def _checked(book: Book, work: Work) -> Work:
    not_future(book, work.on)
    return replace(checked_work(work), note=storable(work.note.strip()))


def _for(book: Book, party_id: int) -> str:
    return f" for {name_of(book, party_id)}" if party_id else ""
