"""Money spent."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from balancer_desktop.app import money
from balancer_desktop.app.work import proposed_side
from balancer_desktop.domain.entries import Expense
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.forms.amount_field import AmountField
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.side_field import SideField
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session


class ExpenseForm(EntryForm):
    """A negative amount is what a supplier gave back."""

    def __init__(self, parent: QWidget, session: Session, party_id: int = 0, expense: Expense | None = None) -> None:
        title = "Edit the expense" if expense else "Record an expense"
        super().__init__(parent, session, title, "Save" if expense else "Record expense")
        self._expense = expense
        self._amount = AmountField(session, "refund")
        self._on = DateField(session, expense.on if expense else session.book.today())
        self._memo, self._side = QLineEdit(expense.memo if expense else ""), SideField()
        self._who = PartyPicker(session, expense.party_id if expense else party_id)
        self._introductory = QCheckBox("Introductory discount or trial")
        self._introductory.setToolTip("It counts towards what it cost to win them, whenever it fell")
        self.add_row("Amount", self._amount)
        self.add_row("For what", self._memo)
        self.add_row("Because of", self._who)
        self.add_row("Counts as", self._side)
        self.add_row("To win them", self._introductory)
        self.add_row("When", self._on)
        if expense:
            self._amount.show_value(expense.amount)
            self._side.choose(expense.side)
            self._introductory.setChecked(expense.introductory)
        self._who.picked.connect(self._propose)
        self._side.currentIndexChanged.connect(self._ask_what_fits)
        self._propose(self._who.party_id)
        self._amount.setFocus()

    def draft(self) -> Callable[[], object]:
        amount, party_id, side, on = self._amount.value(), self._who.value(), self._side.value(), self._on.value()
        book, memo = self.session.book, self._memo.text()
        introductory = self._introductory.isChecked() and self._won_by(party_id)
        spent = Expense(on, amount, side, party_id, memo, self._expense.id if self._expense else 0, introductory)
        return lambda: money.edit_expense(book, spent) if self._expense else money.record_expense(book, spent)

    def _propose(self, party_id: int) -> None:
        self._side.propose(proposed_side(self.session.book, party_id) if party_id else None)
        self._ask_what_fits()

    def _ask_what_fits(self) -> None:
        self.show_row(self._introductory, visible=self._won_by(self._who.party_id))

    def _won_by(self, party_id: int) -> bool:
        """Whether such an expense may have helped to win somebody."""
        return bool(party_id) and self._side.shown is Side.GAIN
