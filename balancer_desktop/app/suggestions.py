"""Changes of standing that the records suggest; the owner confirms them, puts them off, or has a rule do them."""

from collections.abc import Collection
from datetime import date
from functools import partial

from balancer_desktop.app.book import Book
from balancer_desktop.app.keep_in_touch import leave_until, put_off, without
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.app.standings import move
from balancer_desktop.app.wording import whom
from balancer_desktop.domain.agenda import AgendaItem, Waiting, bounded, postponed
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.standing import Standing, StandingChange
from balancer_desktop.storage import today_store

AUTO_LAPSE, AUTO_RETURN = "auto_lapse", "auto_return"
"""Settings: whether a rule does it without asking."""
MONTHS = 3
"""How long a suggestion is left alone that the owner did not take, or took back."""
BY_RULE = "By your rule: "


def to_lapse(book: Book, known: KnownRhythms) -> list[int]:
    """Current customers who are probably gone, or past the longest gap the owner set; the longest silent first."""
    waits = known.waits()
    return [] if waits is None else _ids(without(waits.gone, put_off(book, Matter.LAPSE, Matter.TOUCH)))


def to_return(book: Book, known: KnownRhythms) -> list[int]:
    """Lapsed and ex parties that bought after they came to stand there."""
    waits = known.waits()
    return [] if waits is None else _ids(without(waits.back, put_off(book, Matter.RETURN)))


def items(book: Book, known: KnownRhythms, most: int) -> list[AgendaItem]:
    """What is suggested, as lines of today's list.

    Several of a kind have a line for all of them together. Whoever has gone quiet stands among the silent besides.
    """
    lapse, back = to_lapse(book, known), to_return(book, known)
    found = []
    if len(lapse) > 1:
        found.append(AgendaItem(Waiting.LAPSE, book.today(), who=gone_quiet(len(lapse)), ids=tuple(lapse)))
    if len(back) > 1:
        found.append(
            AgendaItem(Waiting.RETURN, book.today(), who=f"{len(back):,} people bought again", ids=tuple(back))
        )
    names, bought = book.people.names(back[:most]), today_store.bought_again(book.file.db, back[:most])
    returning = [AgendaItem(Waiting.RETURN, bought[id_], id_, names[id_]) for id_ in back[:most] if id_ in bought]
    return found + bounded(returning, most, len(back))


def gone_quiet(count: int) -> str:
    """`3 customers have gone quiet`."""
    return "1 customer has gone quiet" if count == 1 else f"{count:,} customers have gone quiet"


def lapse(book: Book, known: KnownRhythms, ids: Collection[int]) -> None:
    """Mark customers as lapsed today, each with its rhythm as the note, as one step."""
    with book.change(f"Mark as lapsed: {whom(book, ids)}"):
        _lapse(book, known, ids)


def take_back(book: Book, ids: Collection[int]) -> None:
    """Make people current who bought again, from the day of that sale on, as one step."""
    with book.change(f"Current again: {whom(book, ids)}"):
        _take_back(book, ids)


def not_now(book: Book, ids: Collection[int], matter: Matter, until: date | None = None) -> None:
    """Leave a suggestion alone until a day, three months from today when none is given."""
    leave_until(book, ids, [matter], until or postponed(book.today(), book.today(), months=MONTHS))


def apply_rules(book: Book, known: KnownRhythms) -> list[str]:
    """Do what the owner's rules ask for, each as one step; the labels of what was done.

    Taken back it is put off as well, so that it is not done again at once.
    """
    done = []
    if book.settings.get(AUTO_LAPSE) == "on" and (ids := to_lapse(book, known)):
        done.append(f"Lapsed, by your rule: {whom(book, ids)}")
        with book.change(done[-1], undone=partial(not_now, book, ids, Matter.LAPSE)):
            _lapse(book, known, ids, BY_RULE)
    if book.settings.get(AUTO_RETURN) == "on" and (ids := to_return(book, known)):
        done.append(f"Current again, by your rule: {whom(book, ids)}")
        with book.change(done[-1], undone=partial(not_now, book, ids, Matter.RETURN)):
            _take_back(book, ids, BY_RULE)
    return done


def _lapse(book: Book, known: KnownRhythms, ids: Collection[int], why: str = "") -> None:
    for party_id, rhythm in known.of(ids).items():
        if book.people.standing(party_id) is Standing.CURRENT:
            move(book, StandingChange(party_id, book.today(), Standing.LAPSED, note=f"{why}{rhythm.reason}"))


def _take_back(book: Book, ids: Collection[int], why: str = "") -> None:
    for party_id, on in today_store.bought_again(book.file.db, ids).items():
        if book.people.standing(party_id) in (Standing.LAPSED, Standing.EX):
            move(book, StandingChange(party_id, on, Standing.CURRENT, note=f"{why}bought again on {on}"))


def _ids(listed: Collection[tuple[int, int]]) -> list[int]:
    return [id_ for _, id_ in listed]
