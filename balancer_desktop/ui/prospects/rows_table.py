"""A table of which one row is chosen at a time, and letters do things to it."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from balancer_desktop.ui.money.row_cells import RowCells
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress, stand_on_a_row
from balancer_desktop.ui.theme.tokens import Tokens


class RowsTable(QTableView):
    """Its actions are its menu."""

    def __init__(self, model: QAbstractItemModel, dress_rows: Callable[[Tokens], None], name: str) -> None:
        """dress_rows: colours the model for light or dark. name: for whoever hears it."""
        super().__init__()
        self._dress_rows = dress_rows
        self.setModel(model)
        dress(self)
        self.setItemDelegate(RowCells(self))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        dress_rows(tokens_of(self.palette()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.model().rowCount():
            stand_on_a_row(self)
        super().focusInEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do things to the current row; none may carry the owner off to another."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_dress_rows"):
            self._dress_rows(tokens_of(self.palette()))
            self.viewport().update()
