"""A line that asks what comes next, and when: it is never an end that something was done."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import hint_label, tell
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import FIELD, GAP, UNIT

_DATE_WIDTH = 130
_LATER = timedelta(days=7)
Plan = Callable[[str, date], bool]
"""Plans what to do on a day; False when it was refused, and the reason has been said."""


class AskNext(QFrame):
    """Enter plans it, Esc leaves it at that; `answered` comes with either."""

    answered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._run: Plan = lambda _what, _on: True
        self.sentence, self.what = words(name="What comes next"), QLineEdit()
        self.when, self.hint = DateField(session, None, ahead=True), hint_label()
        self._plan, self._leave = QPushButton("Plan it (Enter)"), QPushButton("Nothing yet (Esc)")
        self._lay_out()
        self._plan.clicked.connect(self.take)
        self._leave.clicked.connect(self.leave)
        for field in (self.what, self.when):
            field.returnPressed.connect(self.take)
        self.when.doubted.connect(lambda text: tell(self.hint, text, wrong=True))
        self.when.understood.connect(lambda text: tell(self.hint, text))
        leave = QShortcut(QKeySequence("Esc"), self, self.leave)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    def ask(self, sentence: str, plan: Plan) -> None:
        """Ask it, with the keys in the field."""
        self._run = plan
        self.sentence.setText(sentence)
        self.what.clear()
        self.when.show_value(self._session.book.today() + _LATER)
        tell(self.hint, "")
        self.show()
        self.what.setFocus()

    def take(self) -> None:
        """Plan what is written, or say what is missing."""
        try:
            what, on = self._written()
        except BadInput as refusal:
            tell(self.hint, str(refusal), wrong=True)
            return
        if self._run(what, on):
            self.leave()

    def leave(self) -> None:
        """Leave it at that."""
        self.hide()
        self.answered.emit()

    def _written(self) -> tuple[str, date]:
        what = self.what.text().strip()
        if not what:
            self.what.setFocus()
            raise BadInput("What to do is missing.", "Write a word or two, or press Esc.")
        return what, self.when.value()

    def _lay_out(self) -> None:
        self.what.setPlaceholderText("call, send the quote …")
        self.what.setAccessibleName("What to do next")
        self.when.setAccessibleName("When")
        self.when.setFixedWidth(_DATE_WIDTH)
        self._plan.setToolTip("Plan it (Enter)")
        self._leave.setToolTip("Leave it at that (Esc)")
        self._leave.setFlat(True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in (self.what, self.when, self._plan, self._leave):
            part.setMinimumHeight(FIELD)
            row.addWidget(part, 1 if part is self.what else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.sentence)
        column.addLayout(row)
        column.addWidget(self.hint)
