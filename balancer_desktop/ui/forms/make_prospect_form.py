"""An inquiry becomes a prospect, with one dated thing to do next."""

from collections.abc import Callable, Sequence
from datetime import date
from textwrap import shorten

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from balancer_desktop.app import inquiries
from balancer_desktop.app.working_hours import next_working_day
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryState
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.prospects.figure_fields import WorthField
from balancer_desktop.ui.session import Session

_STEP = "call"


class MakeProspectForm(EntryForm):
    """What it may be worth is asked for, but need not be known."""

    def __init__(self, parent: QWidget, session: Session, inquiry: Inquiry, who: str, also: Sequence[int] = ()) -> None:
        super().__init__(parent, session, f"Make a prospect of {who}", "Make a prospect")
        self._inquiry, self._also = inquiry, also
        self._title = QLineEdit(shorten(inquiry.asked, inquiries.TITLE, placeholder="…"))
        self._title.setPlaceholderText("What it is about")
        self._worth = WorthField(session)
        self._step = QLineEdit(inquiry.promised or _STEP)
        self._due = DateField(session, self._proposed_day(), ahead=True)
        self.add_row("What about", self._title)
        self.add_row(f"Worth about, {session.formats.symbol}", self._worth)
        self.add_row("What to do next", self._step)
        self.add_row("When", self._due)
        self._answered = QCheckBox("I have spoken to them, or written")
        self._answered.setToolTip("That is their answer, and it is logged; otherwise they wait for one still")
        self.add_row("", self._answered)
        self.show_row(self._answered, visible=inquiry.state is InquiryState.WAITING)
        self._title.setFocus()
        self._title.selectAll()

    def draft(self) -> Callable[[], object]:
        title, worth, what, due = self._title.text(), self._worth.value(), self._step.text().strip(), self._due.value()
        if not what:
            self._step.setFocus()
            raise BadInput("What to do next is missing.", "A prospect has one next step; “call” will do.")
        book, id_ = self.session.book, self._inquiry.id
        answered = self._answered.isChecked()
        return lambda: inquiries.make_prospect(book, id_, title, worth, what, due, answered=answered, also=self._also)

    def _proposed_day(self) -> date:
        """When something was promised for, else the next working day."""
        book, promised = self.session.book, self._inquiry.promised_by
        return promised if promised and promised >= book.today() else next_working_day(book)
