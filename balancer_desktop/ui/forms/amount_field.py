"""An amount of money in the book's currency."""

from balancer_desktop.domain.entries import checked_amount
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import parse_amount
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.session import Session


class AmountField(ReadingField[int]):
    """Its value is minor units, never zero; a negative one is said back as `negative` names it, such as Refund."""

    def __init__(self, session: Session, negative: str) -> None:
        self._formats, self._negative = session.formats, negative
        super().__init__(self._amount, session.formats.money)
        self.setPlaceholderText(self._formats.money(self._formats.currency.unit * 450))
        self.setToolTip(f"What was paid, in {self._formats.currency.code}; with a minus sign it is a {negative}")

    def _amount(self, text: str) -> int:
        if not text.strip():
            raise BadInput("The amount is missing.", f"Write it like {self.placeholderText()}.")
        return checked_amount(parse_amount(text, self._formats.currency, self._formats.conventions()))

    def _tell_reading(self, text: str) -> None:
        try:
            amount = self._amount(text)
        except BadInput:
            self.understood.emit("")
            return
        shown = self._formats.money(abs(amount), symbol=True)
        self.understood.emit(f"{self._negative} of {shown}" if amount < 0 else shown)
