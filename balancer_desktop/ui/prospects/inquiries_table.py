"""The table of inquiries: worked by letters, its current row kept while the book changes."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from balancer_desktop.app.inquiry_list import InquiryLine
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.money.row_cells import RowCells
from balancer_desktop.ui.prospects.inquiries_model import (
    AGE,
    ASKED,
    HOW,
    KNOWN,
    REFERRER,
    STATE,
    WHO,
    Age,
    InquiriesModel,
)
from balancer_desktop.ui.prospects.inquiry_acts import ACTS, Act
from balancer_desktop.ui.prospects.rows_table import RowsTable
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP

_PADDING = 24
_SAMPLES = {HOW: "Missed call", REFERRER: "Harbour Lane", STATE: "Promised, tomorrow", AGE: "⚠ 2 days 7 h"}
_NAMES = (150, 260)
_LEAST_ASKED = 130


class InquiriesTable(RowsTable):
    """One row is chosen at a time; letters do things to it."""

    act_wanted = Signal(str)
    """The name of the act."""
    chosen_changed = Signal()

    def __init__(self, formats: Formats) -> None:
        self.rows = InquiriesModel(formats)
        super().__init__(self.rows, self.rows.dress, "Inquiries")
        self.setItemDelegateForColumn(WHO, NameCells(self))
        self.horizontalHeader().setSectionsClickable(False)
        self._actions = {act.name: self._action(act) for act in ACTS}
        self.doubleClicked.connect(lambda _index: self.act_wanted.emit("edit"))
        self.selectionModel().currentRowChanged.connect(lambda *_: self._changed())
        self._changed()

    def chosen(self) -> InquiryLine | None:
        row = self.currentIndex().row()
        return self.rows.lines[row] if 0 <= row < len(self.rows.lines) else None

    def show_lines(self, lines: Sequence[InquiryLine], age: Callable[[Inquiry], Age], today: date) -> None:
        """The chosen inquiry stays chosen; when it is gone, the one that took its place."""
        before, row, top = self.chosen(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows.set_lines(lines, age, today)
        self._fit_columns()
        place = self.rows.place(before.inquiry.id) if before else 0
        place = min(max(row, 0), len(lines) - 1) if place < 0 else place
        if lines:
            self.selectRow(place)
            self.verticalScrollBar().setValue(top)
            self.scrollTo(self.currentIndex())
        self._changed()

    def choose(self, inquiry_id: int) -> bool:
        """Make an inquiry the chosen one; False when it is not shown."""
        place = self.rows.place(inquiry_id)
        if place >= 0:
            self.selectRow(place)
            self.scrollTo(self.currentIndex())
        return place >= 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Short words get what they need, the words of the asker the rest.

        A referrer has a column only where there is one; where there is too little room, the card below tells it, and
        how the inquiry came.
        """
        header, wide = self.horizontalHeader(), self.fontMetrics().horizontalAdvance
        states = {self.rows.index(row, STATE).data() or "" for row in range(min(len(self.rows.lines), 200))}
        samples = _SAMPLES | {STATE: max((*states, _SAMPLES[STATE]), key=wide)}
        widths = {column: wide(sample) + _PADDING for column, sample in samples.items()}
        widths[WHO] = min(max(self.viewport().width() // 4, _NAMES[0]), _NAMES[1])
        if not any(line.referrer for line in self.rows.lines):
            del widths[REFERRER]
        for column in (HOW, REFERRER):
            if sum(widths.values()) + _LEAST_ASKED > self.viewport().width():
                widths.pop(column, None)
        for column in (HOW, REFERRER):
            header.setSectionHidden(column, column not in widths)
        for column, width in widths.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(ASKED, QHeaderView.ResizeMode.Stretch)

    def _changed(self) -> None:
        line = self.chosen()
        for act in ACTS:
            fits = line is not None and act.applies(line.inquiry)
            self._actions[act.name].setEnabled(fits)
            self._actions[act.name].setVisible(fits)
        self.chosen_changed.emit()

    def _action(self, act: Act) -> QAction:
        action = QAction(icon(act.picture), act.text, self) if act.picture else QAction(act.text, self)
        action.setToolTip(act.told)
        keys = [QKeySequence(act.key)] + ([QKeySequence("Enter")] if act.key == "Return" else [])
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _on: self.act_wanted.emit(act.name))
        self.addAction(action)
        return action


class NameCells(RowCells):
    """A name, strong, and after it what they are already (the role KNOWN), small and muted."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.font = typeface.strong(option.font)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        known, view = index.data(KNOWN), option.widget
        if not known or not isinstance(view, QTableView):
            return
        said = QStyleOptionViewItem(option)
        self.initStyleOption(said, index)
        words: QRect = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, said, view)
        words.setLeft(words.left() + QFontMetrics(said.font).horizontalAdvance(index.data()) + 2 * GAP)
        small = typeface.small(view.font())
        if words.width() < QFontMetrics(small).horizontalAdvance(known):
            return
        painter.save()
        painter.setFont(small)
        painter.setPen(view.palette().placeholderText().color())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), known)
        painter.restore()
