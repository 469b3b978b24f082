"""The table of people on screen. The owner's place in it survives whatever happens to the rows."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.dragging import drag, people_mime
from balancer_desktop.ui.people.cell_delegate import CellDelegate
from balancer_desktop.ui.people.column_set import ColumnSet
from balancer_desktop.ui.people.columns import FOLDER, NAME, RHYTHM, first_columns, offered_columns
from balancer_desktop.ui.people.name_delegate import NameDelegate
from balancer_desktop.ui.people.path_delegate import PathDelegate
from balancer_desktop.ui.people.people_table_model import Index, PeopleTableModel
from balancer_desktop.ui.people.sign_delegate import SignDelegate
from balancer_desktop.ui.people.words import people as counted
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress

_Select = QItemSelectionModel.SelectionFlag


class PeopleTable(QTableView):
    """Sorting, choosing columns, selecting; what is done with those selected is the tab's business."""

    wandered = Signal(int)
    """The current row is now this party's (0: nobody's)."""

    def __init__(self, model: PeopleTableModel, settings: QSettings, group: str, standing: Standing) -> None:
        super().__init__()
        self._people = model
        self._kept: set[int] = set()
        self._kept_current = self._kept_row = self._given = 0
        dress(self)
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(NAME, NameDelegate(self))
        self.setItemDelegateForColumn(FOLDER, PathDelegate(self))
        self.setItemDelegateForColumn(RHYTHM, SignDelegate(self))
        self.columns = ColumnSet(
            self, settings, group, first_columns(standing), offered_columns(standing), model.reading
        )
        self.setSortingEnabled(True)
        model.dress(tokens_of(self.palette()))
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._take_up)
        model.rowsMoved.connect(lambda *_: self._follow_current())
        self.selectionModel().currentRowChanged.connect(self._tell_current)

    def selected_ids(self) -> list[int]:
        """The parties selected, in their order on screen."""
        rows = self._people.shown
        return [rows[place].id for place in sorted(index.row() for index in self.selectionModel().selectedRows(NAME))]

    def current_id(self) -> int:
        """The party of the current row, 0 for nobody."""
        index = self.currentIndex()
        return self._people.shown[index.row()].id if index.isValid() else 0

    def go_to(self, party_id: int) -> bool:
        """Make the party's row the current, selected one; False when it is not on screen."""
        place = self._people.places({party_id}).get(party_id)
        if place is not None:
            self._choose(place)
            self.scrollTo(self.currentIndex())
        return place is not None

    def go_to_first(self) -> None:
        if self._people.shown and not self.currentIndex().isValid():
            self._choose(0)
            self._given = self.current_id()

    def go_to_first_again(self) -> None:
        """Rows came into another order: who was first is left for who is now, unless the owner chose somebody."""
        if self._people.shown and self._given and self.selected_ids() == [self._given] == [self.current_id()]:
            self._choose(0)
            self._given = self.current_id()
            self.scrollToTop()

    def edit_name(self) -> None:
        if self.currentIndex().isValid():
            self.edit(self._people.index(self.currentIndex().row(), NAME))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Whoever is selected, by number: Qt would ask for every cell of them."""
        ids = self.selected_ids()
        if ids:
            drag(self, people_mime(ids), self._people.rows_of(ids)[0].name if len(ids) == 1 else counted(len(ids)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by a key stands on somebody, whom the next key is about."""
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.go_to_first()
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_people"):
            self._people.dress(tokens_of(self.palette()))

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """Of a long range only what is in view: Qt would paint every column again for one that has changed."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        low, high = max(top.row(), first), min(bottom.row(), last) if last >= 0 else bottom.row()
        if low <= high:
            cells = self._people.index(low, top.column()), self._people.index(high, bottom.column())
            super().dataChanged(*cells, roles)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and a faint line under every row."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        line = QColor(tokens_of(self.palette()).line)
        line.setAlphaF(0.6)
        painter.setPen(line)
        top, bottom = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        for row in range(max(top, 0), (self._people.rowCount() if bottom < 0 else bottom + 1)):
            edge = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.drawLine(event.rect().left(), edge, event.rect().right(), edge)

    def _keep(self) -> None:
        """Who is selected, before the rows change; kept while a filter hides them, until others are selected."""
        selected = self.selected_ids()
        if selected:
            self._kept = set(selected)
        self._kept_current = self.current_id() or self._kept_current
        self._kept_row = self.currentIndex().row()
        self._scrolled = self.verticalScrollBar().value()

    def _take_up(self) -> None:
        places = self._people.places(self._kept | {self._kept_current})
        current = places.get(self._kept_current)
        chosen = self.selectionModel()
        chosen.select(self._ranges(places[id_] for id_ in self._kept if id_ in places), _Select.ClearAndSelect)
        if current is None:
            self._take_neighbour()
            return
        chosen.setCurrentIndex(self._people.index(current, NAME), _Select.NoUpdate)
        self.verticalScrollBar().setValue(self._scrolled)
        self.scrollTo(self.currentIndex())

    def _take_neighbour(self) -> None:
        """Whoever was current left the table: who now stands there comes in; a filter only hides them for a while."""
        left = self._kept_current and self._kept_current not in self._people and self._kept_row >= 0
        if left and self._people.shown:
            self.setCurrentIndex(self._people.index(min(self._kept_row, len(self._people.shown) - 1), NAME))
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()

    def _choose(self, row: int) -> None:
        """The row alone is selected, even while a key such as Ctrl is held, which Qt would heed."""
        index = self._people.index(row, NAME)
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect | _Select.Rows)

    def _follow_current(self) -> None:
        """A renamed row may move far; it stays in view."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _ranges(self, rows: Iterable[int]) -> QItemSelection:
        """Rows as few selection ranges as they allow."""
        selection, last = QItemSelection(), self._people.columnCount() - 1
        for _, run in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
            places = [row for _, row in run]
            selection.select(self._people.index(places[0], 0), self._people.index(places[-1], last))
        return selection

    def _tell_current(self, current: QModelIndex) -> None:
        self.wandered.emit(self._people.shown[current.row()].id if current.isValid() else 0)
