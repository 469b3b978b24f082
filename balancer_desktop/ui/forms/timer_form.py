"""Work that begins now: its time is logged when the timer is stopped."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from balancer_desktop.app import work as works
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.side_field import SideField
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session


class TimerForm(EntryForm):
    """The side follows the party's standing until the owner says otherwise."""

    def __init__(self, parent: QWidget, session: Session, party_id: int = 0) -> None:
        super().__init__(parent, session, "Start a timer", "Start the timer")
        self._who, self._side, self._note = PartyPicker(session, party_id), SideField(), QLineEdit()
        self.add_row("For whom", self._who)
        self.add_row("Counts as", self._side)
        self.add_row("Note", self._note)
        self._who.picked.connect(self._propose)
        self._propose(self._who.party_id)
        (self._note if self._who.party_id else self._who).setFocus()

    def draft(self) -> Callable[[], object]:
        book, party_id, side, note = self.session.book, self._who.value(), self._side.value(), self._note.text()
        return lambda: works.start_timer(book, datetime.now().astimezone(), party_id, side, note)

    def _propose(self, party_id: int) -> None:
        self._side.propose(works.proposed_side(self.session.book, party_id) if party_id else None)
