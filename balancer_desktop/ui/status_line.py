"""The bottom line: what just happened on the left, what undo would take back and the last backup on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from balancer_desktop.app.backups import last_backup
from balancer_desktop.app.changes import EVERYTHING, Changes
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP
from balancer_desktop.ui.theme.palette import tokens_of

_LONG_ENOUGH_MS = 8000


class StatusLine(QStatusBar):
    """Follows the session: news fades, a refusal stays until the next word."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GAP, 0, GAP, 0)
        self._refusal = _label("Why something was not done")
        self._timer = _label("The timer that runs")
        self._undo = _label("What undo takes back")
        self._backup = _label("The last backup")
        self.addWidget(self._refusal, 1)
        for label in (self._timer, self._undo, self._backup):
            label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
            label.setContentsMargins(BETWEEN, 0, 0, 0)
            self.addPermanentWidget(label)
        session.said.connect(self._say)
        session.refused.connect(self._refuse)
        session.changed.connect(self._changed)
        self._changed(EVERYTHING)
        self.show_backup()

    def show_backup(self) -> None:
        last = last_backup(self._session.book)
        if last is None:
            self._backup.setText("No backup yet")
        else:
            when = self._session.formats.date(last.date())
            today = last.date() == self._session.book.today()
            self._backup.setText(f"Backed up {'today' if today else when} {last:%H:%M}")

    def _say(self, sentence: str) -> None:
        self._refusal.clear()
        self.showMessage(sentence, _LONG_ENOUGH_MS)

    def _refuse(self, reason: str) -> None:
        """An empty reason: what was refused is left now."""
        if reason:
            self.clearMessage()
        colour = tokens_of(self.palette()).bad
        palette = self._refusal.palette()
        palette.setColor(palette.ColorRole.WindowText, colour)
        self._refusal.setPalette(palette)
        self._refusal.setText(reason)
        self._refusal.setToolTip(reason)

    def _changed(self, changes: Changes) -> None:
        if changes.timer:
            self._show_timer()
        self._refusal.clear()
        self.clearMessage()
        label = self._session.book.undo_label
        self._undo.setText(f"Undo: {label}" if label else "")

    def _show_timer(self) -> None:
        """Wherever the owner is in the window, a running timer is not forgotten."""
        book = self._session.book
        timer = book.work.timer()
        whom = book.people.names([timer.party_id]).get(timer.party_id) if timer and timer.party_id else None
        since = f" since {timer.started_at.astimezone():%H:%M}" if timer else ""
        self._timer.setText(f"Timer runs{f' for {whom}' if whom else ''}{since}" if timer else "")
        self._timer.setVisible(timer is not None)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
