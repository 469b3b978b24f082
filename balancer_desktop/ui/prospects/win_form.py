"""What was won: a first sale now or an agreed value, and what begins with it."""

from collections.abc import Callable
from datetime import date
from textwrap import shorten

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QWidget

from balancer_desktop.app import bought, checklists, winning
from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.prospects.card_words import days
from balancer_desktop.ui.prospects.figure_fields import WorthField
from balancer_desktop.ui.prospects.outcome_words import books, won
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN

_WIDTH = 480
_MEMO = 40
"""Characters of what a sale says of itself that find room beside it."""
_NO_AMOUNT = BadInput("The amount of the sale is missing.", "Give it, or choose that it is to be sold later.")


class WinForm(EntryForm):
    """The amount is filled in with what it was worth; whoever was a customer already needs no onboarding.

    What they bought since it was opened is offered as that sale, so that nothing is entered twice.
    """

    def __init__(self, parent: QWidget, session: Session, opportunity: Opportunity) -> None:
        who = session.book.people.names([opportunity.party_id]).get(opportunity.party_id, "them")
        super().__init__(parent, session, f"{who}: “{opportunity.title}” is won", f"Win {who}")
        self._one, book = opportunity, session.book
        self._customer = winning.was_customer(book, opportunity)
        self._sold = bought.sale_for(book, opportunity.id)
        self._had = QRadioButton(self._told_of(self._sold) if self._sold else "")
        self._sale, self._agreed = QRadioButton("The first sale, now"), QRadioButton("Agreed, to be sold later")
        if self._customer or self._sold:
            self._sale.setText("Another sale, now" if self._sold else "A sale, now")
        self._how = QButtonGroup(self)
        self._amount = WorthField(session, opportunity.value)
        self._owed = QCheckBox("Not paid yet")
        self._owed.setToolTip("They owe it to you: it counts as income, but not as cash")
        self._on = DateField(session, winning.day_of(book, opportunity, self._sold.id) if self._sold else book.today())
        self._ends, self._discount = DateField(session, None, ahead=True), WorthField(session)
        self._steps = checklists.template(book, ONBOARDING)
        self._begin = QCheckBox(f"Begin the checklist “{ONBOARDING}”")
        self._list = words(name="Its steps", muted=True)
        self._books = words(name="What is written down")
        self._fill()
        self._add_rows()
        self.setMinimumWidth(_WIDTH)
        for choice in (self._had, self._sale, self._agreed, self._begin, self._owed):
            choice.toggled.connect(lambda _on: self._follow())
        for field in (self._amount, self._discount):
            field.textChanged.connect(lambda _text: self._say_books())
        self._follow()
        (self._had if self._sold else self._amount).setFocus()
        self._amount.selectAll()

    def draft(self) -> Callable[[], object]:
        amount, on, discount = self._amount.value(), self._on.value(), self._discount.value()
        ends = self._until(on)
        book, one, now = self.session.book, self._one, self._sale.isChecked()
        sale_id = self._sold.id if self._sold and self._had.isChecked() else 0
        if now and not amount:
            self._amount.doubted.emit(str(_NO_AMOUNT))
            self._amount.setFocus()
            raise _NO_AMOUNT
        sale = Sale(on, one.party_id, amount, one.title, self._owed.isChecked()) if now else None
        agreed = amount or None if self._agreed.isChecked() else None
        checklist = ONBOARDING if self._begin.isChecked() else ""
        return lambda: winning.win(
            book, one.id, on=on, sale=sale, sale_id=sale_id, agreed=agreed, ends=ends, discount=discount,
            checklist=checklist,
        )  # fmt: skip

    def _told_of(self, sale: Sale) -> str:
        formats = self.session.formats
        amount, day = formats.money(sale.amount, symbol=True), formats.date(sale.on)
        memo = shorten(sale.memo, _MEMO, placeholder="…")
        return f"The sale of {amount} on {day}{f': {memo}' if memo else ''}"

    def accept(self) -> None:
        super().accept()
        checklist = ONBOARDING if self._begin.isChecked() else ""
        steps, customer = len(self._steps), self._customer
        self.session.said.emit(won(self.session, self._one, was_customer=customer, checklist=checklist, steps=steps))

    def _until(self, on: date) -> date | None:
        """When the work ends; BadInput, told beneath the field, for a day before it was won."""
        ends = self._ends.value() if self._ends.text().strip() else None
        if ends and ends < on:
            refusal = BadInput("The work cannot end before it was won.", "Give a later day, or leave it empty.")
            self._ends.doubted.emit(str(refusal))
            self._ends.setFocus()
            raise refusal
        return ends

    def _fill(self) -> None:
        for button in (self._had, self._sale, self._agreed):
            button.setAccessibleName(button.text())
            self._how.addButton(button)
        usual = self._sale if self._one.value else self._agreed
        (self._had if self._sold else usual).setChecked(True)
        self._ends.setPlaceholderText("A day, or leave it empty")
        self._ends.setToolTip("When the work ends: the alarm of a pipeline that is empty then looks at it")
        self._discount.setPlaceholderText("None")
        self._discount.setToolTip(
            "What an introductory discount or a trial cost you: it is written down beside the sale as an expense of "
            "gaining them, and is not taken off the amount"
        )
        self._begin.setEnabled(bool(self._steps))
        self._begin.setChecked(bool(self._steps) and not self._customer)
        self._list.setText("\n".join(f"· {step.what}, after {days(step.days)}" for step in self._steps))

    def _add_rows(self) -> None:
        how = QWidget()
        row = QHBoxLayout(how)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        for button in (self._sale, self._agreed):
            row.addWidget(button)
        row.addStretch(1)
        if self._sold:
            self.add_row("What it is", self._had)
        self.add_row("" if self._sold else "What it is", how)
        self.add_row("Amount", self._amount)
        self.add_row("", self._owed)
        self.add_row("When", self._on)
        self.add_row("The work runs until", self._ends)
        self.add_row("Introductory discount", self._discount)
        self.add_row("", self._begin)
        self.add_row("", self._list)
        self.add_row("", self._books)
        self._had.setAccessibleName(self._had.text())
        self._owed.setAccessibleName(self._owed.text())
        self._begin.setAccessibleName(self._begin.text())
        self._list.setAccessibleName("Its steps")
        self._books.setAccessibleName("What is written down")

    def _follow(self) -> None:
        self.show_row(self._amount, visible=not self._had.isChecked())
        self.show_row(self._owed, visible=self._sale.isChecked())
        self.show_row(self._list, visible=self._begin.isChecked())
        self._say_books()

    def _say_books(self) -> None:
        """What saving writes down, as far as the fields can be read."""
        try:
            amount, discount = self._amount.read(), self._discount.read()
        except BadInput:
            self._books.setText("")
            return
        steps = len(self._steps) if self._begin.isChecked() else 0
        sold, agreed = amount if self._sale.isChecked() else 0, amount if self._agreed.isChecked() else 0
        owed = self._owed.isChecked()
        self._books.setText(books(sold, agreed, discount, steps, self.session.formats, owed=owed))
