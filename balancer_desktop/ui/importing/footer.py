"""The foot of the dialog: what is going on, what is wrong, and the buttons."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui import labels
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.forms.entry_form import tell
from balancer_desktop.ui.importing.words import rows
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP

_SHORT_MS = 400
"""Work that is done sooner is not spoken of."""
_BAR_WIDTH = 120


class Footer(QWidget):
    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._doing, self._total = "", 0
        self._wrong = self._hint = ""
        self.message = labels.words(name="What is wrong")
        self.message.setVisible(False)
        self._progress, self._bar = QLabel(), QProgressBar()
        self._progress.setAccessibleName("How far it is")
        self._bar.setAccessibleName("Progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(_BAR_WIDTH, GAP)
        self.back, self.cancel, self.go = QPushButton("Back"), QPushButton("Cancel"), QPushButton()
        self._patience = QTimer(self, singleShot=True, interval=_SHORT_MS)
        self._patience.timeout.connect(lambda: self._show_progress(shown=True))
        self._lay_out()

    def name_go(self, verb: str) -> None:
        """What the main button does."""
        self.go.setText(verb)
        self.go.setMinimumWidth(self.go.fontMetrics().horizontalAdvance(verb) + 2 * BETWEEN)

    def say(self, refusal: Refused | None) -> None:
        """What is wrong and what to do; None when nothing is."""
        self._wrong = str(refusal) if refusal else ""
        self._tell()

    def hint(self, text: str) -> None:
        """What there is to know while nothing is wrong."""
        self._hint = text
        self._tell()

    def show_work(self, doing: str, total: int = 0) -> None:
        """`Reading`, of how many rows when that is known; an empty text when the work is done."""
        self._doing, self._total = doing, total
        if not doing:
            self._patience.stop()
            self._show_progress(shown=False)
            return
        self._bar.setRange(0, total)
        self.show_rows(0)
        if not self._bar.isVisible():
            self._patience.start()

    def show_rows(self, count: int) -> None:
        """How far it is."""
        far = f" {rows(count, self._formats)}" if count else ""
        of = f" of {self._formats.number(self._total)}" if count and self._total else ""
        self._progress.setText(f"{self._doing}{far}{of} …")
        self._bar.setValue(min(count, self._total))

    def _tell(self) -> None:
        tell(self.message, self._wrong or self._hint, wrong=bool(self._wrong))

    def _show_progress(self, *, shown: bool) -> None:
        self._progress.setVisible(shown)
        self._bar.setVisible(shown)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._bar)
        row.addWidget(self._progress)
        row.addStretch(1)
        for button in (self.back, self.cancel, self.go):
            button.setMinimumHeight(FIELD)
            button.setAutoDefault(button is self.go)
            row.addWidget(button)
        self.go.setDefault(True)
        self.back.setToolTip("Back to the files and their columns (Alt+Left)")
        self.back.setShortcut("Alt+Left")
        self.cancel.setToolTip("Leave the book as it is (Esc)")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BETWEEN)
        layout.addWidget(self.message)
        layout.addLayout(row)
        self._show_progress(shown=False)
