"""Moving people by key, menu or pointer to where they stand now; who leaves is asked about first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import archive, people
from balancer_desktop.app.wording import whom
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.words import STANDING
from balancer_desktop.ui.session import Session


def move_people(
    parent: QWidget, session: Session, ids: Sequence[int], standing: Standing, folder_id: int | None = None
) -> None:
    """To a standing; to ex by way of the dialog that asks why, while those who left already are filed at once.

    Where all of them left and no folder was named, a form asks which it is to be.
    folder_id: the folder they were dropped on (0: ex_Customers itself), None when none was named.
    """
    book = session.book
    if standing is not Standing.EX:
        if session.did(lambda: people.set_standing(book, ids, standing)):
            tell_done(session, f"{whom(book, ids)}: {STANDING[standing].lower()} now")
        return
    left = [id_ for id_ in ids if book.people.standing(id_) is Standing.EX]
    leaving = [id_ for id_ in ids if id_ not in left]
    if left and folder_id is not None:
        session.attempt(lambda: archive.refile(book, left, folder_id))
    elif left and not leaving:
        refile_people(parent, session, left)
    if leaving:
        from balancer_desktop.ui.people.standing_dialog import StandingDialog

        StandingDialog(parent, session, leaving, folder_id).show()


def refile_people(parent: QWidget, session: Session, ids: Sequence[int]) -> None:
    """Ask in which folder those among them who left belong."""
    from balancer_desktop.ui.people.filing_form import FilingForm

    book = session.book
    left = [id_ for id_ in ids if book.people.standing(id_) is Standing.EX]
    if left:
        at = book.folders.folder_of(left).get(left[0], 0)
        FilingForm(parent, session, whom(book, left), lambda place: archive.refile(book, left, place), at).show()


def restore_people(session: Session, ids: Sequence[int]) -> None:
    """Give those who left the standing they had before."""
    if session.did(lambda: archive.restore(session.book, ids)):
        tell_done(session, f"Restored {whom(session.book, ids)}")


def tell_done(session: Session, what: str) -> None:
    """Those it was done to may have left the list that is looked at: the status line says so, and the way back.

    What could not be done on the disk matters more.
    """
    if not session.unfiled:
        session.said.emit(f"{what} — Ctrl+Z takes it back")
