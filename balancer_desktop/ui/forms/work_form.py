"""Hours worked."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from balancer_desktop.app import work as works
from balancer_desktop.domain.entries import Work
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.duration_field import DurationField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.side_field import SideField
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session


class WorkForm(EntryForm):
    """The side follows the party's standing until the owner says otherwise."""

    def __init__(self, parent: QWidget, session: Session, party_id: int = 0, work: Work | None = None) -> None:
        super().__init__(parent, session, "Edit work" if work else "Log work", "Save" if work else "Log work")
        self._work = work
        self._who = PartyPicker(session, work.party_id if work else party_id)
        self._time = DurationField(session)
        self._on = DateField(session, work.on if work else session.book.today())
        self._side, self._note = SideField(), QLineEdit(work.note if work else "")
        self.add_row("For whom", self._who)
        self.add_row("How long", self._time)
        self.add_row("When", self._on)
        self.add_row("Counts as", self._side)
        self.add_row("Note", self._note)
        if work:
            self._time.show_value(work.minutes)
            self._side.choose(work.side)
        self._who.picked.connect(self._propose)
        self._propose(self._who.party_id)
        (self._time if self._who.party_id else self._who).setFocus()

    def draft(self) -> Callable[[], object]:
        party_id = self._who.value()
        minutes, on, side = self._time.value(), self._on.value(), self._side.value()
        book, note = self.session.book, self._note.text()
        if self._work:
            edited = Work(on, minutes, side, party_id, note, self._work.id)
            return lambda: works.edit(book, edited)
        return lambda: works.log(book, Work(on, minutes, side, party_id, note))

    def _propose(self, party_id: int) -> None:
        self._side.propose(works.proposed_side(self.session.book, party_id) if party_id else None)
