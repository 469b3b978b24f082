"""The months beside the list: what each comes to, and a click or Enter to list it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.totals import MonthTotals
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.money.months_table_model import MonthsTableModel
from balancer_desktop.ui.money.row_cells import RowCells
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress, stand_on_a_row

_PADDING = 24
_SAMPLES = ("Nov 2026", "99,999.00", "9,999.00", "99,999.00", "1,999 h 59")


class MonthsView(QTableView):
    """`chosen` carries the Month that was clicked or entered."""

    chosen = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.months_model = MonthsTableModel(formats, self.font())
        self.setModel(self.months_model)
        dress(self)
        self.setItemDelegate(RowCells(self))
        self.setAccessibleName("Months")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.months_model.dress(tokens_of(self.palette()))
        self.clicked.connect(self._choose)
        self._fit_columns()

    def show_months(self, months: Sequence[MonthTotals], chosen: Month | None) -> None:
        """Show these months, the chosen one marked and in view."""
        row, top = self.currentIndex().row(), self.verticalScrollBar().value()
        if not self.months_model.set_months(months, chosen):
            return
        marked = self.months_model.row(chosen) if chosen else -1
        self.verticalScrollBar().setValue(top)
        if marked >= 0:
            self.scrollTo(self.months_model.index(marked, 0))
        if max(marked, row) >= 0 and self.hasFocus():
            self.setCurrentIndex(self.months_model.index(marked if marked >= 0 else row, 0))

    def best_width(self) -> int:
        """Wide enough for every figure."""
        return sum(self._width(sample) for sample in _SAMPLES) + self.verticalScrollBar().sizeHint().width()

    def focusInEvent(self, event: QFocusEvent) -> None:
        stand_on_a_row(self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.months_model.dress(tokens_of(self.palette()))
            self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        month = self.months_model.month(index.row())
        if month:
            self.chosen.emit(month)

    def _width(self, sample: str) -> int:
        return QFontMetrics(typeface.strong(self.font())).horizontalAdvance(sample) + _PADDING

    def _fit_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        for number, sample in enumerate(_SAMPLES):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            header.resizeSection(number, self._width(sample))
