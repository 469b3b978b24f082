"""After something was done: the offer to plan what comes next, which may be left alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from balancer_desktop.ui.labels import words
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP


class NextOffer(QFrame):
    """`taken` carries the party whose next step the owner wants to plan."""

    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._party = 0
        self._sentence = words(name="What comes next")
        self._plan, self._leave = QPushButton(icon("calendar"), "Plan the next step…"), QPushButton("Not now")
        self._plan.setToolTip("Plan the next step (N)")
        self._leave.setToolTip("Leave it at that (Esc)")
        self._leave.setFlat(True)
        self._plan.clicked.connect(self.take)
        self._leave.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._sentence, 1)
        for button in (self._plan, self._leave):
            button.setMinimumHeight(FIELD)
            layout.addWidget(button)
        self.hide()

    def make(self, party_id: int, who: str) -> None:
        """Offer to plan the next step with somebody."""
        self._party = party_id
        self._sentence.setText(f"Done. What comes next with {who}?")
        self.show()

    def take(self) -> None:
        if self.isVisible():
            self.hide()
            self.taken.emit(self._party)
