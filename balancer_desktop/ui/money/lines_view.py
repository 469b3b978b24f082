"""The table of lines: sorted by its headings, worked by keys, its selection kept while the book changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from balancer_desktop.domain.line import Line, LineKind
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.money.lines_table_model import Column, LinesTableModel
from balancer_desktop.ui.money.row_cells import RowCells
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress

_PADDING = 28
_SWATCH = 18
_NAMES = 40
"""Percent of what the other columns leave, for the names."""
_Flag = QItemSelectionModel.SelectionFlag


class LinesView(QTableView):
    """Enter or a double click edits, Del removes, P marks as paid, Ctrl+Enter opens the person, Ctrl+C copies."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    party_wanted = Signal(int)
    paid_wanted = Signal(object)
    copied = Signal(int)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.lines_model = LinesTableModel(formats)
        self._owing: bool | None = None
        self.setModel(self.lines_model)
        dress(self)
        self.setItemDelegate(RowCells(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setAlternatingRowColors(False)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sortIndicatorChanged.connect(self.lines_model.sort)
        self.doubleClicked.connect(lambda _index: self._edit())
        self._make_actions()
        self.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.lines_model.modelReset.connect(self._enable)
        self.lines_model.dress(tokens_of(self.palette()))

    def show_lines(self, kind: LineKind, lines: Sequence[Line]) -> None:
        """Show these lines; what was selected and is still there stays selected, and in its place on screen."""
        anew = kind is not self.lines_model.kind
        kept, row, top = (
            {line.id for line in self.chosen()},
            self.currentIndex().row(),
            self.verticalScrollBar().value(),
        )
        self.lines_model.set_lines(kind, lines)
        if anew or self._owing != self._anybody_owes():
            self._fit_columns()
        if anew:
            self.scrollToTop()
            return
        self._select(self.lines_model.places(kept), row)
        self.verticalScrollBar().setValue(top)

    def select_line(self, line_id: int) -> None:
        """Select one line and bring it into view."""
        places = self.lines_model.places({line_id})
        self._select(places, -1)
        if places:
            self.scrollTo(self.lines_model.index(places[0], 0))

    def chosen(self) -> list[Line]:
        """The lines selected, in the order shown."""
        return [self.lines_model.lines[row] for row in self._rows()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by a key stands on a line, which the next key is about."""
        super().focusInEvent(event)
        by_key = event.reason() is not Qt.FocusReason.MouseFocusReason
        if by_key and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.lines_model.dress(tokens_of(self.palette()))
            self.viewport().update()

    def _rows(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def _select(self, places: Sequence[int], row: int) -> None:
        """Select these rows; with none left, make the row that followed the current one."""
        model = self.lines_model
        here = places[0] if places else min(row, model.rowCount() - 1)
        if here < 0:
            return
        self.selectionModel().setCurrentIndex(model.index(here, 0), _Flag.NoUpdate)
        chosen = QItemSelection()
        for place in places or [here]:
            chosen.select(model.index(place, 0), model.index(place, model.columnCount() - 1))
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def _fit_columns(self) -> None:
        """Dates, sides and amounts get what they need, the names two fifths of what is left, words the rest."""
        header, columns = self.horizontalHeader(), self.lines_model.columns
        self._owing = self._anybody_owes()
        for number, column in enumerate(columns):
            header.setSectionHidden(number, column.key == "paid" and not self._owing)
            stretch = QHeaderView.ResizeMode.Interactive if column.sample else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, stretch)
        shown = [n for n, column in enumerate(columns) if column.sample and not header.isSectionHidden(n)]
        wanted = {number: self._width(columns[number]) for number in shown}
        names = [number for number in shown if columns[number].key in ("who", "for")]
        left = self.viewport().width() - sum(wanted[number] for number in shown if number not in names)
        for number in shown:
            header.resizeSection(number, max(left * _NAMES // 100, 0) if number in names else wanted[number])
        section, order = self.lines_model.sorted_by
        with QSignalBlocker(header):  # the lines are in that order already
            header.setSortIndicator(section, order)

    def _anybody_owes(self) -> bool:
        return any(line.owed for line in self.lines_model.lines)

    def _width(self, column: Column) -> int:
        swatch = _SWATCH if column.key == "side" else 0
        return self.fontMetrics().horizontalAdvance(column.sample) + _PADDING + swatch

    def _make_actions(self) -> None:
        self._edit_action = self._action("Edit…", "Return", "edit", self._edit)
        self._paid_action = self._action("Mark as paid", "P", "check", self._paid)
        self._open_action = self._action("Open the person", "Ctrl+Return", "person", self._open)
        self._copy_action = self._action("Copy", "Ctrl+C", "copy", self.copy)
        self._remove_action = self._action("Remove", "Delete", "delete", self._remove)
        self._enable()

    def _action(self, text: str, keys: str, picture: str, run: Callable[[], object]) -> QAction:
        action = QAction(icon(picture), text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _on: run())
        self.addAction(action)
        return action

    def _enable(self) -> None:
        chosen = self.chosen()
        self._edit_action.setEnabled(len(chosen) == 1)
        self._open_action.setEnabled(len(chosen) == 1 and bool(chosen[0].party_id))
        self._paid_action.setEnabled(any(line.owed for line in chosen))
        self._paid_action.setVisible(self.lines_model.kind is LineKind.SALE)
        self._copy_action.setEnabled(bool(chosen))
        self._remove_action.setEnabled(bool(chosen))
        self._remove_action.setText(f"Remove {len(chosen)} lines" if len(chosen) > 1 else "Remove")

    def _edit(self) -> None:
        for line in self.chosen()[:1]:
            self.edit_wanted.emit(line)

    def _open(self) -> None:
        for line in self.chosen()[:1]:
            if line.party_id:
                self.party_wanted.emit(line.party_id)

    def _paid(self) -> None:
        owed = [line.id for line in self.chosen() if line.owed]
        if owed:
            self.paid_wanted.emit(owed)

    def _remove(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.remove_wanted.emit(chosen)

    def copy(self) -> None:
        """The selected lines as tab-separated text, with their headings."""
        rows = self._rows()
        QGuiApplication.clipboard().setText(self.lines_model.as_text(rows))
        self.copied.emit(len(rows))
