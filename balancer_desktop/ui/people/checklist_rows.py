"""The checklists begun with a party: a box to tick for every step, with the day it is due."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from balancer_desktop.app import checklists, contacts
from balancer_desktop.app.checklists import Begun
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.ui.labels import subtitle
from balancer_desktop.ui.people.words import due
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import GAP, UNIT


class ChecklistRows(QWidget):
    """Hidden where no checklist was begun. A tick marks the step as done today; another takes that back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Sequence[Begun], date] | None = None
        self._parts: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT)

    def show_party(self, party_id: int) -> None:
        now = (checklists.begun(self._session.book, party_id), self._session.book.today())
        if now == self._shown:
            return
        held = self._held()
        self._shown = now
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [part for one in now[0] for part in self._list(one)]
        for part in self._parts:
            self._layout.addWidget(part)
            part.show()
        self.setVisible(bool(now[0]))
        if held:
            self._hold(held)

    def _list(self, one: Begun) -> list[QWidget]:
        count = len(one.steps)
        told = f"all {count} done" if one.is_finished else f"{one.done} of {count} done"
        return [subtitle(f"{one.name} · {told}"), *(self._box(step) for step in one.steps)]

    def _box(self, step: NextStep) -> QWidget:
        """Beside the box words that wrap, as those of a box itself would not."""
        box, words_of_it = QCheckBox(), _Words(self._words(step), muted=step.done_on is not None)
        box.setProperty("step", step.id)
        box.setChecked(step.done_on is not None)
        box.setAccessibleName(self._words(step))
        box.setEnabled(not step.closed_by)
        box.clicked.connect(lambda checked: self._tick(step, done=checked))
        words_of_it.pressed.connect(box.click)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words_of_it, 1)
        return row

    def _words(self, step: NextStep) -> str:
        """`Check their credit · in 2 days`; of a step that is done, when."""
        if step.done_on:
            outcome = f" ({step.outcome})" if step.closed_by else ""
            return f"{step.what} · done {self._session.formats.date(step.done_on)}{outcome}"
        late = "⚠ " if step.due < self._session.book.today() else ""
        return f"{step.what} · {late}{due(step.due, self._session.book.today())}"

    def _tick(self, step: NextStep, *, done: bool) -> None:
        book = self._session.book
        verb = contacts.finish if done else contacts.unfinish
        if not self._session.did(lambda: verb(book, step.id)):
            self._shown = None
            self.show_party(step.party_id)

    def _held(self) -> int:
        """The step whose box has the keys, 0 for none."""
        return next((int(box.property("step")) for box in self._boxes() if box.hasFocus()), 0)

    def _hold(self, step_id: int) -> None:
        for box in self._boxes():
            if box.property("step") == step_id:
                box.setFocus()

    def _boxes(self) -> list[QCheckBox]:
        return [box for part in self._parts for box in part.findChildren(QCheckBox)]


class _Words(QLabel):
    pressed = Signal()

    def __init__(self, text: str, *, muted: bool) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words tick the box, as everywhere."""
        super().mouseReleaseEvent(event)
        self.pressed.emit()
