"""Below the list: the chosen inquiry in full, and what can be done about it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from balancer_desktop.app.inquiry_list import InquiryLine
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.labels import subtitle, words
from balancer_desktop.ui.prospects import inquiry_words
from balancer_desktop.ui.prospects.inquiries_model import Age
from balancer_desktop.ui.prospects.inquiry_acts import ACTS, Act, applying
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP, UNIT

_WORDY = 800
"""In a narrower card, what has a picture shows that alone."""
_PICTURED = frozenset(("edit", "open"))
"""What stands beside the words: a picture is enough."""


class InquiryCard(QFrame):
    """Hidden while nothing is chosen."""

    pressed = Signal(str)
    """The name of the act."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._line: InquiryLine | None = None
        self._who, self._asked, self._told = (
            subtitle(name="Who asks"),
            words(name="What was asked"),
            words(name="What is known of it", muted=True),
        )
        self._buttons = [(act, self._button(act)) for act in ACTS if not act.rare]
        self._lay_out()
        self.hide()

    def show_line(self, line: InquiryLine | None, age: Age, today: date) -> None:
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        known = inquiry_words.known_as(line)
        self._who.setText(f"{line.who} · {known}" if known else line.who)
        self._asked.setText(line.inquiry.asked)
        self._asked.setVisible(bool(line.inquiry.asked))
        told = inquiry_words.told(line, self._formats, today)
        self._told.setText("\n".join((" · ".join(told[:2] + ([age.told] if age.told else [])), *told[2:])))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = {act.name for act in applying(self._line.inquiry if self._line else None)}
        wordy = self.width() >= _WORDY
        for act, button in self._buttons:
            button.setVisible(act.name in fitting)
            button.setText("" if act.name in _PICTURED or (act.picture and not wordy) else act.text)

    def _button(self, act: Act) -> QPushButton:
        button = QPushButton(icon(act.picture), "") if act.picture else QPushButton(act.text)
        button.setToolTip(act.told)
        button.setAccessibleName(act.text.rstrip("…"))
        button.setMinimumHeight(FIELD)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the list
        button.clicked.connect(lambda _checked: self.pressed.emit(act.name))
        return button

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        head, acts = QHBoxLayout(), QHBoxLayout()
        for row in (head, acts):
            row.setSpacing(GAP)
        head.addWidget(self._who, 1)
        for act, button in self._buttons:
            (head if act.name in _PICTURED else acts).addWidget(button)
        acts.addStretch(1)
        words_of_it = QVBoxLayout()
        words_of_it.setSpacing(UNIT)
        for label in (self._asked, self._told):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words_of_it.addWidget(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, BETWEEN)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addLayout(words_of_it)
        layout.addLayout(acts)
