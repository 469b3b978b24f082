"""What to come back to somebody for who left, on their page: done or put off where it stands."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms import open_hook_form
from balancer_desktop.ui.keys_here import has_keys
from balancer_desktop.ui.people.hook_acts import hook_acts
from balancer_desktop.ui.people.words import due
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP

_NOTE = "Note what to come back for …"


class HookRow(QWidget):
    """Hidden for whoever has not left; where there is nothing to come back for, a button to note something."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[object, ...] = ()
        self._parts: list[QWidget] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self.setVisible(False)

    def show_row(self, row: PersonRow) -> None:
        now = (row.id, row.standing, row.hook, row.hook_due, self._session.book.today())
        if now == self._shown:
            return
        self._shown, pressed = now, self.focusWidget() if has_keys(self) else None
        self._clear()
        if row.standing is Standing.EX:
            self._fill(row)
        for part in self._parts:
            part.show()  # at once, so that the keyboard can stay
        self.setVisible(row.standing is Standing.EX)
        if isinstance(pressed, QPushButton):
            self._take_focus(pressed.text())

    def _fill(self, row: PersonRow) -> None:
        if not row.hook:
            self._add(self._note(row.id))
            self._layout.addStretch(1)
            return
        self._add(self._words(row), 1)
        for act in hook_acts(self, self._session, row):
            button = QPushButton(act.briefly)
            button.setAccessibleName(act.name.removesuffix(" …"))
            button.setToolTip(act.name)
            button.clicked.connect(lambda _checked, run=act.run: run())
            self._add(button)

    def _add(self, part: QWidget, stretch: int = 0) -> None:
        self._parts.append(part)
        self._layout.addWidget(part, stretch)

    def _note(self, party_id: int) -> QPushButton:
        button = QPushButton(icon("calendar"), _NOTE)
        button.setToolTip("A referral, the new owner … and when to ask")
        button.setMinimumHeight(FIELD)
        button.clicked.connect(lambda _checked: open_hook_form(self, self._session, party_id))
        return button

    def _words(self, row: PersonRow) -> QLabel:
        today, when = self._session.book.today(), ""
        if row.hook_due:
            near = due(row.hook_due, today)
            when = f" · {near if row.hook_due == today else f'{self._session.formats.date(row.hook_due)}, {near}'}"
        label = QLabel(f"Come back for: {row.hook}{when}")
        label.setWordWrap(True)
        if row.hook_due and row.hook_due <= today:
            label.setForegroundRole(QPalette.ColorRole.BrightText)
        return label

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts.clear()
        while self._layout.takeAt(0):
            pass

    def _take_focus(self, pressed: str) -> None:
        """Who pressed a button goes on from the same one, or, where it is no more, from the first."""
        buttons = [part for part in self._parts if isinstance(part, QPushButton)]
        button = next((button for button in buttons if button.text() == pressed), None)
        if button or buttons:
            (button or buttons[0]).setFocus()
