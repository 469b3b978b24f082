"""Who has gone quiet, and whom a call may win back; and putting them off."""

from collections.abc import Collection, Sequence
from datetime import date

from balancer_desktop.app.book import Book
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.app.wording import whom
from balancer_desktop.domain.agenda import AgendaItem, Waiting, bounded
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.put_off import Matter, PutOff
from balancer_desktop.storage import today_store

Waiters = Sequence[tuple[int, int]]
"""(key, party), as domain.keep_in_touch lists them."""


def quiet_customers(book: Book, known: KnownRhythms, most: int) -> list[AgendaItem]:
    """Current customers whose silence is too long: GONE first, then QUIET; the longest waiting first in each."""
    waits, off = known.waits(), put_off(book, Matter.TOUCH)
    if waits is None:
        return []
    lists: list[AgendaItem] = []
    for kind, listed in ((Waiting.GONE, waits.gone), (Waiting.QUIET, waits.quiet)):
        left = without(listed, off)
        names, told = names_of(book, left[:most]), known.of([id_ for _, id_ in left[:most]])
        items = [
            AgendaItem(kind, date.fromordinal(due), id_, names[id_], told[id_].reason)
            for due, id_ in left[:most]
            if id_ in names and id_ in told
        ]
        lists += bounded(items, most, len(left))
    return lists


def approach(book: Book, known: KnownRhythms, most: int) -> list[AgendaItem]:
    """Lapsed people worth a call, by expected value; each with what was done for them last, and when.

    amount: see domain.keep_in_touch.Waits; who was in touch lately rests.
    """
    waits = known.waits()
    if waits is None:
        return []
    left = without(waits.worth, put_off(book, Matter.APPROACH))
    shown = left[:most]
    names, last = names_of(book, shown), today_store.last_done(book.file.db, [id_ for _, id_ in shown])
    items = []
    for less, id_ in shown:
        on, what = last.get(id_, (date.min, ""))
        items.append(
            AgendaItem(Waiting.APPROACH, on, id_, names.get(id_, ""), what, amount=-less, expected=waits.by_model)
        )
    return bounded(items, most, len(left))


def worth_calling(book: Book, known: KnownRhythms) -> dict[int, int]:
    """The same of all of them, by party, in minor units."""
    waits = known.waits()
    left = without(waits.worth, put_off(book, Matter.APPROACH)) if waits else ()
    return {id_: -less for less, id_ in left}


def last_done(book: Book, ids: Collection[int]) -> dict[int, tuple[date, str]]:
    """The latest work or sale of each party, by id: when, and the note or memo."""
    return today_store.last_done(book.file.db, ids)


def leave_until(book: Book, ids: Collection[int], matters: Collection[Matter], until: date) -> None:
    """Do not bring these matters up about these parties before a day; BadInput when it is not ahead."""
    if until <= book.today():
        raise BadInput(f"{until} is not ahead.", "Give a day to come.")
    names = book.people.names(ids)
    with book.change(f"Put off {whom(book, names)} until {until}"):
        for party_id in names:
            for matter in matters:
                book.reminders.put_off_until(PutOff(party_id, matter, until))


def put_off(book: Book, *matters: Matter) -> frozenset[int]:
    """Parties about whom one of these matters is put off today."""
    return frozenset(party for party, matter in book.reminders.put_off(book.today()) if matter in matters)


def without(listed: Waiters, off: frozenset[int]) -> Waiters:
    return [one for one in listed if one[1] not in off] if off else listed


def names_of(book: Book, listed: Waiters) -> dict[int, str]:
    return book.people.names([id_ for _, id_ in listed])
