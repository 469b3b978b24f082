"""What was promised to somebody who asks, by whom, and until when."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from balancer_desktop.app import inquiries
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.session import Session


class PromiseForm(EntryForm):
    """Who promises has answered: the clock stops."""

    def __init__(self, parent: QWidget, session: Session, inquiry: Inquiry, who: str, also: Sequence[int] = ()) -> None:
        super().__init__(parent, session, f"Promise {who} something", "Note the promise")
        self._inquiry, self._also = inquiry, also
        self._what = QLineEdit(inquiry.promised)
        self._what.setPlaceholderText("a quote, a call back …")
        self._until = DateField(session, inquiry.promised_by or session.book.today(), ahead=True)
        self._by = QLineEdit(inquiry.answered_by)
        self._by.setPlaceholderText("you")
        self.add_row("What", self._what)
        self.add_row("By when", self._until)
        self.add_row("Who answered", self._by)
        self._what.setFocus()

    def draft(self) -> Callable[[], object]:
        until = self._until.value() if self._until.text().strip() else None
        what, by, book, id_ = self._what.text(), self._by.text().strip(), self.session.book, self._inquiry.id
        return lambda: inquiries.promise(book, id_, what, until, by, self._also)
