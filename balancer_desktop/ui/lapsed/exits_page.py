"""Who left and why, year by year, and how many have to be won to stand still."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from balancer_desktop.app.changes import Changes
from balancer_desktop.app.exits import ExitsSummary, summary
from balancer_desktop.domain.exits import attrition_sentence
from balancer_desktop.ui.labels import title, words
from balancer_desktop.ui.lapsed.bar_delegate import BarDelegate
from balancer_desktop.ui.lapsed.exits_table_model import ExitsTableModel, because_of_us
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, GAP, ROW, TEXT_COLUMNS
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress

_YEAR_WIDTH, _REASON_WIDTH, _WIDEST_REASON = 96, 210, 300
_MOST_YEARS = 10


class ExitsPage(QWidget):
    """As many of the latest years as there is room for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._summary: ExitsSummary | None = None
        self._shown_years = 0
        self._attrition, self._ours = words(name="What to replace a year"), words(name="Because of us", muted=True)
        self.table = QTableView()
        self._model = ExitsTableModel(self.font())
        self._lay_out()
        keep_fresh(self, session, lambda changes: changes.people or changes.work or changes.money, self._refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_model"):
            self._model.dress(tokens_of(self.palette()))

    def _refresh(self, _changes: Changes) -> None:
        self._summary = summary(self._session.book)
        self._attrition.setText(attrition_sentence(self._summary.attrition, self._session.formats.month))
        self._ours.setText(because_of_us(self._summary))
        self._ours.setVisible(bool(self._summary.exits))
        self.table.setVisible(bool(self._summary.exits))
        self._shown_years = 0
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * EDGE - _REASON_WIDTH
        years = max(1, min(_MOST_YEARS, room // _YEAR_WIDTH - 1))
        if self._summary and years != self._shown_years:
            self._shown_years = years
            self._model.show_summary(self._summary, years)
            columns = self._model.columnCount() - 1
            for column in range(1, columns + 1):
                self.table.horizontalHeader().resizeSection(column, _YEAR_WIDTH)
            self.table.setMaximumSize(_WIDEST_REASON + columns * _YEAR_WIDTH, (self._model.rowCount() + 1) * ROW + 2)

    def _lay_out(self) -> None:
        dress(self.table)
        self.table.setModel(self._model)
        self.table.setItemDelegate(BarDelegate(self.table))
        self.table.setAccessibleName("Exits by reason and year")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        self._model.dress(tokens_of(self.palette()))
        longest = TEXT_COLUMNS * self.fontMetrics().averageCharWidth()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        layout.setSpacing(GAP)
        layout.addWidget(title("Who left, and why"))
        for label in (self._attrition, self._ours):
            label.setMaximumWidth(longest)
            layout.addWidget(label)
        layout.addSpacing(GAP)
        layout.addWidget(self.table, 100)
        layout.addStretch(1)
        self.setFocusProxy(self.table)
