"""What becomes of the opportunities of somebody who leaves: they are lost with the exit, and come back only with it.

Each is lost for the reason of the owner's list that is called as the reason of the exit is, else for one that needs
words, and says that they left. It is lost on the day of the exit; or, should more have happened to it since, then.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from balancer_desktop.app.book import Book
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.standing import StandingChange


def open_with(book: Book, ids: Collection[int]) -> list[Opportunity]:
    """What would be lost, should these parties leave."""
    return [one for id_ in ids for one in book.pipeline.of_party(id_) if one.closed is None]


def lose_with(book: Book, change: StandingChange) -> None:
    """Close what is open with the party as lost, within the step that makes them ex by this change."""
    note, reason_id = _words(book, change), _reason(book, change)
    for opportunity in open_with(book, [change.party_id]):
        day = _day(opportunity, change.on)
        lost = replace(opportunity, closed=day, outcome=Outcome.LOST, reason_id=reason_id, note=note)
        book.pipeline.update(lost)


def take_back_with(book: Book, change: StandingChange) -> None:
    """Have open again what was lost with the exit that goes; what the owner said more about it stays as it is."""
    note = _words(book, change)
    for opportunity in book.pipeline.of_party(change.party_id):
        lost = opportunity.outcome is Outcome.LOST and opportunity.note == note
        if lost and opportunity.closed == _day(opportunity, change.on):
            taken = replace(opportunity, closed=None, outcome=None, reason_id=0, note="", referrer_told=None)
            book.pipeline.update(taken)


def _day(opportunity: Opportunity, left_on: date) -> date:
    return max(left_on, opportunity.opened, *(move.on for move in opportunity.moves))


def _words(book: Book, change: StandingChange) -> str:
    label = _label(book, change)
    return f"They left ({label})" if label else "They left"


def _label(book: Book, change: StandingChange) -> str:
    return next((reason.label for reason in book.people.reasons() if reason.id == change.reason_id), "")


def _reason(book: Book, change: StandingChange) -> int:
    reasons = book.stages.loss_reasons()
    label = folded(_label(book, change))
    alike = (reason.id for reason in reasons if folded(reason.label) == label)
    others = sorted((reason.retired, reason.id) for reason in reasons if reason.other)
    return next(alike, 0) or others[0][1]
