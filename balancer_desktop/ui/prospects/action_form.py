"""What is to be done next about an opportunity, and when."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import contacts, next_steps
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.forms.step_form import read_what
from balancer_desktop.ui.session import Session


class ActionForm(EntryForm):
    """Changes the next action that is planned, or plans the first."""

    def __init__(self, parent: QWidget, session: Session, card: Card) -> None:
        self._card, step = card, card.next_step
        super().__init__(parent, session, f"Next action: {card.who}", "Save" if step else "Plan it")
        self._what = ReadingField(read_what, str)
        self._what.setText(step.what if step else "")
        self._what.setPlaceholderText("call, send the quote …")
        self._due = DateField(session, step.due if step else session.book.today(), ahead=True)
        self.add_row("What", self._what)
        self.add_row("When", self._due)
        self._what.setFocus()
        self._what.selectAll()

    def draft(self) -> Callable[[], object]:
        what, due, book, one = self._what.value(), self._due.value(), self.session.book, self._card.opportunity
        if self._card.next_step:
            edited = replace(self._card.next_step, due=due, what=what)
            return lambda: next_steps.edit(book, edited)
        return lambda: contacts.plan(book, NextStep(due, one.party_id, what, opportunity_id=one.id))
