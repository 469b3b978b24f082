"""The reasons why opportunities are lost: the owner's own, and which of them are offered."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from balancer_desktop.app import stages
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.own_list_dialog import Line, OwnList, OwnListDialog
from balancer_desktop.ui.session import Session


class LossReasonsDialog(OwnListDialog):
    """A reason something was lost for is retired and stays in all figures."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        book = session.book
        own = OwnList(
            "Reasons why opportunities are lost",
            "What you choose from when something is lost. Retired ones are offered no more.",
            "Reasons",
            ("Reason", "Lost for it", ""),
            frozenset((1,)),
            lambda: [_line(reason, book.stages.loss_reason_uses(reason.id)) for reason in book.stages.loss_reasons()],
            lambda page, line: LossReasonForm(page, session, _reason(session, line)).show(),
            retire=lambda id_: stages.retire_loss_reason(book, id_),
            restore=lambda id_: stages.restore_loss_reason(book, id_),
        )
        super().__init__(parent, session, own)


class LossReasonForm(EntryForm):
    def __init__(self, parent: QWidget, session: Session, reason: LossReason | None = None) -> None:
        title = "Edit the reason" if reason else "Add a reason"
        super().__init__(parent, session, title, "Save" if reason else "Add reason")
        self._reason = reason
        self._label = QLineEdit(reason.label if reason else "")
        self._label.setPlaceholderText("Too far away …")
        self._other = QCheckBox("Says nothing by itself: ask for words")
        self.add_row("Reason", self._label)
        self.add_row("", self._other)
        self._other.setAccessibleName(self._other.text())
        self.show_row(self._other, visible=reason is None)
        self._label.setFocus()

    def draft(self) -> Callable[[], object]:
        book, label, reason = self.session.book, self._label.text(), self._reason
        if reason:
            return lambda: stages.edit_loss_reason(book, reason.id, label)
        other = self._other.isChecked()
        return lambda: stages.add_loss_reason(book, label, other=other)


def _line(reason: LossReason, uses: int) -> Line:
    told = f"{uses:,}" if uses else ""
    return Line(reason.id, (reason.label, told, "Retired" if reason.retired else ""), reason.retired)


def _reason(session: Session, line: Line | None) -> LossReason | None:
    return next((reason for reason in session.book.stages.loss_reasons() if line and reason.id == line.id), None)
