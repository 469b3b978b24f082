"""Money earned from somebody, or given back."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from balancer_desktop.app import money
from balancer_desktop.domain.entries import Sale
from balancer_desktop.ui.forms.amount_field import AmountField
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session


class SaleForm(EntryForm):
    """A negative amount is a refund."""

    def __init__(self, parent: QWidget, session: Session, party_id: int = 0, sale: Sale | None = None) -> None:
        title = "Edit the sale" if sale else "Record a sale"
        super().__init__(parent, session, title, "Save" if sale else "Record sale")
        self._sale = sale
        self._who = PartyPicker(session, sale.party_id if sale else party_id, required=True)
        self._amount = AmountField(session, "refund")
        self._on = DateField(session, sale.on if sale else session.book.today())
        self._memo, self._owed = QLineEdit(sale.memo if sale else ""), QCheckBox("Not paid yet")
        self.add_row("From whom", self._who)
        self.add_row("Amount", self._amount)
        self.add_row("When", self._on)
        self.add_row("For what", self._memo)
        self.add_row("", self._owed)
        self._owed.setAccessibleName("Not paid yet")
        self._owed.setToolTip("They owe it to you: it counts as income, but not as cash")
        if sale:
            self._amount.show_value(sale.amount)
            self._owed.setChecked(sale.owed)
        (self._amount if self._who.party_id else self._who).setFocus()

    def draft(self) -> Callable[[], object]:
        party_id, amount, on = self._who.value(), self._amount.value(), self._on.value()
        book, memo, owed = self.session.book, self._memo.text(), self._owed.isChecked()
        if self._sale:
            edited = Sale(on, party_id, amount, memo, owed, self._sale.id)
            return lambda: money.edit_sale(book, edited)
        return lambda: money.record_sale(book, Sale(on, party_id, amount, memo, owed))
