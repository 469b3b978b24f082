"""What is to be done next with a party; each step is finished or put off where it stands."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from balancer_desktop.app import contacts
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.shifting import shift
from balancer_desktop.ui.forms import open_step_form
from balancer_desktop.ui.people.words import due
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, UNIT


class StepRows(QWidget):
    """One line a step, the most urgent first; hidden when there is none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Sequence[NextStep], date] | None = None
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT)

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        now = (steps, self._session.book.today())
        if now == self._shown:
            return
        self._shown = now
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(step) for step in steps]
        for row in self._rows:
            self._layout.addWidget(row)
            row.show()
        self.setVisible(bool(steps))

    def _row(self, step: NextStep) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._words(step), 1)
        book, attempt = self._session.book, self._session.attempt
        line.addWidget(_button("Done", f"Done: {step.what}", lambda: attempt(lambda: contacts.finish(book, step.id))))
        for words, unit in (("+1 week", "w"), ("+1 month", "m")):
            line.addWidget(_button(words, f"Put off {step.what} by {words[1:]}", self._put_off(step, unit)))
        edit = _small("edit", f"Edit {step.what}", lambda: open_step_form(self, self._session, step=step))
        gone = _small("delete", f"Remove {step.what}", lambda: attempt(lambda: contacts.remove_step(book, step.id)))
        line.addWidget(edit)
        line.addWidget(gone)
        return row

    def _words(self, step: NextStep) -> QLabel:
        today = self._session.book.today()
        when = f"{self._session.formats.date(step.due)}, {due(step.due, today)}"
        label = QLabel(f"{step.what} · {due(step.due, today) if step.due == today else when}")
        label.setWordWrap(True)
        if step.due <= today:
            label.setForegroundRole(QPalette.ColorRole.BrightText)
        return label

    def _put_off(self, step: NextStep, unit: str) -> Callable[[], object]:
        """From its day, or from today when that has passed."""
        book = self._session.book

        def put_off() -> None:
            to = shift(max(step.due, book.today()), 1, unit)
            self._session.attempt(lambda: contacts.postpone(book, step.id, to))

        return put_off


def _button(text: str, name: str, run: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(lambda _checked: run())
    return button


def _small(picture: str, name: str, run: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setText(name)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoRaise(True)
    button.clicked.connect(lambda _checked: run())
    return button
