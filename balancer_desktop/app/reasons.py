"""Why customers leave, in the owner's own labels."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from balancer_desktop.app.archive import archive
from balancer_desktop.app.book import Book
from balancer_desktop.app.reason_labels import checked_label
from balancer_desktop.app.wording import gone, whom
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import LONGEST_NAME
from balancer_desktop.domain.standing import ExitReason, ReasonClass

_EXAMPLE = "Found a relative to do it"


def add_reason(book: Book, label: str, kind: ReasonClass) -> int:
    """The new reason's id; BadInput for an empty label, or one that is there already."""
    label = checked_label(label, book.people.reasons(), _EXAMPLE, LONGEST_NAME)
    with book.change(f"Add the reason “{label}”"):
        return book.people.add_reason(ExitReason(label, kind))


def change_reason(book: Book, reason_id: int, label: str, kind: ReasonClass) -> None:
    """Give a reason that nobody left for another label or class; BadInput for one in use, or as for add_reason."""
    before = _unused(book, reason_id)
    after = replace(
        before, label=checked_label(label, book.people.reasons(), _EXAMPLE, LONGEST_NAME, but=reason_id), kind=kind
    )
    if after != before:
        with book.change(f"Change the reason “{before.label}” to “{after.label}”"):
            book.people.update_reason(after)


def retire(book: Book, reason_id: int) -> None:
    """Offer a reason no more; those who left for it keep it."""
    reason = _reason(book, reason_id)
    if not reason.retired:
        with book.change(f"Retire the reason “{reason.label}”"):
            book.people.update_reason(replace(reason, retired=True))


def bring_back(book: Book, reason_id: int) -> None:
    """Offer a retired reason again."""
    reason = _reason(book, reason_id)
    if reason.retired:
        with book.change(f"Bring back the reason “{reason.label}”"):
            book.people.update_reason(replace(reason, retired=False))


def remove_reason(book: Book, reason_id: int) -> None:
    """Remove a reason that nobody left for; BadInput for one in use."""
    reason = _unused(book, reason_id)
    with book.change(f"Remove the reason “{reason.label}”"):
        book.people.remove_reason(reason_id)


def archive_because(
    book: Book,
    ids: Collection[int],
    label: str,
    kind: ReasonClass,
    on: date | None = None,
    folder_id: int = 0,
    note: str = "",
    hook: str = "",
    hook_due: date | None = None,
) -> None:
    """Archive parties for a reason that is new, as one step. BadInput as add_reason and archive.archive."""
    with book.change(f"Archive {whom(book, ids)}"):
        archive(book, ids, add_reason(book, label, kind), on, folder_id, note, hook, hook_due)


def _reason(book: Book, reason_id: int) -> ExitReason:
    found = next((reason for reason in book.people.reasons() if reason.id == reason_id), None)
    if found is None:
        raise gone("reason")
    return found


def _unused(book: Book, reason_id: int) -> ExitReason:
    reason, uses = _reason(book, reason_id), book.people.reason_uses().get(reason_id, 0)
    if uses:
        whom = "1 person" if uses == 1 else f"{uses} people"
        raise BadInput(f"“{reason.label}” is why {whom} left.", "Retire it, and add another one.")
    return reason
