"""Whoever sent somebody is told what became of it, and thanked: who is still to be told, ticked off one by one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from balancer_desktop.app import referrers
from balancer_desktop.app.referrers import ToTell
from balancer_desktop.domain.entries import Channel
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects.inquiries_table import NameCells
from balancer_desktop.ui.prospects.rows_table import RowsTable
from balancer_desktop.ui.prospects.thanks_model import ABOUT, BECAME, SINCE, WHO, ThanksModel
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP

_PADDING = 24
_ACTS = (
    ("told", "T", "Told and thanked", "They know, and are thanked", "check"),
    ("call", "C", "Told by phone", "They know by a call, which is logged with them", "call"),
    ("open", "Return", "Open the person", "Open the page of who sent them", "person"),
)


class ThanksPanel(QWidget):
    """The table, and below it what can be done."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.table = ThanksTable(session.formats)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for name, key, text, tip, picture in _ACTS:
            action = self._action(name, key, text, picture)
            button = QPushButton(icon(picture), text)
            button.setToolTip(f"{tip} ({'Enter' if key == 'Return' else key})")
            button.setAccessibleName(text)
            button.setMinimumHeight(FIELD)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the list
            button.clicked.connect(lambda _checked, action=action: action.trigger())
            row.addWidget(button)
        row.addStretch(1)
        self.table.doubleClicked.connect(lambda _index: self._act("open"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.setFocusProxy(self.table)

    def _action(self, name: str, key: str, text: str, picture: str) -> QAction:
        action = QAction(icon(picture), text, self.table)
        action.setShortcuts([QKeySequence(key)] + ([QKeySequence("Enter")] if key == "Return" else []))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _on: self._act(name))
        self.table.addAction(action)
        return action

    def _act(self, name: str) -> None:
        item = self.table.chosen()
        if item is None:
            return
        book = self._session.book
        acts: dict[str, Callable[[], object]] = {
            "told": lambda: self._tick_off(item, lambda: referrers.told(book, item)),
            "call": lambda: self._tick_off(item, lambda: referrers.told(book, item, channel=Channel.CALL)),
            "open": lambda: self._session.party_wanted.emit(item.referrer_id),
        }
        acts[name]()

    def _tick_off(self, item: ToTell, run: Callable[[], object]) -> None:
        if self._session.did(run):
            self._session.said.emit(f"{item.referrer} was told of {item.about} — Ctrl+Z takes it back")


class ThanksTable(RowsTable):
    """One row is chosen at a time."""

    def __init__(self, formats: Formats) -> None:
        self.rows = ThanksModel(formats)
        super().__init__(self.rows, self.rows.dress, "Whom to tell and thank")
        self.setItemDelegateForColumn(WHO, NameCells(self))
        self.horizontalHeader().setSectionResizeMode(ABOUT, QHeaderView.ResizeMode.Stretch)

    def show_items(self, items: list[ToTell]) -> None:
        """The chosen row stays chosen; when it is gone, the one that took its place."""
        row = max(self.currentIndex().row(), 0)
        before = self.chosen()
        self.rows.set_items(items)
        if items:
            self.selectRow(items.index(before) if before in items else min(row, len(items) - 1))

    def chosen(self) -> ToTell | None:
        row = self.currentIndex().row()
        return self.rows.items[row] if 0 <= row < len(self.rows.items) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header, wide = self.horizontalHeader(), self.fontMetrics().horizontalAdvance
        header.resizeSection(WHO, min(max(self.viewport().width() // 4, 150), 260))
        header.resizeSection(BECAME, wide("They are customers now") + _PADDING)
        header.resizeSection(SINCE, wide("28/12/2028") + _PADDING)
