"""What the owner corrects of an item before it comes in: who it is about, and when it was."""

from dataclasses import replace
from datetime import datetime

from balancer_desktop.app.book import Book
from balancer_desktop.app.intake.matching import NOBODY, Match
from balancer_desktop.app.intake.preview import NOBODY_KNOWN, Planned
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.intake.item import Item

CHOSEN = "choice"
"""By what somebody is known whom the owner named."""


def about(book: Book, planned: Planned, party_id: int, name: str) -> Planned:
    """The item as one about this party, or about somebody new of this name (party_id 0).

    An event in doubt because nobody known was named is so no more. BadInput where nothing would say who it is.
    """
    item = replace(planned.item, name=_named(book, party_id) if party_id else " ".join(name.split()))
    if not (party_id or item.who):
        raise BadInput("Who it is about is missing.", "Type a name.")
    if item.title and item.doubtful:
        item = replace(item, doubtful=False, remark=item.remark.removeprefix(NOBODY_KNOWN).strip())
    match = Match(party_id, item.name, CHOSEN, book.people.standing(party_id)) if party_id else NOBODY
    return replace(planned, item=item, match=match)


def at(planned: Planned, moment: datetime) -> Planned:
    """The item as one of this moment: whatever was doubtful about that is settled."""
    item: Item = replace(planned.item, at=moment, remark="", doubtful=False)
    return replace(planned, item=item)


def _named(book: Book, party_id: int) -> str:
    return book.people.names([party_id])[party_id]
