"""What would come in, row by row, before it does."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from balancer_desktop.app.importing.planned import ImportPlan, Status
from balancer_desktop.ui import labels
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.importing.batch import OpenSheet
from balancer_desktop.ui.importing.check_table_model import (
    AMOUNT,
    COLUMNS,
    DATE,
    FILE,
    LINE,
    STATUS,
    TEXT,
    WHO,
    WHY,
    CheckTableModel,
)
from balancer_desktop.ui.importing.reader import PREVIEWED
from balancer_desktop.ui.importing.status_filter import StatusFilter
from balancer_desktop.ui.importing.totals_view import TotalsView
from balancer_desktop.ui.importing.words import rows
from balancer_desktop.ui.money.row_cells import RowCells
from balancer_desktop.ui.theme.metrics import FIELD, GAP
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress

_WIDTHS = {FILE: 124, LINE: 64, STATUS: 120, WHO: 170, DATE: 104, AMOUNT: 104, TEXT: 170}


class CheckPage(QWidget):
    """Wrong rows hold the import back until the owner leaves them out."""

    consented = Signal()
    """The owner has checked, or unchecked, that wrong rows are left out."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._plan: ImportPlan | None = None
        self._sum = labels.words(name="What the new sales come to", muted=True)
        self.totals, self.filter = TotalsView(formats), StatusFilter(formats)
        self.table, self._model = QTableView(), CheckTableModel(formats, self)
        self._why = labels.words(name="Why, for the chosen row")
        self._more = labels.words(name="How much is shown", muted=True)
        self.leave_out = QCheckBox()
        self._make_table()
        self._lay_out()
        self.filter.chosen.connect(self._model.set_filter)
        self.leave_out.toggled.connect(lambda _on: self.consented.emit())
        self._model.modelReset.connect(self._reset)
        self.table.selectionModel().currentRowChanged.connect(self._tell_why)

    @property
    def plan(self) -> ImportPlan | None:
        """The plan as the owner consents to it."""
        if self._plan is None or not self.leave_out.isChecked():
            return self._plan
        return self._plan.leaving_out_wrong()

    def show_plan(self, plan: ImportPlan, sheets: Sequence[OpenSheet]) -> None:
        """sheets: what it is made of."""
        self._plan = plan
        self._sum.setText(f"The new sales come to {self._formats.money(plan.sales_total, symbol=True)}.")
        self._sum.setVisible(bool(plan.sales))
        self.totals.show_counts(plan.counts)
        self.filter.show_counts({status: _count(plan, status) for status in Status})
        self._model.show_plan(plan)
        self._fit(len(sheets))
        self._more.setVisible(any(sheet.look.count > PREVIEWED for sheet in sheets))
        self.leave_out.setVisible(bool(plan.wrong))
        self.leave_out.setChecked(False)
        self.leave_out.setText(f"Leave out the {rows(plan.wrong, self._formats)} that cannot be read")

    def focus_first(self) -> None:
        """Where there is something to decide, else where there is something to read."""
        self.table.selectRow(0)
        (self.leave_out if self._plan and self._plan.wrong else self.table).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "leave_out"):
            self._model.dress(tokens_of(self.palette()))
            if self._plan:
                self.totals.show_counts(self._plan.counts)

    def _make_table(self) -> None:
        dress(self.table)
        self.table.setModel(self._model)
        self._model.dress(tokens_of(self.palette()))
        self.table.setItemDelegate(RowCells(self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName("The rows to come in")
        headings = self.table.horizontalHeader()
        headings.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        headings.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        first = self._formats.number(PREVIEWED)
        self._more.setText(f"The first {first} rows of each sheet are shown, and as many of the wrong ones.")
        self.leave_out.setMinimumHeight(FIELD)
        self.leave_out.setToolTip("Everything else comes in; correct those rows and import the file again later")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._sum)
        layout.addWidget(self.totals)
        layout.addSpacing(GAP)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        for widget in (self._why, self._more, self.leave_out):
            layout.addWidget(widget)

    def _fit(self, sheets: int) -> None:
        """Columns in which nothing stands are not shown."""
        shown = self._model.shown
        self.table.setColumnHidden(FILE, sheets < 2)
        self.table.setColumnHidden(DATE, not any(row.on for row in shown))
        self.table.setColumnHidden(AMOUNT, not any(row.value for row in shown))
        self.table.setColumnHidden(TEXT, not any(row.text for row in shown))
        self.table.setColumnHidden(WHY, not any(row.why for row in shown if row.status is not Status.WRONG))

    def _reset(self) -> None:
        """Other rows are shown: what is wrong takes the width of the columns that a wrong row cannot fill."""
        self._tell_why(QModelIndex())
        self.table.clearSpans()
        for place, row in enumerate(self._model.shown):
            if row.status is Status.WRONG:
                self.table.setSpan(place, WHO, 1, len(COLUMNS) - WHO)

    def _tell_why(self, current: QModelIndex) -> None:
        """In full, because a table cuts it off."""
        why = self._model.at(current.row()).why if current.isValid() else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))


def _count(plan: ImportPlan, status: Status) -> int:
    return sum(getattr(counts, status.value) for counts in plan.counts.values())
