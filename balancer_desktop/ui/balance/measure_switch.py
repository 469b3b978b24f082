"""Hours · Income · Money spent · Heads: one of them is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from balancer_desktop.domain.mix import Measure
from balancer_desktop.ui.balance.words import MEASURES
from balancer_desktop.ui.theme.metrics import ROW


class MeasureSwitch(QWidget):
    """One stop of the Tab key; the arrow keys change the choice."""

    chosen = Signal(object)
    """Measure, when the owner chooses one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What the chart counts")
        self._group = QButtonGroup(self)
        self._buttons = {measure: self._button(measure) for measure in Measure}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self.show_measure(Measure.HOURS)

    def show_measure(self, measure: Measure) -> None:
        """Marks a measure as the one shown, without saying that it was chosen."""
        self._buttons[measure].setChecked(True)

    def button(self, measure: Measure) -> QToolButton:
        return self._buttons[measure]

    def _button(self, measure: Measure) -> QToolButton:
        word, what = MEASURES[measure]
        made = QToolButton()
        made.setText(word)
        made.setToolTip(what)
        made.setAccessibleName(f"{word}: {what}")
        made.setCheckable(True)
        made.setAutoRaise(True)
        made.setMinimumHeight(ROW)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        return made

    def _clicked(self, button: QAbstractButton) -> None:
        """By the pointer, the space bar, or an arrow key."""
        self.chosen.emit(next(measure for measure, one in self._buttons.items() if one is button))
