"""The timeline on a party's page: Enter edits the chosen entry, Del removes it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from balancer_desktop.app import contacts, inquiries, money, opportunities, work
from balancer_desktop.app.standings import remove_change
from balancer_desktop.app.timeline import ItemKind, TimelineItem, timeline
from balancer_desktop.ui import forms
from balancer_desktop.ui.people.cell_delegate import CellDelegate
from balancer_desktop.ui.people.timeline_model import AMOUNT, NOTE, WHAT, WHEN, TimelineModel
from balancer_desktop.ui.prospects.forms import open_opportunity_form
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress

_LEAST_WHAT = 120
_ROWS_MEASURED = 60
"""Enough to find a column's width; a long timeline is not read to its end for it."""


class TimelineView(QTableView):
    """Newest first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._party = session, 0
        self._items = TimelineModel(session.formats)
        dress(self)
        self.setModel(self._items)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName("Timeline")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._lay_out()
        self._edit = self._action("Edit …", "Return", self.edit_chosen)
        self._remove = self._action("Remove", "Del", self.remove_chosen)
        self.doubleClicked.connect(lambda _index: self.edit_chosen())
        self._items.dress(tokens_of(self.palette()))

    def show_party(self, party_id: int) -> None:
        row = self.currentIndex().row() if party_id == self._party else -1
        self._party = party_id
        self._items.set_items(timeline(self._session.book, party_id))
        for column in (WHAT, AMOUNT):
            self.resizeColumnToContents(column)
        self._cap_what()
        if row >= 0 and not self.currentIndex().isValid():
            self.selectRow(min(row, self._items.rowCount() - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeColumnToContents(WHAT)
        self._cap_what()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self._items.rowCount():
            self.selectRow(0)

    def edit_chosen(self) -> None:
        """Open the form of the chosen entry; a change of standing has none."""
        item = self._chosen()
        if item and item.kind is ItemKind.STANDING:
            self._session.refused.emit("A change of standing is not edited. Remove it (Del), or make another.")
        elif item:
            _EDIT[item.kind](self, self._session, item.id)

    def remove_chosen(self) -> None:
        item, book = self._chosen(), self._session.book
        if item and item.kind is ItemKind.STANDING:
            self._session.attempt(lambda: remove_change(book, self._party, item.id))
        elif item and item.kind is ItemKind.COURSE:
            self._session.refused.emit("This is part of an opportunity. Correct it in its form (Enter), or undo it.")
        elif item:
            self._session.attempt(lambda: _REMOVE[item.kind](book, item.id))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._chosen():
            menu = QMenu(self)
            menu.addActions([self._edit, self._remove])
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_items"):
            self._items.dress(tokens_of(self.palette()))

    def _chosen(self) -> TimelineItem | None:
        index = self.currentIndex()
        return self._items.item(index.row()) if index.isValid() else None

    def _action(self, text: str, keys: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(keys)] + ([QKeySequence("Enter")] if keys == "Return" else []))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: run())
        self.addAction(action)
        return action

    def _cap_what(self) -> None:
        """A stage with a long name leaves the owner's own words their room."""
        self.setColumnWidth(WHAT, min(self.columnWidth(WHAT), max(self.viewport().width() // 3, _LEAST_WHAT)))

    def _lay_out(self) -> None:
        header = self.horizontalHeader()
        header.setVisible(False)
        header.setMinimumSectionSize(20)
        words = self.fontMetrics().horizontalAdvance
        header.resizeSection(WHEN, words("28/12/2028") + 20)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(_ROWS_MEASURED)


def _edit_work(view: TimelineView, session: Session, id_: int) -> None:
    forms.open_work_form(view, session, work=session.book.work.get(id_))


def _edit_sale(view: TimelineView, session: Session, id_: int) -> None:
    forms.open_sale_form(view, session, sale=session.book.ledger.sale(id_))


def _edit_expense(view: TimelineView, session: Session, id_: int) -> None:
    forms.open_expense_form(view, session, expense=session.book.ledger.expense(id_))


def _edit_contact(view: TimelineView, session: Session, id_: int) -> None:
    forms.open_contact_form(view, session, contact=session.book.contacts.get(id_))


def _edit_step(view: TimelineView, session: Session, id_: int) -> None:
    forms.open_step_form(view, session, step=session.book.contacts.step(id_))


def _edit_inquiry(view: TimelineView, session: Session, id_: int) -> None:
    forms.open_inquiry_form(view, session, inquiry=session.book.inquiries.get(id_))


def _edit_opportunity(view: TimelineView, session: Session, id_: int) -> None:
    open_opportunity_form(view, session, opportunity=session.book.pipeline.get(id_))


_EDIT = {
    ItemKind.WORK: _edit_work,
    ItemKind.SALE: _edit_sale,
    ItemKind.EXPENSE: _edit_expense,
    ItemKind.CONTACT: _edit_contact,
    ItemKind.STEP: _edit_step,
    ItemKind.INQUIRY: _edit_inquiry,
    ItemKind.OPPORTUNITY: _edit_opportunity,
    ItemKind.COURSE: _edit_opportunity,
}
_REMOVE = {
    ItemKind.WORK: work.remove,
    ItemKind.SALE: money.remove_sale,
    ItemKind.EXPENSE: money.remove_expense,
    ItemKind.CONTACT: contacts.remove,
    ItemKind.STEP: contacts.remove_step,
    ItemKind.INQUIRY: inquiries.remove,
    ItemKind.OPPORTUNITY: opportunities.remove,
}
