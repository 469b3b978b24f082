"""What is to be done next with somebody, and when."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import contacts, next_steps
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session


class StepForm(EntryForm):
    def __init__(self, parent: QWidget, session: Session, party_id: int = 0, step: NextStep | None = None) -> None:
        title = "Edit the next step" if step else "Plan the next step"
        super().__init__(parent, session, title, "Save" if step else "Plan it")
        self._step = step
        self._who = PartyPicker(session, step.party_id if step else party_id, required=True)
        self._what = ReadingField(read_what, str)
        self._what.setText(step.what if step else "")
        self._what.setPlaceholderText("call, send the quote …")
        self._due = DateField(session, step.due if step else session.book.today(), ahead=True)
        self.add_row("With whom", self._who)
        self.add_row("What", self._what)
        self.add_row("When", self._due)
        (self._what if self._who.party_id else self._who).setFocus()

    def draft(self) -> Callable[[], object]:
        party_id, what, due, book = self._who.value(), self._what.value(), self._due.value(), self.session.book
        if self._step:
            edited = replace(self._step, due=due, party_id=party_id, what=what)
            return lambda: next_steps.edit(book, edited)
        return lambda: contacts.plan(book, NextStep(due, party_id, what))


def read_what(text: str) -> str:
    """What is to be done, in words; BadInput when there are none."""
    what = " ".join(text.split())
    if not what:
        raise BadInput("What to do is missing.", "Write a word or two, such as “call”.")
    return what
