"""What the owner does with people: add, edit, change their standing, tag, remove."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from balancer_desktop.app.archive import archive
from balancer_desktop.app.askers import asked_before
from balancer_desktop.app.book import Book
from balancer_desktop.app.cleaning import clean_party
from balancer_desktop.app.standings import move, past_day
from balancer_desktop.app.wording import gone, name_of, whom
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.standing import Standing, StandingChange
from balancer_desktop.domain.text import storable
from balancer_desktop.storage.people_rows import person_rows


def add(
    book: Book, party: Party, standing: Standing = Standing.PROSPECT, on: date | None = None, source: str | None = None
) -> int:
    """The new party's id; its history begins on a date (today when none is given). BadInput for a missing name.

    What is open of what they had asked before, by this name, number or address, is theirs from now on.
    """
    party = clean_party(party)
    _check_referrer(book, party)
    asked = asked_before(book, party)
    with book.change(f"Add {party.name}{', who asked before' if asked else ''}"):
        party_id = book.people.add(party, source)
        book.people.add_standing(StandingChange(party_id, past_day(book, on), standing))
        for inquiry in asked:
            book.inquiries.update(replace(inquiry, party_id=party_id))
    return party_id


def edit(book: Book, party: Party) -> None:
    """Replace a party's record by this one; BadInput for a missing name, or for referring to itself."""
    party = clean_party(party)
    _check_referrer(book, party)
    before = book.people.get(party.id)
    if before is None:
        raise gone("person")
    if before != party:
        with book.change(f"Edit {party.name}"):
            book.people.update(party)


def set_standing(
    book: Book, ids: Collection[int], standing: Standing, on: date | None = None, reason_id: int = 0, note: str = ""
) -> None:
    """Move parties to a standing on a date, with the reason they left when it is ex (see app.archive).

    BadInput when somebody becomes ex without a reason, or the date lies in the future. Parties that are in that
    standing already stay as they are.
    """
    if standing is Standing.EX:
        archive(book, ids, reason_id, on, note=note)
        return
    if reason_id and all(reason.id != reason_id for reason in book.people.reasons()):
        raise BadInput("That reason is not in the book.", "Choose one of the list.")
    day = past_day(book, on)
    moving = [id_ for id_ in book.people.names(ids) if book.people.standing(id_) is not standing]
    with book.change(f"{_MOVE[standing]} {whom(book, moving)}"):
        for party_id in moving:
            move(book, StandingChange(party_id, day, standing, note=storable(note.strip())))


def tag(book: Book, ids: Collection[int], word: str, *, on: bool = True) -> None:
    """Give these parties a tag, or take it from them."""
    word = storable(" ".join(word.split()))
    if not word:
        raise BadInput("The tag is empty.", "Type a word.")
    with book.change(f"{'Tag' if on else 'Untag'} {whom(book, ids)} “{word}”"):
        for party in book.people.get_many(ids):
            if (word in party.tags) is not on:
                kept = tuple(t for t in party.tags if t != word)
                book.people.update(replace(party, tags=(*kept, word) if on else kept))


def remove(book: Book, ids: Collection[int]) -> None:
    """Remove parties that were added by mistake; BadInput for one with a history worth keeping."""
    for party_id, name in book.people.names(ids).items():
        count = book.people.references(party_id)
        if count:
            raise BadInput(
                f"{name} has {count} {'entry' if count == 1 else 'entries'} in the book.",
                "Change the standing to ex instead: nothing gets lost.",
            )
    with book.change(f"Remove {whom(book, ids)}"):
        for party_id in book.people.names(ids):
            book.people.remove(party_id)


def rows(book: Book, standings: Collection[Standing] = (), ids: Collection[int] = ()) -> list[PersonRow]:
    """Table rows of the parties in these standings (none: all), or of these ids, by name."""
    return person_rows(book.file.db, book.today(), standings, ids)


def _check_referrer(book: Book, party: Party) -> None:
    if party.referred_by and party.referred_by == party.id:
        raise BadInput(f"{party.name} cannot be referred by themselves.", "Choose somebody else, or nobody.")
    if party.referred_by:
        name_of(book, party.referred_by)


_MOVE = {
    Standing.PROSPECT: "Make a prospect of",
    Standing.CURRENT: "Make a current customer of",
    Standing.LAPSED: "Mark as lapsed:",
}
