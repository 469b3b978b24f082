"""A quiet line above the tabs: something waits in the Inbox to be looked at."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from balancer_desktop.app.intake.inbox import Waiting
from balancer_desktop.ui.intake.inbox_watch import InboxWatch
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP, ICON, UNIT
from balancer_desktop.ui.worker import Worker


class InboxNotice(QWidget):
    """Not there as long as nothing waits; it takes no key from what is being done."""

    wanted = Signal(list)
    """Look at these files."""

    def __init__(self, session: Session, worker: Worker | None = None) -> None:
        super().__init__()
        self._paths: tuple[Path, ...] = ()
        self.sentence = words(name="What waits in the Inbox")
        self.look, self.later = QPushButton("Look"), QPushButton("Later")
        self._picture = QLabel()
        self.watch = InboxWatch(session, self, worker)
        self.watch.waits.connect(self._show)
        self._lay_out()
        self.hide()
        self.watch.look()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_picture"):
            self._paint()

    def _paint(self) -> None:
        self._picture.setPixmap(icon("phone").pixmap(ICON, ICON))

    def _show(self, waiting: Waiting) -> None:
        if waiting.paths == self._paths and waiting.sentence == self.sentence.text():
            return  # said already, perhaps put off
        self._paths = waiting.paths
        self.sentence.setText(waiting.sentence)
        self.setVisible(bool(waiting.sentence))

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._paint()
        self.look.setToolTip("Look at what is in the Inbox before it comes into the book")
        self.later.setToolTip("Leave it in the Inbox; it is said again when the book is opened")
        self.look.clicked.connect(lambda: self.wanted.emit(list(self._paths)))
        self.later.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(BETWEEN, UNIT, BETWEEN, UNIT)
        row.setSpacing(GAP)
        row.addWidget(self._picture)
        row.addWidget(self.sentence, 1)
        for button in (self.look, self.later):
            row.addWidget(button)
