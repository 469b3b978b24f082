"""How much prospecting a week owes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QSpinBox, QWidget

from balancer_desktop.app import book_settings
from balancer_desktop.domain.setting_texts import MOST_HOURS, MOST_TOUCHES
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.session import Session


class GoalsForm(EntryForm):
    """A plain goal of the owner's own; 0 asks for nothing."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, session, "What a week of prospecting owes", "Set the goals")
        now = book_settings.read(session.book)
        self._hours, self._touches = QSpinBox(), QSpinBox()
        self._hours.setRange(0, MOST_HOURS)
        self._hours.setSuffix(" h")
        self._hours.setValue(now.prospecting_hours)
        self._hours.setToolTip("Hours of work that counts as gaining; 0 asks for none")
        self._touches.setRange(0, MOST_TOUCHES)
        self._touches.setValue(now.touches)
        self._touches.setToolTip(
            "Calls, visits and messages from you to prospects, and answers to those who ask; 0 asks for none"
        )
        self.add_row("Hours a week", self._hours)
        self.add_row("Touches a week", self._touches)
        self._hours.setFocus()
        self._hours.selectAll()

    def draft(self) -> Callable[[], object]:
        hours, touches, book = self._hours.value(), self._touches.value(), self.session.book
        return lambda: book_settings.save(
            book, replace(book_settings.read(book), prospecting_hours=hours, touches=touches)
        )
