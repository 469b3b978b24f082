"""On a party's page: what it cost to win them, and whether that has come back."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from balancer_desktop.app.winning_cost import winning_cost
from balancer_desktop.domain.pipeline.winning_cost import UNPRICED, Payback, WinningCost
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.labels import subtitle, words
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import UNIT


class WinningLine(QWidget):
    """Hidden where nothing was logged on winning them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told: QLabel = words(name="What it cost to win them")
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(subtitle("What it cost to win them"))
        layout.addWidget(self._told)

    def show_party(self, party_id: int) -> None:
        text = cost_words(winning_cost(self._session.book, party_id), self._session.formats)
        self._told.setText(text)
        self.setVisible(bool(text))


def cost_words(found: WinningCost, formats: Formats) -> str:
    """`2 h and €60.00 up to the first sale; paid back on 3/3/2026.`; empty where there is nothing to tell."""
    if found.payback is Payback.NOTHING:
        return ""
    until = "up to the first sale" if found.first_sale else "so far"
    cost = f"{_effort(found, formats)} {until}{_in_all(found, formats)}{_introductory(found, formats)}"
    if found.payback is Payback.UNPRICED:
        return f"{cost}. {UNPRICED}"
    return f"{cost}; {_payback(found, formats)}."


def _effort(found: WinningCost, formats: Formats) -> str:
    hours = formats.hours(found.minutes) if found.minutes else ""
    spent = formats.money(found.spent, symbol=True) if found.spent else ""
    return " and ".join(filter(None, (hours, spent)))


def _in_all(found: WinningCost, formats: Formats) -> str:
    """The hours as money too, where they can be priced."""
    return f", {formats.money(found.cost, symbol=True)} in all" if found.minutes and found.cost is not None else ""


def _introductory(found: WinningCost, formats: Formats) -> str:
    return f", of which {formats.money(found.introductory, symbol=True)} introductory" if found.introductory else ""


def _payback(found: WinningCost, formats: Formats) -> str:
    left = formats.money(found.left or 0, symbol=True)
    if found.payback is Payback.PAID and found.paid_on:
        return f"paid back on {formats.date(found.paid_on)}"
    if found.payback is Payback.NEVER:
        return f"not paid back before they left: {left} is gone"
    return "nothing has come back yet" if found.payback is Payback.NO_SALE else f"not paid back yet: {left} to go"
