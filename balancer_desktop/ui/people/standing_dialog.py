"""Why somebody left, when, and what there is to say about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidgetItem, QWidget

from balancer_desktop.app import people
from balancer_desktop.app.reasons import archive_because
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.standing import ExitReason, ReasonClass, Standing
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.people.reason_list import ReasonList
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme import typeface

_CLASSES = {
    ReasonClass.BENIGN: "For reasons of their own",
    ReasonClass.PERFORMANCE: "Because of us",
    ReasonClass.UNKNOWN: "Nobody knows",
}
_REASON = Qt.ItemDataRole.UserRole
_BOUGHT = (Standing.CURRENT, Standing.LAPSED)
_ROW = 24
_MOST = 18
"""So many rows are in view at once, headings and all; the book's own reasons may be more."""
_OWN = -1
"""The entry of the list that asks for a reason that is not there yet."""


class StandingDialog(EntryForm):
    """Archives people: reminders stop, nothing is deleted. Enter takes “Unknown”, or the reason walked to."""

    def __init__(self, parent: QWidget, session: Session, ids: Sequence[int]) -> None:
        self._ids = list(ids)
        whom = _whom(session, self._ids)
        super().__init__(parent, session, f"{whom}: why did they leave?", f"Archive {whom}")
        self._reasons = ReasonList()
        self._own, self._class = QLineEdit(), QComboBox()
        self._on, self._note = DateField(session, session.book.today()), QLineEdit()
        self._class.addItems(list(_CLASSES.values()))
        self._own.setPlaceholderText("In your own words")
        self.add_row("Reason", self._reasons)
        self.add_row("Own reason", self._own)
        self.add_row("It is", self._class)
        self.add_row("When", self._on)
        self.add_row("Note", self._note)
        self._reasons.currentItemChanged.connect(self._show_own)
        self._fill(session.book.people.reasons())
        rows = min(self._reasons.count(), _MOST)
        self._reasons.setMinimumHeight(rows * _ROW + 2 * self._reasons.frameWidth())
        self._show_own()
        self._reasons.setFocus()

    def draft(self) -> Callable[[], object]:
        book, ids, on, note = self.session.book, self._ids, self._on.value(), self._note.text()
        chosen, own = int(self._reasons.currentItem().data(_REASON)), self._own.text()
        if chosen != _OWN:
            return lambda: people.set_standing(book, ids, Standing.EX, on, chosen, note)
        if not own.strip():
            self._own.setFocus()
            raise BadInput("The reason is empty.", "Write a word or two, or choose one from the list.")
        kind = list(_CLASSES)[self._class.currentIndex()]
        return lambda: archive_because(book, ids, own, kind, on, note=note)

    def _fill(self, reasons: Sequence[ExitReason]) -> None:
        for kind, heading in _CLASSES.items():
            self._add_heading(heading)
            for reason in reasons:
                if reason.kind is kind and not reason.retired:
                    self._add_reason(reason.label, reason.id)
        self._add_heading("Something else")
        self._add_reason("Another reason …", _OWN)
        unknown = [r.id for r in reasons if r.kind is ReasonClass.UNKNOWN and not r.retired]
        places = range(self._reasons.count())
        wanted = unknown[0] if unknown else _OWN
        self._reasons.setCurrentRow(next(i for i in places if self._reasons.item(i).data(_REASON) == wanted))
        self._reasons.scrollToItem(self._reasons.currentItem())

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(typeface.small(self.font()))
        item.setForeground(self.palette().placeholderText())  # muted, but legible, which what is off need not be
        self._add_item(item)

    def _add_reason(self, label: str, reason_id: int) -> None:
        item = QListWidgetItem(f"    {label}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, label)
        item.setData(_REASON, reason_id)
        self._add_item(item)

    def _add_item(self, item: QListWidgetItem) -> None:
        item.setSizeHint(QSize(0, _ROW))
        self._reasons.addItem(item)

    def _show_own(self, *_: object) -> None:
        item = self._reasons.currentItem()
        own = item is not None and item.data(_REASON) == _OWN
        for field in (self._own, self._class):
            self.show_row(field, visible=own)


def _whom(session: Session, ids: Sequence[int]) -> str:
    names = session.book.people.names(ids)
    if len(names) == 1:
        return next(iter(names.values()))
    customers = all(session.book.people.standing(id_) in _BOUGHT for id_ in ids)
    return f"{len(names)} {'customers' if customers else 'people'}"
