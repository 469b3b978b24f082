"""The table of opportunities on screen: the columns that fit, and the owner's place in it."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QSettings, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.people.sign_delegate import SignDelegate
from balancer_desktop.ui.prospects.pipeline_columns import ABOUT, COLUMNS, SIGN, TITLES, WHO
from balancer_desktop.ui.prospects.pipeline_table_model import Index, PipelineTableModel
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress

_Flag = QItemSelectionModel.SelectionFlag
_MOUSE = QContextMenuEvent.Reason.Mouse
_KEY = "prospects/table/without"
_WIDEST_WHO = 300
_SIGN_ROOM = 22
_ARROW = 20


class PipelineTable(QTableView):
    """Letters are commands here, not a search. What has no room gives way, so that nothing is scrolled sideways."""

    chosen = Signal()
    copied = Signal(int)
    """So many rows are on the clipboard."""

    def __init__(self, model: PipelineTableModel, settings: QSettings) -> None:
        super().__init__()
        self._pipeline, self._settings = model, settings
        self._kept, self._kept_row = 0, 0
        self._without = {title for title in str(settings.value(_KEY, "")).split(",") if title in TITLES}
        dress(self)
        self.setModel(model)
        self.setItemDelegate(SignDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSortIndicator(SIGN, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.columns_menu().popup(header.mapToGlobal(at)))
        self.setSortingEnabled(True)
        model.dress(tokens_of(self.palette()))
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._take_up)

    def current(self) -> Card | None:
        row = self.currentIndex().row()
        return self._pipeline.shown[row] if 0 <= row < len(self._pipeline.shown) else None

    def go_to(self, row: int) -> None:
        """Choose a row, the nearest there is; none for a negative one."""
        count = len(self._pipeline.shown)
        if row < 0:
            self._kept, self._kept_row = 0, -1
            self.selectionModel().clear()
        elif count:
            index = self._pipeline.index(min(row, count - 1), WHO)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            self.scrollTo(index)

    def columns_menu(self) -> QMenu:
        """Every column, to be ticked; who it is for always stays."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, title in enumerate(TITLES):
            wanted = title not in self._without
            room = "" if not wanted or not self.isColumnHidden(number) else " (no room)"
            action = menu.addAction(f"{title}{room}")
            action.setToolTip(COLUMNS[number].tip)
            action.setCheckable(True)
            action.setChecked(wanted)
            action.setEnabled(number != WHO)
            action.toggled.connect(lambda on, title=title: self._want(title, on=on))
        return menu

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies what is listed, in the columns on screen."""
        if event.matches(QKeySequence.StandardKey.Copy):
            shown = [number for number in range(len(COLUMNS)) if not self.isColumnHidden(number)]
            QGuiApplication.clipboard().setText(self._pipeline.tsv(shown))
            self.copied.emit(len(self._pipeline.shown))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do things to the chosen row; none may carry the owner off to another."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.selectionModel().hasSelection():
            self.go_to(max(self.currentIndex().row(), 0))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Beside the rows there is no menu: it would be about one that is elsewhere."""
        menu = event if isinstance(event, QContextMenuEvent) and event.reason() is _MOUSE else None
        if menu and not self.indexAt(menu.pos()).isValid():
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_pipeline"):
            self._pipeline.dress(tokens_of(self.palette()))

    def fit(self) -> None:
        """Those that fit; what is left goes to whom it is for, and what about."""
        widths = [self._width(number) for number in range(len(COLUMNS))]
        shown = {number for number, title in enumerate(TITLES) if title not in self._without}
        room = self.viewport().width()
        for number in sorted(shown, key=lambda number: -COLUMNS[number].gives_way):
            if sum(widths[n] for n in shown) <= room or not COLUMNS[number].gives_way:
                break
            shown.discard(number)
        spare = room - sum(widths[number] for number in shown)
        who = widths[WHO] + (min(spare // 2, _WIDEST_WHO - widths[WHO]) if ABOUT in shown else spare)
        for number in range(len(COLUMNS)):
            self.setColumnHidden(number, number not in shown)
            self.setColumnWidth(number, widths[number])
        self.setColumnWidth(WHO, who)
        if ABOUT in shown:
            self.setColumnWidth(ABOUT, widths[ABOUT] + spare - (who - widths[WHO]))

    def _width(self, number: int) -> int:
        words, column = QFontMetrics(self.font()).horizontalAdvance, COLUMNS[number]
        heading = words(column.heading(self._pipeline.reading)) + (_ARROW if column.right else GAP)
        sign = _SIGN_ROOM if number == SIGN else 0
        return max(words(column.sample) + sign, heading) + BETWEEN + GAP // 2

    def _want(self, title: str, *, on: bool) -> None:
        self._without.discard(title) if on else self._without.add(title)
        self._settings.setValue(_KEY, ",".join(sorted(self._without)))
        self.fit()

    def _keep(self) -> None:
        card = self.current()
        if card:
            self._kept, self._kept_row = card.opportunity.id, self.currentIndex().row()

    def _take_up(self) -> None:
        """What is new, or was chosen, or else stands in its place."""
        if self._pipeline.fresh:
            self._kept, self._pipeline.fresh = self._pipeline.fresh, 0
        place = self._pipeline.place_of(self._kept)
        self.go_to(place if place >= 0 else self._kept_row)
        self.chosen.emit()
