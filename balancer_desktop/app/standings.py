"""Changes of standing: the one path by which people leave and come back, and taking back what was a mistake.

Whoever leaves has no reminders: the open steps are closed by the change that made them ex, and are open again as soon
as they are ex no more, however that came about. Whoever comes back on the very day they left never left: the change
goes, so that no summary counts an exit that was a slip.

What was open with them in the pipeline is lost as they leave, for the board and its figures must not count on it: it
comes back only when the exit itself goes. Whoever comes back later begins anew.
"""

from dataclasses import replace
from datetime import date

from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import follow_first_sale
from balancer_desktop.app.left_opportunities import lose_with, take_back_with
from balancer_desktop.app.wording import name_of
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.standing import Standing, StandingChange, ex_spell


def past_day(book: Book, on: date | None) -> date:
    """The day itself, today when none is given; BadInput when it is still to come."""
    today = book.today()
    if on is not None and on > today:
        raise BadInput(f"{on} lies in the future.", "Give today's date or an earlier one.")
    return on or today


def move(book: Book, change: StandingChange) -> None:
    """Add a change at the end of a party's history, within a change of the book; BadInput when a later one is there."""
    history = book.people.history(change.party_id)
    if history and history[-1].on > change.on:
        raise BadInput(
            f"{name_of(book, change.party_id)} changed standing on {history[-1].on}, after {change.on}.",
            "Choose a later date.",
        )
    spell = ex_spell(history)
    if spell and change.standing is not Standing.EX:
        _come_back(book, change, spell, begun_so=len(spell) == len(history))
    else:
        change_id = book.people.add_standing(change)
        if change.standing is Standing.EX:
            _close_steps(book, replace(change, id=change_id))


def remove_change(book: Book, party_id: int, change_id: int) -> None:
    """Remove one change from a party's history; BadInput for its beginning, or for what a first sale caused."""
    history = book.people.history(party_id)
    change = next((change for change in history if change.id == change_id), None)
    if change is None:
        return
    if change.cause_sale:
        raise BadInput("This came with the first sale.", "Remove or correct that sale, and it goes as well.")
    if change == history[0]:
        raise BadInput("This is where the history begins.", "Change the standing, or remove the person.")
    name = book.people.names([party_id])[party_id]
    with book.change(f"Remove “{change.standing.value}” of {change.on} · {name}"):
        book.people.remove_standing(change_id, party_id)
        follow_first_sale(book, party_id)
        if change.standing is Standing.EX:
            take_back_with(book, change)
        follow_steps(book, party_id, was_ex=bool(ex_spell(history)))


def follow_steps(book: Book, party_id: int, *, was_ex: bool) -> None:
    """Whoever is ex after all has no open steps; whoever is not has all of them back."""
    spell = ex_spell(book.people.history(party_id))
    if not spell:
        book.contacts.reopen(party_id)
    elif was_ex:
        book.contacts.hand_over(party_id, spell[-1].id)
    else:
        _close_steps(book, spell[-1])


def _come_back(book: Book, change: StandingChange, spell: list[StandingChange], *, begun_so: bool) -> None:
    if spell[0].on == change.on and not begun_so:
        for left in spell:
            book.people.remove_standing(left.id, left.party_id)
            take_back_with(book, left)
    if book.people.standing(change.party_id) is not change.standing:
        book.people.add_standing(change)
    follow_first_sale(book, change.party_id)
    book.contacts.reopen(change.party_id)


def _close_steps(book: Book, change: StandingChange) -> None:
    lose_with(book, change)
    label = next((r.label for r in book.people.reasons() if r.id == change.reason_id), "")
    why = f" ({label})" if label else ""
    outcome = f"Closed: {name_of(book, change.party_id)} left{why}"
    book.contacts.close_open(change.party_id, change.on, outcome, change.id)
