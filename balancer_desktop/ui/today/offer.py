"""After something was done: the offer to plan what comes next, which may be left alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from balancer_desktop.ui.labels import words
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP


class NextOffer(QFrame):
    """`taken` carries the party whose next step the owner wants to plan; `answered` comes with either answer."""

    taken = Signal(int)
    answered = Signal()

    def __init__(self, page: QWidget) -> None:
        """page: where N and Esc answer, while there is something to answer."""
        super().__init__()
        self._party = 0
        self._sentence = words(name="What comes next")
        self._plan, self._leave = (
            QPushButton(icon("calendar"), "Plan the next step… (N)"),
            QPushButton("Not now (Esc)"),
        )
        self._plan.setToolTip("Plan the next step (N)")
        self._leave.setToolTip("Leave it at that (Esc)")
        self._leave.setFlat(True)
        self._plan.clicked.connect(self.take)
        self._leave.clicked.connect(self.leave)
        self._keys = [_key(page, "N", self.take), _key(page, "Escape", self.leave)]
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
        """Plan it."""
        self.leave()
        self.taken.emit(self._party)

    def leave(self) -> None:
        """Not now."""
        self.answered.emit()
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._listen(listening=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._listen(listening=False)

    def _listen(self, *, listening: bool) -> None:
        for key in self._keys:
            key.setEnabled(listening)


def _key(page: QWidget, keys: str, run: Callable[[], None]) -> QShortcut:
    made = QShortcut(QKeySequence(keys), page, run)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setEnabled(False)
    return made
