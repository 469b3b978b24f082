"""Small windows to add or edit one entry. Each is loaded when first opened, off the start-up path."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from balancer_desktop.domain.entries import Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.ui.session import Session

if TYPE_CHECKING:
    from balancer_desktop.ui.forms.entry_form import EntryForm


def open_work_form(parent: QWidget, session: Session, party_id: int = 0, work: Work | None = None) -> "EntryForm":
    """Show a form for new work with a party (0: nobody in particular), or for correcting `work`. Not modal."""
    from balancer_desktop.ui.forms.work_form import WorkForm

    return _shown(WorkForm(parent, session, party_id, work))


def open_timer_form(parent: QWidget, session: Session, party_id: int = 0) -> "EntryForm":
    """Show a form for work that begins now. Not modal."""
    from balancer_desktop.ui.forms.timer_form import TimerForm

    return _shown(TimerForm(parent, session, party_id))


def open_sale_form(parent: QWidget, session: Session, party_id: int = 0, sale: Sale | None = None) -> "EntryForm":
    """Show a form for a new sale or refund, or for correcting `sale`. Not modal."""
    from balancer_desktop.ui.forms.sale_form import SaleForm

    return _shown(SaleForm(parent, session, party_id, sale))


def open_expense_form(
    parent: QWidget, session: Session, party_id: int = 0, expense: Expense | None = None
) -> "EntryForm":
    """Show a form for new spending, or for correcting `expense`. Not modal."""
    from balancer_desktop.ui.forms.expense_form import ExpenseForm

    return _shown(ExpenseForm(parent, session, party_id, expense))


def open_contact_form(
    parent: QWidget, session: Session, party_id: int = 0, contact: Contact | None = None
) -> "EntryForm":
    """Show a form for a call, visit or message that was, or for correcting `contact`. Not modal."""
    from balancer_desktop.ui.forms.contact_form import ContactForm

    return _shown(ContactForm(parent, session, party_id, contact))


def open_step_form(parent: QWidget, session: Session, party_id: int = 0, step: NextStep | None = None) -> "EntryForm":
    """Show a form for something to be done, or for correcting `step`. Not modal."""
    from balancer_desktop.ui.forms.step_form import StepForm

    return _shown(StepForm(parent, session, party_id, step))


def open_inquiry_form(
    parent: QWidget, session: Session, party_id: int = 0, inquiry: Inquiry | None = None
) -> "EntryForm":
    """Show a form for a new inquiry, or for correcting `inquiry`. Not modal."""
    from balancer_desktop.ui.forms.inquiry_form import InquiryForm

    return _shown(InquiryForm(parent, session, party_id, inquiry))


def open_promise_form(
    parent: QWidget, session: Session, inquiry: Inquiry, who: str, also: Sequence[int] = ()
) -> "EntryForm":
    """Show a form for what is promised to whoever asks; also: others of theirs that this answers. Not modal."""
    from balancer_desktop.ui.forms.promise_form import PromiseForm

    return _shown(PromiseForm(parent, session, inquiry, who, also))


def open_make_prospect_form(
    parent: QWidget, session: Session, inquiry: Inquiry, who: str, also: Sequence[int] = ()
) -> "EntryForm":
    """Show a form that makes a prospect of an inquiry; also: others of theirs that go with it. Not modal."""
    from balancer_desktop.ui.forms.make_prospect_form import MakeProspectForm

    return _shown(MakeProspectForm(parent, session, inquiry, who, also))


def open_hook_form(parent: QWidget, session: Session, party_id: int) -> "EntryForm":
    """Show a form for what to come back for to somebody who left. Not modal."""
    from balancer_desktop.ui.forms.hook_form import HookForm

    return _shown(HookForm(parent, session, party_id))


def _shown(form: "EntryForm") -> "EntryForm":
    form.show()
    form.raise_()
    form.activateWindow()
    return form
