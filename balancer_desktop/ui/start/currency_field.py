"""Which currency a book is kept in: the locale's own at first, any other by its three letters."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import currency

_USUAL = (
    "EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "INR", "BRL",
    "ZAR",
)  # fmt: skip


class CurrencyField(QLineEdit):
    """Offers the usual ones while three letters are typed."""

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        own = str(locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)) or _USUAL[0]
        completer = QCompleter(list(dict.fromkeys((own, *_USUAL))), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setMaxLength(3)
        self.setText(own)
        self.setAccessibleName("Currency")
        self.setToolTip("Three letters, such as EUR. It is the whole book's, and cannot be changed later")

    def code(self) -> str:
        """Three capital letters; BadInput for anything else."""
        return currency(self.text()).code

    def valid(self) -> bool:
        try:
            self.code()
        except BadInput:
            return False
        return True
