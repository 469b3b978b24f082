"""The Balance panel: the finding, the figures, the chart, its table, and the entries behind a bar.

It is given numbers and never asks for any: what it wants is in its signals.
"""

from collections.abc import Sequence
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.domain.mix import Measure, Mix
from balancer_desktop.domain.mix_finding import finding, is_empty
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance.finding_label import Finding
from balancer_desktop.ui.balance.late_chart import LateChart
from balancer_desktop.ui.balance.measure_switch import MeasureSwitch
from balancer_desktop.ui.balance.read_out import ReadOut
from balancer_desktop.ui.balance.stand_ins import EmptyChart, Placeholder
from balancer_desktop.ui.balance.words import EMPTY, entries_title
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.keys_here import has_keys
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP, ICON, ROW

if TYPE_CHECKING:  # the table and the entries come when they are wanted: the window opens sooner
    from balancer_desktop.ui.balance.entries_list import EntriesList, EntryRow
    from balancer_desktop.ui.balance.mix_table import MixTable

TABLE_KEY = "Ctrl+T"
_SIDE_BY_SIDE = 1000
"""Pixels from which the entries stand beside the chart instead of under it."""
_ONE_UNDER_THE_OTHER = 900
"""Pixels of height from which the entries stand under the chart instead of in its place."""


class BalancePanel(QWidget):
    """Beside every tab. Give it set_mix; answer drill with show_entries."""

    measure_changed = Signal(object)
    """Measure: the owner wants to see another one; answer with set_mix."""
    drill = Signal(object, object, object)
    """Month, Side, Measure: the owner wants the entries behind a piece of a bar; answer with show_entries."""
    party_opened = Signal(int)
    collapse_requested = Signal()
    fill_requested = Signal()
    chart_ready = Signal()
    """The chart has taken the placeholder's place."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._mix: Mix | None = None
        self.listed: tuple[Month, Side] | None = None
        """What the entries are listed for, or None when they are not shown."""
        self._chart: Any = None  # a BalanceChart, whose module is not here yet
        self._late = LateChart()
        self._late.ready.connect(self._build_chart)
        self._late.failed.connect(self._do_without_chart)
        self.setAccessibleName("Balance")
        self._title = Finding()
        self._switch = MeasureSwitch()
        self._switch.chosen.connect(self.measure_changed)
        self._read_out = ReadOut(formats)
        self._placeholder = Placeholder()
        self._message = EmptyChart()
        for stand_in in (self._placeholder, self._message):
            # Queued: the whole window is painted first, and not slowed down by the import.
            stand_in.painted.connect(self._late.start, Qt.ConnectionType.QueuedConnection)
        self._stack = QStackedWidget()
        for page in (self._placeholder, self._message):
            self._stack.addWidget(page)
        self._lay_out()
        shortcut = QShortcut(QKeySequence(TABLE_KEY), self, self._table_button.click)
        shortcut.setContext(_WITHIN)  # a keyword for it in the constructor is ignored

    # -- what is shown ------------------------------------------------------------------------------------------

    def set_mix(self, mix: Mix) -> None:
        """Shows these numbers from now on, in place; the same ones cost nothing."""
        if mix == self._mix:
            return
        self._mix = mix
        text = finding(mix)
        self._title.show_text(text)
        self._switch.show_measure(mix.measure)
        self._read_out.set_mix(mix)
        self._read_out.setVisible(not is_empty(mix))
        self._message.show_sentence(EMPTY[mix.measure])
        if self._chart is not None:
            self._chart.set_mix(mix)
        self._show_page()

    def show_entries(self, month: Month, side: Side, rows: Sequence["EntryRow"]) -> None:
        """Lists the entries behind a piece of a bar: the answer to drill, and again whenever they changed."""
        measure = self._mix.measure if self._mix else Measure.HOURS
        title = entries_title(month, side, measure, [row.amount for row in rows], self._formats)
        self._entries.show_rows(title, rows, measure)
        shown, self.listed = self.listed is not None, (month, side)
        if not shown:
            self._entries.show()
            self._arrange()
            self._entries.take_focus()
        if self._chart is not None:
            self._chart.mark(month, side)

    def close_entries(self) -> None:
        if self.listed is not None:
            self.listed = None
            self._entries.hide()
            self._arrange()
        if self._chart is not None:
            self._chart.mark(None)
        page = self._stack.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_filled(self, *, filled: bool) -> None:
        """Tells whether the panel has the window to itself, for the button that changes it."""
        _face(self._fill_button, *(_UNFILL if filled else _FILL))

    @property
    def chart(self) -> Any:
        """The BalanceChart, or None while it is being brought in."""
        return self._chart

    # -- pieces -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._table_button = _button(*_TABLE)
        self._table_button.setCheckable(True)
        self._table_button.toggled.connect(self._show_page)
        self._fill_button = _button(*_FILL)
        self._fill_button.clicked.connect(self.fill_requested)
        collapse = _button(*_COLLAPSE)
        collapse.clicked.connect(self.collapse_requested)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self._switch, 1)
        for button in (self._table_button, self._fill_button, collapse):
            tools.addWidget(button)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(BETWEEN)
        self._body.addWidget(self._stack, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addLayout(tools)
        column.addWidget(self._read_out)
        column.addLayout(self._body, 1)

    @cached_property
    def _table(self) -> "MixTable":
        from balancer_desktop.ui.balance.mix_table import MixTable, MixTableModel

        made = MixTable(MixTableModel(self._formats, self))
        self._stack.addWidget(made)
        return made

    @cached_property
    def _entries(self) -> "EntriesList":
        from balancer_desktop.ui.balance.entries_list import EntriesList

        made = EntriesList(self._formats)
        made.party_opened.connect(self.party_opened)
        made.closed.connect(self.close_entries)
        self._body.addWidget(made, 2)
        return made

    def _show_page(self) -> None:
        """The table when it is wanted, a sentence when there is nothing to draw, else the chart or its stand-in."""
        empty = self._mix is not None and is_empty(self._mix)
        chart = self._placeholder if self._chart is None else self._chart
        tabular = self._table_button.isChecked() and not empty
        page = self._message if empty else self._table if tabular else chart
        self._table_button.setEnabled(not empty)
        if tabular and self._mix is not None:
            self._table.show_mix(self._mix)
        if page is not self._stack.currentWidget():
            focused = has_keys(self._stack)
            self._stack.setCurrentWidget(page)
            if focused:
                page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_chart(self, module: ModuleType) -> None:
        self._chart = module.BalanceChart(self._formats)
        self._chart.pointed.connect(self._read_out.point)
        self._chart.picked.connect(self._drill)
        self._stack.addWidget(self._chart)
        if self._mix is not None:
            self._chart.set_mix(self._mix)
        if self.listed is not None:
            self._chart.mark(*self.listed)
        self._show_page()
        self.chart_ready.emit()

    def _do_without_chart(self, why: str) -> None:
        self._title.show_text(f"The chart cannot be drawn here ({why}). Your numbers are safe: this table shows them.")
        self._table_button.setChecked(True)

    def _drill(self, month: Month, side: Side) -> None:
        if self._mix is not None:
            self.drill.emit(month, side, self._mix.measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Entries beside the chart, under it, or in its place, as there is room."""
        wide, high = self.width() >= _SIDE_BY_SIDE, self.height() >= _ONE_UNDER_THE_OTHER
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._stack.setVisible(wide or high or self.listed is None)

    def sizeHint(self) -> QSize:
        return QSize(420, 700)


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
_TABLE = ("table", "Show the numbers as a table", f"Show the numbers as a table ({TABLE_KEY})")
_FILL = ("expand", "Fill the window", "Fill the window with the balance")
_UNFILL = ("collapse", "Back beside the tabs", "Put the balance back beside the tabs")
_COLLAPSE = ("panel-hide", "Hide the balance", "Hide the balance")


def _button(name: str, text: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setAutoRaise(True)
    made.setIconSize(QSize(ICON, ICON))
    made.setFixedSize(ROW - 2, ROW - 2)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    _face(made, name, text, tip)
    return made


def _face(button: QToolButton, name: str, text: str, tip: str) -> None:
    button.setIcon(icon(name))
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
