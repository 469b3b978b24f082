"""Why an opportunity was lost, and whether to ask again."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from balancer_desktop.app import losing
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.prospects.loss_reason_list import LossReasonList
from balancer_desktop.ui.prospects.outcome_words import lost
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session

_REASON = Qt.ItemDataRole.UserRole
_ROW = 26
_MOST = 14
_WIDTH, _REASONS_WIDTH = 600, 210


class LoseForm(EntryForm):
    """None is chosen at first: digits and letters find a reason. The one that says nothing by itself asks for words."""

    def __init__(self, parent: QWidget, session: Session, opportunity: Opportunity) -> None:
        who = session.book.people.names([opportunity.party_id]).get(opportunity.party_id, "them")
        self._reasons = LossReasonList()
        super().__init__(
            parent, session, f"{who}: why was “{opportunity.title}” lost?", f"Lose {who}", beside=self._reasons
        )
        self._one, self._id = opportunity, opportunity.id
        self._known: list[LossReason] = []
        self._told: tuple[str, date | None] = ("", None)
        self._note, self._on = QLineEdit(), DateField(session, session.book.today())
        self._again = DateField(session, None, ahead=True)
        self._again.setPlaceholderText("A day, or never")
        self._reasons.setAccessibleName("Reason")
        self._reasons.setFixedWidth(_REASONS_WIDTH)
        self.add_row("In words", self._note)
        self.add_row("When", self._on)
        self.add_row("Ask again on", self._again)
        self._fill()
        rows = min(self._reasons.count(), _MOST)
        self._reasons.setMinimumHeight(rows * _ROW + 2 * self._reasons.frameWidth())
        self.setMinimumWidth(_WIDTH)
        self._reasons.setToolTip("A digit or the first letters choose a reason, Enter keeps it")
        self._reasons.itemSelectionChanged.connect(self._say_words)
        self._offer_editing()
        self._say_words()
        self._reasons.setFocus()

    def draft(self) -> Callable[[], object]:
        book, reason, note = self.session.book, self._reason(), self._note.text()
        if reason is None:
            raise BadInput("Why it was lost is missing.", "Choose a reason, by its number or its first letters.")
        if reason.other and not note.strip():
            self._note.setFocus()
            raise BadInput(f"“{reason.label}” says nothing by itself.", "Add a few words on why it was lost.")
        on = self._on.value()
        again = self._again.value() if self._again.text().strip() else None
        self._told = reason.label, again
        return lambda: losing.lose(book, self._id, reason.id, note, on, again)

    def accept(self) -> None:
        super().accept()
        self.session.said.emit(lost(self.session, self._one, *self._told))

    def _reason(self) -> LossReason | None:
        item = self._reasons.item(self._reasons.chosen)
        wanted = item.data(_REASON) if item else 0
        return next((reason for reason in self._known if reason.id == wanted), None)

    def _fill(self, chosen: int = 0) -> None:
        self._known = [reason for reason in self.session.book.stages.loss_reasons() if not reason.retired]
        for reason in self._known:
            item = QListWidgetItem(reason.label)
            item.setData(_REASON, reason.id)
            item.setSizeHint(QSize(0, _ROW))
            self._reasons.addItem(item)
        ids = [reason.id for reason in self._known]
        self._reasons.setCurrentRow(ids.index(chosen) if chosen in ids else -1)

    def _say_words(self) -> None:
        reason = self._reason()
        needed = reason is not None and reason.other
        self._note.setPlaceholderText("What it was: a few words are needed" if needed else "What there is to remember")

    def _offer_editing(self) -> None:
        """By the list's menu the way to where reasons are added and retired; what is done there shows here."""
        edit = QAction("Reasons why opportunities are lost…", self._reasons)
        edit.triggered.connect(lambda _checked: self._edit_reasons())
        self._reasons.addAction(edit)
        self._reasons.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        keep_fresh(self._reasons, self.session, lambda changes: changes.pipeline, self._fill_anew)

    def _edit_reasons(self) -> None:
        from balancer_desktop.ui.prospects.loss_reasons_dialog import LossReasonsDialog

        LossReasonsDialog(self, self.session).show()

    def _fill_anew(self, _changes: Changes) -> None:
        now = [reason for reason in self.session.book.stages.loss_reasons() if not reason.retired]
        if now != self._known:
            reason = self._reason()
            self._reasons.clear()
            self.offer(lambda: self._fill(reason.id if reason else 0))
