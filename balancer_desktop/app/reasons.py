"""Why customers leave, in the owner's own labels."""

from collections.abc import Collection
from datetime import date

from balancer_desktop.app import people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import ExitReason, ReasonClass, Standing
from balancer_desktop.domain.text import storable


def add_reason(book: Book, label: str, kind: ReasonClass) -> int:
    """The new reason's id; BadInput for an empty label, or one that is there already."""
    label = storable(" ".join(label.split()))
    if not label:
        raise BadInput("The reason is empty.", "Write a word or two, such as “Found a relative to do it”.")
    if any(folded(reason.label) == folded(label) for reason in book.people.reasons()):
        raise BadInput(f"There is a reason “{label}” already.", "Choose it from the list.")
    with book.change(f"Add the reason “{label}”"):
        return book.people.add_reason(ExitReason(label, kind))


def archive_because(
    book: Book, ids: Collection[int], label: str, kind: ReasonClass, on: date | None = None, note: str = ""
) -> None:
    """Archive parties for a reason that is new, as one step. BadInput as add_reason and people.set_standing."""
    names = book.people.names(ids)
    whom = next(iter(names.values())) if len(names) == 1 else f"{len(names)} people"
    with book.change(f"Archive {whom}"):
        people.set_standing(book, ids, Standing.EX, on, add_reason(book, label, kind), note)
