"""How every table stands: rows of one height, no grid, room beside the words, headings in line with them."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QProxyStyle, QStyle, QStyleOption, QTableView, QWidget

from balancer_desktop.ui.theme.metrics import ROW
from balancer_desktop.ui.theme.style import BalancerStyle

_Metric = QStyle.PixelMetric
_ROOM = 7
"""Left and right of a cell's text; Fusion adds one more."""


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
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric is _Metric.PM_HeaderMargin:
            return _ROOM + 1
        return QProxyStyle.pixelMetric(self, metric, option, widget)


@cache
def _cells() -> QStyle:
    """One for all tables: a widget does not own the style it is given."""
    return _Cells("Fusion")


@cache
def _headings() -> QStyle:
    return _Headings()
