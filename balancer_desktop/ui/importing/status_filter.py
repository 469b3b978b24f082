"""All · New · Matched · Already there · Wrong: which rows are shown, each with how many there are."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from balancer_desktop.app.importing.planned import Status
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.importing.words import STATUSES
from balancer_desktop.ui.theme.metrics import BETWEEN, ROW

_ALL = ("All", "Every row")


class StatusFilter(QWidget):
    """One stop of the Tab key; the arrow keys change the choice. None stands for all."""

    chosen = Signal(object)
    """Status or None."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.setAccessibleName("Which rows are shown")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._buttons: dict[Status | None, QToolButton] = {}
        for status in (None, *Status):
            self._buttons[status] = _button(*(STATUSES[status] if status else _ALL))
            self._group.addButton(self._buttons[status])
            row.addWidget(self._buttons[status])
        row.addStretch(1)
        self._buttons[None].setChecked(True)
        self._group.buttonClicked.connect(self._clicked)

    def button(self, status: Status | None) -> QToolButton:
        return self._buttons[status]

    def show_counts(self, counts: Mapping[Status, int]) -> None:
        """A status without rows cannot be chosen; a choice that is left without any falls back to all."""
        for status, button in self._buttons.items():
            count = counts.get(status, 0) if status else sum(counts.values())
            word = (STATUSES[status] if status else _ALL)[0]
            button.setText(f"{word} {self._formats.number(count)}" if count else word)
            button.setEnabled(count > 0 or status is None)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + BETWEEN)
        checked = self._group.checkedButton()
        if checked and not checked.isEnabled():
            self._buttons[None].click()

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(status for status, one in self._buttons.items() if one is button))


def _button(word: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(word)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setMinimumHeight(ROW)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
