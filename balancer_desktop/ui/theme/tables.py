"""How every table stands: rows of one height, no grid, room beside the words, headings in line with them."""

from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QTableView,
    QWidget,
)

from balancer_desktop.ui.theme.metrics import ROW
from balancer_desktop.ui.theme.style import BalancerStyle

_Metric = QStyle.PixelMetric
_UNSORTED = QStyleOptionHeader.SortIndicator.None_
_ARROW = 14
_ROOM = 7
"""Left and right of a cell's text; Fusion adds one more."""


def stand_on_a_row(view: QTableView) -> None:
    """Before a table gets the keys: choose the current row, or the first one, where nothing is chosen.

    Qt makes a cell current then, which shows as a mere outline.
    """
    if not view.selectionModel().hasSelection():
        view.selectRow(max(view.currentIndex().row(), 0))


def dress(view: QTableView) -> None:
    """Rows of 30 px, whole rows selected, nothing drawn between cells."""
    view.setStyle(_cells())
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows, headings = view.verticalHeader(), view.horizontalHeader()
    rows.setVisible(False)
    rows.setDefaultSectionSize(ROW)
    headings.setStyle(_headings())
    headings.setHighlightSections(False)
    headings.setMinimumHeight(ROW)
    headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Cells(QProxyStyle):
    """Fusion itself, for speed, with room beside the text."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric is _Metric.PM_FocusFrameHMargin:
            return _ROOM
        return QProxyStyle.pixelMetric(self, metric, option, widget)


class _Headings(BalancerStyle):
    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element is QStyle.ControlElement.CE_HeaderLabel and _sorted_and_right(option):
            option.rect.setRight(option.rect.right() - _ARROW)  # Fusion would draw the sort arrow over the words
        super().drawControl(element, option, painter, widget)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric is _Metric.PM_HeaderMargin:
            return _ROOM + 1
        return QProxyStyle.pixelMetric(self, metric, option, widget)


def _sorted_and_right(option: Any) -> bool:
    sorted_by = getattr(option, "sortIndicator", _UNSORTED) != _UNSORTED
    return sorted_by and bool(option.textAlignment & Qt.AlignmentFlag.AlignRight)


@cache
def _cells() -> QStyle:
    """One for all tables: a widget does not own the style it is given."""
    return _Cells("Fusion")


@cache
def _headings() -> QStyle:
    return _Headings()
