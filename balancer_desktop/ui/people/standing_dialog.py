"""Why somebody left, when, and what there is to say about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidgetItem, QWidget

from balancer_desktop.app.archive_folders import tree
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.leaving import Leaving, leave, likely_folder, likely_reason
from balancer_desktop.app.left_opportunities import open_with
from balancer_desktop.app.wording import whom
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.standing import ExitReason, ReasonClass, Standing
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.people.folder_box import NEW, FolderBox
from balancer_desktop.ui.people.leaving import tell_done
from balancer_desktop.ui.people.reason_list import ReasonList
from balancer_desktop.ui.people.words import CLASSES
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme import typeface

_REASON = Qt.ItemDataRole.UserRole
_BOUGHT = (Standing.CURRENT, Standing.LAPSED)
_ROW = 24
_MOST = 18
"""So many rows are in view at once, headings and all; the book's own reasons may be more."""
_WIDTH, _REASONS_WIDTH = 640, 230
_OWN = -1
"""The entry of the list that asks for a reason that is not there yet."""


class StandingDialog(EntryForm):
    """Archives people: reminders stop, nothing is deleted. Enter takes the likely reason, or the one walked to."""

    def __init__(self, parent: QWidget, session: Session, ids: Sequence[int], folder_id: int | None = None) -> None:
        """folder_id: where they were dropped, None when the likely folder is to be offered."""
        self._ids = list(ids)
        self._reasons = ReasonList()
        whom = _whom(session, self._ids)
        super().__init__(parent, session, f"{whom}: why did they leave?", f"Archive {whom}", beside=self._reasons)
        self._follows = folder_id is None
        self._own, self._class, self._note = QLineEdit(), QComboBox(), QLineEdit()
        self._folder, self._new = FolderBox(tree(session.book).ex), QLineEdit()
        self._on = DateField(session, session.book.today())
        self._hook, self._due = QLineEdit(), DateField(session, None, ahead=True)
        self._class.addItems(list(CLASSES.values()))
        self._add_rows()
        self._folder.choose(folder_id or 0)
        self._reasons.currentItemChanged.connect(self._show_own)
        self._offer_all_reasons()
        self._folder.currentIndexChanged.connect(self._show_new)
        self._folder.activated.connect(lambda _index: setattr(self, "_follows", False))
        self._fill(session.book.people.reasons(), likely_reason(session.book, folder_id or 0))
        rows = min(self._reasons.count(), _MOST)
        self._reasons.setMinimumHeight(rows * _ROW + 2 * self._reasons.frameWidth())
        self._reasons.setFixedWidth(_REASONS_WIDTH)
        self.setMinimumWidth(_WIDTH)
        self._show_own()
        self._show_new()
        self._reasons.setFocus()

    def draft(self) -> Callable[[], object]:
        reason = self._reason()
        if reason == _OWN and not self._own.text().strip():
            self._own.setFocus()
            raise BadInput("The reason is empty.", "Write a word or two, or choose one from the list.")
        new = self._folder.folder_id == NEW
        if new and not self._new.text().strip(" /"):
            self._new.setFocus()
            raise BadInput("The folder's name is missing.", "Write a word or two, or choose one from the list.")
        said = Leaving(
            reason_id=max(reason, 0),
            own_reason=self._own.text().strip() if reason == _OWN else "",
            own_class=list(CLASSES)[self._class.currentIndex()],
            on=self._on.value(),
            folder_id=0 if new else self._folder.folder_id,
            new_folder=self._new.text().strip() if new else "",
            note=self._note.text(),
            hook=self._hook.text(),
            hook_due=self._due.value() if self._due.text().strip() else None,
        )
        return lambda: self._archive(said)

    def _archive(self, said: Leaving) -> None:
        leave(self.session.book, self._ids, said)
        tell_done(self.session, f"Archived {whom(self.session.book, self._ids)}")

    def _add_rows(self) -> None:
        self._reasons.setAccessibleName("Reason")
        self._own.setPlaceholderText("In your own words")
        self._new.setPlaceholderText("Moved, or Moved/Abroad")
        self._note.setPlaceholderText("What there is to remember")
        self._hook.setPlaceholderText("A referral, the new owner …")
        self.add_row("Own reason", self._own)
        self.add_row("It is", self._class)
        self.add_row("When", self._on)
        self.add_row("Folder", self._folder)
        self.add_row("New folder", self._new)
        self.add_row("Note", self._note)
        self.add_row("Come back for", self._hook)
        self.add_row("Come back on", self._due)
        self._warn()

    def _warn(self) -> None:
        """What else comes of it: an opportunity is not left open with somebody who is gone."""
        found = open_with(self.session.book, self._ids)
        if found:
            what = f"“{found[0].title}” is" if len(found) == 1 else f"{len(found)} opportunities are"
            lost = words(f"{what} lost as they leave.")
            self.add_row("Still open", lost)
            lost.setAccessibleName(lost.text())

    def _reason(self) -> int:
        item = self._reasons.currentItem()
        return int(item.data(_REASON)) if item else _OWN

    def _fill(self, reasons: list[ExitReason], likely: int) -> None:
        self._known = reasons
        for kind, heading in CLASSES.items():
            self._add_heading(heading)
            for reason in reasons:
                if reason.kind is kind and not reason.retired:
                    self._add_reason(reason.label, reason.id)
        self._add_heading("Something else")
        self._add_reason("Another reason …", _OWN)
        unknown = [r.id for r in reasons if r.kind is ReasonClass.UNKNOWN and not r.retired]
        places = range(self._reasons.count())
        wanted = (likely, *unknown, _OWN)  # the first of these that is offered
        ids = [self._reasons.item(place).data(_REASON) for place in places]
        self._reasons.setCurrentRow(ids.index(next(id_ for id_ in wanted if id_ and id_ in ids)))
        self._reasons.scrollToItem(self._reasons.currentItem())

    def _offer_all_reasons(self) -> None:
        """By the list's menu the way to where reasons are added and retired; what is done there shows here."""
        edit = QAction("Reasons why people leave …", self._reasons)
        edit.triggered.connect(lambda _checked: self._edit_reasons())
        self._reasons.addAction(edit)
        self._reasons.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        keep_fresh(self._reasons, self.session, lambda changes: changes.people, self._fill_anew)

    def _edit_reasons(self) -> None:
        from balancer_desktop.ui.people.reasons_dialog import ReasonsDialog

        ReasonsDialog(self, self.session).show()

    def _fill_anew(self, _changes: Changes) -> None:
        reasons = self.session.book.people.reasons()
        if reasons != self._known:
            reason = self._reason()
            self._reasons.clear()
            self.offer(lambda: self._fill(reasons, reason))

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
        """What an own reason takes; and the folder follows the reason until the owner chooses one."""
        reason = self._reason()
        for field in (self._own, self._class):
            self.show_row(field, visible=reason == _OWN)
        if self._follows:
            self.offer(lambda: self._folder.choose(likely_folder(self.session.book, reason)))

    def _show_new(self, *_: object) -> None:
        self.show_row(self._new, visible=self._folder.folder_id == NEW)


def _whom(session: Session, ids: Sequence[int]) -> str:
    names = session.book.people.names(ids)
    if len(names) == 1:
        return next(iter(names.values()))
    customers = all(session.book.people.standing(id_) in _BOUGHT for id_ in ids)
    return f"{len(names)} {'customers' if customers else 'people'}"
