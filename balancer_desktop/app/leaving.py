"""All that is said of a leaving, at once: a reason or a folder that is not there yet is made in the same step."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from balancer_desktop.app.archive import archive
from balancer_desktop.app.archive_folders import make_path
from balancer_desktop.app.book import Book
from balancer_desktop.app.reasons import add_reason
from balancer_desktop.app.wording import whom
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import ReasonClass, Standing


@dataclass(frozen=True, slots=True)
class Leaving:
    """own_reason with its class, or else reason_id; new_folder, a path such as `Moved/Abroad`, or else folder_id."""

    reason_id: int = 0
    own_reason: str = ""
    own_class: ReasonClass = ReasonClass.UNKNOWN
    on: date | None = None
    folder_id: int = 0
    new_folder: str = ""
    note: str = ""
    hook: str = ""
    hook_due: date | None = None


def leave(book: Book, ids: Collection[int], said: Leaving) -> None:
    """Archive these parties as one step. BadInput as archive.archive, reasons.add_reason and archive_folders.add."""
    leaving = [id_ for id_ in book.people.names(ids) if book.people.standing(id_) is not Standing.EX]
    with book.change(f"Archive {whom(book, leaving)}"):
        reason = add_reason(book, said.own_reason, said.own_class) if said.own_reason else said.reason_id
        folder = make_path(book, said.new_folder) if said.new_folder else said.folder_id
        archive(book, leaving, reason, said.on, folder, said.note, said.hook, said.hook_due)


def likely_reason(book: Book, folder_id: int) -> int:
    """Why somebody leaves who is filed there: what the folder is called, else why most of those in it left; or 0."""
    reasons = {reason.id: reason for reason in book.people.reasons() if not reason.retired}
    name = next((folder.name for folder in book.folders.all() if folder.id == folder_id), "")
    called = (id_ for id_, reason in reasons.items() if folded(reason.label) == folded(name))
    counted = book.folders.reasons_in(folder_id) if folder_id else []
    return next(called, 0) or next((id_ for id_ in counted if id_ in reasons), 0)


def likely_folder(book: Book, reason_id: int) -> int:
    """Where the latest of those are filed who left for this reason; 0 when that is no folder of the owner's."""
    return book.folders.latest_for(reason_id)
