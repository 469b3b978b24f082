"""A worth and a probability, either of which may be left open, and a number of days."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import LARGEST, parse_amount
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.prospects.card_words import days as days_words
from balancer_desktop.ui.session import Session


class WorthField(ReadingField[int]):
    """Minor units; 0 for an empty line."""

    def __init__(self, session: Session, worth: int = 0) -> None:
        self._formats = session.formats
        super().__init__(self._read_worth, self._say_worth)
        self.setPlaceholderText("Not known yet")
        self.setToolTip(f"In {self._formats.currency.code}; leave it empty where nothing is known")
        if worth:
            self.show_value(worth)

    def _read_worth(self, text: str) -> int:
        if not text.strip():
            return 0
        amount = parse_amount(text, self._formats.currency, self._formats.conventions())
        if not 0 <= amount <= LARGEST:
            raise BadInput("This cannot be negative, or so large.", "Check the digits.")
        return amount

    def _say_worth(self, worth: int) -> str:
        return self._formats.money(worth) if worth else ""


class PercentField(ReadingField["int | None"]):
    """0 to 100; None for an empty line."""

    def __init__(self, percent: int | None = None) -> None:
        super().__init__(_percent, lambda value: "" if value is None else f"{value} %")
        self.setToolTip("Your own reckoning for this one, in per cent")
        if percent is not None:
            self.show_value(percent)


class DaysField(ReadingField[int]):
    """A number of days, fewest to most; Up and Down move by a day."""

    def __init__(self, days: int, fewest: int, most: int) -> None:
        super().__init__(self._days, days_words)
        self._range = (fewest, most)
        self.show_value(days)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        fewest, most = self._range
        try:
            self.show_value(min(max(self._days(self.text()) + by, fewest), most))
        except BadInput:  # nothing readable to move from
            self.show_value(fewest)

    def _days(self, text: str) -> int:
        fewest, most = self._range
        digits = text.strip().removesuffix("s").removesuffix("day").strip()
        if not digits.isdecimal() or not fewest <= int(digits[:6]) <= most:
            raise BadInput(f"“{text.strip()[:20]}” is no number of days here.", f"Give {fewest} to {most}.")
        return int(digits)


def _percent(text: str) -> int | None:
    digits = text.strip().removesuffix("%").strip()
    if not digits:
        return None
    if not digits.isdecimal() or int(digits) > 100:
        raise BadInput(f"“{text.strip()[:20]}” is no probability.", "Give 0 to 100, or leave it empty.")
    return int(digits)
