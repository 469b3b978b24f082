"""The reasons why people leave: the owner's own, and which of them are offered."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.app import reasons
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.standing import ExitReason
from balancer_desktop.ui.forms.entry_form import hint_label, tell
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.people.cell_delegate import CellDelegate
from balancer_desktop.ui.people.reason_form import ReasonForm
from balancer_desktop.ui.people.words import CLASSES
from balancer_desktop.ui.people.words import people as counted
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP
from balancer_desktop.ui.theme.tables import dress

T = TypeVar("T")
_HEADINGS = ("Reason", "What kind it is", "Left for it", "")
_LABEL, _CLASS, _USES, _STATE = range(4)
_SIZE = QSize(600, 560)
_WIDGET = Qt.ShortcutContext.WidgetShortcut
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReasonsDialog(QDialog):
    """A reason somebody left for is retired and stays in all figures; the others may be edited and removed."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Reasons why people leave")
        self._session = session
        self._reasons: list[ExitReason] = []
        self._uses: dict[int, int] = {}
        self._table = QTableWidget(0, len(_HEADINGS))
        self._add, self._edit = _button("Add …", "Ins"), _button("Edit …", "F2")
        self._retire, self._remove = _button("Retire", ""), _button("Remove", "Del")
        self._message = hint_label()
        self._message.setAccessibleName("What happened")
        self._lay_out()
        self._connect()
        self.resize(_SIZE)
        keep_fresh(self, session, lambda changes: changes.people, self._refresh)
        self._table.setFocus()

    def _refresh(self, _changes: Changes) -> None:
        book, before = self._session.book, {reason.id for reason in self._reasons}
        found, self._uses = book.people.reasons(), book.people.reason_uses()
        order = list(CLASSES)
        self._reasons = sorted(found, key=lambda reason: (order.index(reason.kind), reason.retired))
        row = self._table.currentRow()
        fresh = [place for place, reason in enumerate(self._reasons) if before and reason.id not in before]
        kept = self._row_of(self._table.item(row, _LABEL)) if row >= 0 else 0
        self._table.setRowCount(len(self._reasons))
        for place, reason in enumerate(self._reasons):
            self._fill(place, reason)
        self._table.selectRow(min(fresh[0] if fresh else kept, len(self._reasons) - 1))
        self._tell_current()

    def _row_of(self, item: QTableWidgetItem | None) -> int:
        """Where the reason of a line is now, or who took its place."""
        wanted = item.data(Qt.ItemDataRole.UserRole) if item else 0
        places = [place for place, reason in enumerate(self._reasons) if reason.id == wanted]
        return places[0] if places else max(self._table.currentRow(), 0)

    def _fill(self, place: int, reason: ExitReason) -> None:
        uses = self._uses.get(reason.id, 0)
        texts = (reason.label, CLASSES[reason.kind], f"{uses:,}" if uses else "", "Retired" if reason.retired else "")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if column == _USES:
                item.setTextAlignment(_RIGHT)
            if column != _LABEL or reason.retired:
                item.setForeground(self.palette().placeholderText())
            if column == _LABEL:
                said = (*texts[:_USES], counted(uses), texts[_STATE])
                item.setData(Qt.ItemDataRole.UserRole, reason.id)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, said)))
            self._table.setItem(place, column, item)

    def _current(self) -> ExitReason | None:
        row = self._table.currentRow()
        return self._reasons[row] if 0 <= row < len(self._reasons) else None

    def _tell_current(self) -> None:
        """Which buttons do something for the reason one stands on; why not is said by the verb when asked."""
        reason = self._current()
        unused = reason is not None and not self._uses.get(reason.id)
        why = "" if unused else "Somebody left for it: retire it, and add another one"
        for button, key in ((self._edit, "F2"), (self._remove, "Del")):
            button.setEnabled(unused)
            button.setToolTip(why or f"{button.text().rstrip(' …')} ({key})")
        self._retire.setEnabled(reason is not None)
        retired = reason is not None and reason.retired
        self._retire.setText("Bring back" if retired else "Retire")
        self._retire.setToolTip("Offer it again" if retired else "Offer it no more; whoever left for it keeps it")
        tell(self._message, "")

    def _ask_new(self) -> None:
        ReasonForm(self, self._session).show()

    def _ask_other(self) -> None:
        reason = self._current()
        if reason and self._uses.get(reason.id):
            self._attempt(lambda: reasons.change_reason(self._session.book, reason.id, "", reason.kind))
        elif reason:
            ReasonForm(self, self._session, reason).show()

    def _turn(self) -> None:
        reason, book = self._current(), self._session.book
        if reason:
            verb = reasons.bring_back if reason.retired else reasons.retire
            self._attempt(lambda: verb(book, reason.id))

    def _take_away(self) -> None:
        reason, book = self._current(), self._session.book
        if reason:
            self._attempt(lambda: reasons.remove_reason(book, reason.id))

    def _step(self, verb: Callable[[], str], said: str) -> None:
        label = self._attempt(verb)
        if label:
            tell(self._message, f"{said}: {label}")

    def _attempt(self, verb: Callable[[], T]) -> T | None:
        """The verb's result; a refusal is told here, where the owner looks."""
        try:
            return verb()
        except Refused as refusal:
            tell(self._message, str(refusal), wrong=True)
            return None

    def _lay_out(self) -> None:
        dress(self._table)
        self._table.setItemDelegate(CellDelegate(self._table))
        for column, heading in enumerate(_HEADINGS):
            item = QTableWidgetItem(heading)
            if column == _USES:
                item.setTextAlignment(_RIGHT)
            self._table.setHorizontalHeaderItem(column, item)
        self._table.setAccessibleName("Reasons")
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self._table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_LABEL, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        layout.setSpacing(GAP)
        layout.addWidget(
            words("What you choose from when somebody leaves. Retired ones are offered no more.", muted=True)
        )
        layout.addWidget(self._table, 1)
        layout.addWidget(self._message)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self._add, self._edit, self._retire, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        close = _button("Close", "Esc")
        close.clicked.connect(lambda _checked: self.reject())
        row.addWidget(close)
        layout.addLayout(row)

    def _connect(self) -> None:
        book = self._session.book
        acts: tuple[tuple[QPushButton, Callable[[], None], tuple[str, ...]], ...] = (
            (self._add, self._ask_new, ("Ins",)),
            (self._edit, self._ask_other, ("F2", "Return", "Enter")),
            (self._retire, self._turn, ()),
            (self._remove, self._take_away, ("Del",)),
        )
        for button, act, keys in acts:
            button.clicked.connect(lambda _checked, act=act: act())
            for key in keys:
                QShortcut(QKeySequence(key), self._table, act).setContext(_WIDGET)
        self._table.itemSelectionChanged.connect(self._tell_current)
        self._table.doubleClicked.connect(lambda _index: self._ask_other())
        QShortcut(QKeySequence("Ctrl+Z"), self, lambda: self._step(book.undo, "Taken back"))
        for again in ("Ctrl+Shift+Z", "Ctrl+Y"):
            QShortcut(QKeySequence(again), self, lambda: self._step(book.redo, "Done again"))


def _button(text: str, key: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setMinimumHeight(FIELD)
    button.setToolTip(f"{text.rstrip(' …')} ({key})" if key else text)
    return button
