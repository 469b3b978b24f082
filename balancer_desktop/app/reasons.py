"""Why customers leave, in the owner's own labels."""

from balancer_desktop.app.book import Book
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import ExitReason, ReasonClass
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
