"""A line that asks, when a next action is done, what comes next."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from balancer_desktop.app import opportunities
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import hint_label, tell
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import FIELD, GAP, UNIT

_DATE_WIDTH = 130


class WhatNext(QFrame):
    """Enter in it marks the action as done and plans the next one; “Nothing yet” only marks it; Esc does neither."""

    answered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._card: Card | None = None
        self._sentence, self._what = QLabel(), QLineEdit()
        self._when, self._hint = DateField(session, None, ahead=True), hint_label()
        self._plan, self._nothing = QPushButton("Plan it"), QPushButton("Nothing yet")
        self._lay_out()
        self._plan.clicked.connect(lambda _checked: self._answer(planned=True))
        self._nothing.clicked.connect(lambda _checked: self._answer(planned=False))
        for field in (self._what, self._when):
            field.returnPressed.connect(lambda: self._answer(planned=True))
        self._when.doubted.connect(lambda text: tell(self._hint, text, wrong=True))
        self._when.understood.connect(lambda text: tell(self._hint, text))
        leave = QShortcut(QKeySequence("Esc"), self, self.leave)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    def ask(self, card: Card) -> None:
        """What comes after the card's next action."""
        if card.next_step is None:
            return
        self._card = card
        self._sentence.setText(f"Done: {card.next_step.what}. What comes next with {card.who}?")
        self._what.clear()
        self._when.show_value(self._session.book.today() + timedelta(days=7))
        tell(self._hint, "")
        self.show()
        self._what.setFocus()

    def leave(self) -> None:
        """Do nothing: the action is not done after all."""
        self._card = None
        self.hide()
        self.answered.emit()

    def _answer(self, *, planned: bool) -> None:
        card = self._card
        if card is None or card.next_step is None:
            return
        try:
            following = self._following(card) if planned else None
        except BadInput as refusal:
            tell(self._hint, str(refusal), wrong=True)
            return
        book, step = self._session.book, card.next_step
        if self._session.did(lambda: opportunities.finish_step(book, step.id, following)):
            self._session.said.emit(f"Done: {step.what}, {card.who} — Ctrl+Z takes it back")
            self.leave()

    def _following(self, card: Card) -> NextStep:
        if not self._what.text().strip():
            self._what.setFocus()
            raise BadInput("What to do is missing.", "Write a word or two, or choose “Nothing yet”.")
        one = card.opportunity
        return NextStep(self._when.value(), one.party_id, self._what.text(), opportunity_id=one.id)

    def _lay_out(self) -> None:
        self._what.setPlaceholderText("call, send the quote …")
        self._what.setAccessibleName("What comes next")
        self._when.setAccessibleName("When")
        self._when.setFixedWidth(_DATE_WIDTH)
        self._plan.setToolTip("Done, and plan this (Enter)")
        self._nothing.setToolTip("Done; the sign “no next action” will remind you")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in (self._what, self._when, self._plan, self._nothing):
            part.setMinimumHeight(FIELD)
            row.addWidget(part, 1 if part is self._what else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._sentence)
        column.addLayout(row)
        column.addWidget(self._hint)
