"""The checklists begun with a party: a box to tick for every step, with the day it is due."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from balancer_desktop.app import checklists, contacts
from balancer_desktop.app.checklists import Begun
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.people.fact_section import section_head
from balancer_desktop.ui.people.words import due
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import GAP, UNIT


class ChecklistRows(QWidget):
    """A tick marks a step as done today; another takes that back. For a customer, a list can be begun here."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._party = session, 0
        self._shown: tuple[int, Sequence[Begun], date] | None = None
        self._parts: list[QWidget] = []
        self._menu = QMenu(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT)
        self._layout.addLayout(section_head("Checklists", ("Begin a checklist", self.begin)))

    def show_party(self, party_id: int) -> None:
        """Hidden for whoever has none and is no customer."""
        book, self._party = self._session.book, party_id
        lists = checklists.begun(book, party_id)
        self.setVisible(bool(lists) or book.people.standing(party_id) is Standing.CURRENT)
        now = (party_id, lists, book.today())
        if now == self._shown:
            return
        held = self._held()
        self._shown = now
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [part for one in lists for part in self._list(one)]
        for part in self._parts:
            self._layout.addWidget(part)
            part.show()
        if held:
            self._hold(held)

    def begin(self) -> None:
        """Begin the one list there is, or ask which."""
        names = self._session.book.stages.checklists()
        if len(names) == 1:
            self._begin(names[0])
            return
        self._menu.clear()
        for name in names:
            self._menu.addAction(name.replace("&", "&&"), partial(self._begin, name))
        if not names:
            self._session.refused.emit("There is no checklist yet. Write its steps first, from the menu Book.")
        else:
            self._menu.popup(QCursor.pos())

    def _begin(self, name: str) -> None:
        book, party_id = self._session.book, self._party
        if self._session.did(lambda: checklists.start(book, party_id, name)):
            self._session.said.emit(f"{name} begun — Ctrl+Z takes it back")

    def _list(self, one: Begun) -> list[QWidget]:
        """A list that was finished before today says so in one line."""
        count, latest = len(one.steps), max(step.done_on or date.max for step in one.steps)
        if one.is_finished:
            head = words(f"{one.name} · all {count} done", muted=True)
        else:
            head = words(f"{one.name} · {one.done} of {count} done")
        if one.is_finished and latest < self._session.book.today():
            return [head]
        return [head, *(self._box(step) for step in one.steps)]

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
