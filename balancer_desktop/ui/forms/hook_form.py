"""What to come back to somebody for who left, and when."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from balancer_desktop.app import archive
from balancer_desktop.domain.standing import StandingChange
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.session import Session


class HookForm(EntryForm):
    """Without words there is nothing to come back for any more; without a day it is never brought up by itself."""

    def __init__(self, parent: QWidget, session: Session, party_id: int) -> None:
        name = session.book.people.names([party_id]).get(party_id, "them")
        super().__init__(parent, session, f"Come back to {name}", "Save")
        self._party_id = party_id
        now = _open_hook(session, party_id)
        self._what = QLineEdit(now.hook if now else "")
        self._what.setPlaceholderText("A referral, the new owner …")
        self._when = DateField(session, now.hook_due if now else None, ahead=True)
        self._when.setPlaceholderText("A day, or none")
        self.add_row("Come back for", self._what)
        self.add_row("Come back on", self._when)
        self._what.setFocus()

    def draft(self) -> Callable[[], object]:
        book, party_id, what = self.session.book, self._party_id, self._what.text()
        due = self._when.value() if self._when.text().strip() else None
        return lambda: archive.set_hook(book, party_id, what, due)


def _open_hook(session: Session, party_id: int) -> StandingChange | None:
    """What is not done yet; a new one takes the place of one that is."""
    history = session.book.people.history(party_id)
    latest = history[-1] if history else None
    return latest if latest and latest.hook and latest.hook_done is None else None
