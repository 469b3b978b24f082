"""Everything about one person or business."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.app import people
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.parties import income_of_year
from balancer_desktop.ui import forms
from balancer_desktop.ui.people.hook_row import HookRow
from balancer_desktop.ui.people.page_button import page_button
from balancer_desktop.ui.people.party_facts import PartyFacts
from balancer_desktop.ui.people.rhythm_line import RhythmLine
from balancer_desktop.ui.people.standing_badge import StandingBadge
from balancer_desktop.ui.people.step_rows import StepRows
from balancer_desktop.ui.people.summary import summary
from balancer_desktop.ui.people.timeline_view import TimelineView
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP

_SIDE_BY_SIDE = 720
"""From this width on the facts stand beside the timeline, else above it."""
_FACTS = 300
_UNBOUND = 16777215
_ADD = (
    ("clock", "Work", "Log work", forms.open_work_form),
    ("sale", "Sale", "Record a sale", forms.open_sale_form),
    ("expense", "Expense", "Record an expense", forms.open_expense_form),
    ("call", "Contact", "Log a call, visit or message", forms.open_contact_form),
    ("calendar", "Next step", "Plan the next step", forms.open_step_form),
)


class PartyPage(QWidget):
    """Follows the book by itself. Empty until show_party()."""

    edit_wanted = Signal(int)
    closed = Signal()
    """The owner has seen enough, or the party is no more."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.party_id = 0
        self._name, self._badge, self._line = QLabel(), StandingBadge(), QLabel()
        self._rhythm = RhythmLine(session)
        self._hook = HookRow(session)
        self._steps, self._facts, self._timeline = StepRows(session), PartyFacts(session), TimelineView(session)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._facts.documents.take_drops(self)
        self.setFocusProxy(self._timeline)
        for keys, run in (
            ("Esc", self.closed.emit),
            ("Ctrl+E", self._edit),
            ("Ctrl+Shift+O", self._facts.documents.open_folder),
        ):
            QShortcut(QKeySequence(keys), self, run).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keep_fresh(self, session, self._concerns, lambda _changes: self._refresh())

    def show_party(self, party_id: int) -> None:
        """Turn to a party's page; what was being typed about another is kept."""
        self.party_id = party_id
        self._refresh()

    def commit_edits(self) -> None:
        self._facts.notes.commit_edits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _concerns(self, changes: Changes) -> bool:
        here = changes.parties is None or self.party_id in changes.parties
        return here or changes.people or changes.pipeline or changes.settings

    def _refresh(self) -> None:
        book = self._session.book
        party, rows = book.people.get(self.party_id), people.rows(book, ids=[self.party_id])
        if not self.party_id:
            return
        if party is None or not rows:
            self.party_id = 0
            self.closed.emit()
            return
        row = rows[0]
        first = book.ledger.first_sale(party.id)
        since = party.customer_since or (first.on if first else None)
        self._name.setText(party.name)
        self._badge.show_standing(row.standing)
        self._line.setText(summary(row, since, income_of_year(book), self._session.formats, book.today()))
        self._rhythm.show_party(party.id, row.standing)
        self._hook.show_row(row)
        steps = book.contacts.steps_of(party.id)
        self._steps.show_steps([step for step in steps if not step.done_on and not step.checklist])
        self._facts.show_party(party)
        self._timeline.show_party(party.id)
        self._arrange()

    def _lay_out(self) -> None:
        self._name.setFont(typeface.title(self._name.font()))
        self._name.setWordWrap(True)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line.setWordWrap(True)
        self._line.setAccessibleName("What matters")
        self._line.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, GAP, BETWEEN, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._head())
        layout.addLayout(self._matters())
        layout.addWidget(self._rhythm)
        layout.addLayout(self._adding())
        layout.addWidget(self._hook)
        layout.addWidget(self._steps)
        layout.addSpacing(GAP)
        layout.addLayout(self._body, 1)
        self._scroll = _scrolling(self._facts)
        self._body.setSpacing(BETWEEN)
        self._body.addWidget(self._scroll)
        self._body.addWidget(self._timeline, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._name, 1)
        row.addWidget(page_button("edit", "Edit", "Edit everything about them (Ctrl+E)", self._edit))
        row.addWidget(page_button("close", "", "Close the page (Esc)", self.closed.emit))
        return row

    def _matters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._line, 1)
        return row

    def _adding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for picture, text, tip, form in _ADD:
            row.addWidget(page_button(picture, text, tip, partial(self._add, form)))
        row.addStretch(1)
        return row

    def _add(self, form: Callable[[QWidget, Session, int], object]) -> None:
        form(self, self._session, self.party_id)

    def _edit(self) -> None:
        self.commit_edits()
        self.edit_wanted.emit(self.party_id)

    def _arrange(self) -> None:
        beside = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(direction)
        self._scroll.setMaximumWidth(_FACTS if beside else _UNBOUND)
        self._scroll.setMinimumWidth(_FACTS if beside else 0)
        high = min(self._facts.sizeHint().height(), self.height() * 2 // 5)
        self._scroll.setMaximumHeight(_UNBOUND if beside else high)
        self._scroll.setMinimumHeight(0 if beside else high)


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    area.setAccessibleName("Particulars")
    return area
