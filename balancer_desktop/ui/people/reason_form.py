"""A reason why people leave, in the owner's words, and what kind of reason it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from balancer_desktop.app import reasons
from balancer_desktop.domain.standing import ExitReason
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.people.words import CLASSES
from balancer_desktop.ui.session import Session


class ReasonForm(EntryForm):
    """For a new reason, or for one that nobody left for yet."""

    def __init__(self, parent: QWidget, session: Session, reason: ExitReason | None = None) -> None:
        super().__init__(parent, session, "Edit the reason" if reason else "Add a reason", "Save" if reason else "Add")
        self._reason = reason
        self._label, self._class = QLineEdit(reason.label if reason else ""), QComboBox()
        self._label.setPlaceholderText("In your own words")
        self._class.addItems(list(CLASSES.values()))
        if reason:
            self._class.setCurrentIndex(list(CLASSES).index(reason.kind))
        self.add_row("Reason", self._label)
        self.add_row("It is", self._class)
        self._label.setFocus()

    def draft(self) -> Callable[[], object]:
        book, label, kind = self.session.book, self._label.text(), list(CLASSES)[self._class.currentIndex()]
        if self._reason:
            reason_id = self._reason.id
            return lambda: reasons.change_reason(book, reason_id, label, kind)
        return lambda: reasons.add_reason(book, label, kind)
