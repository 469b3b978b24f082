"""Fusion with its gradients taken out: flat buttons, fields, tabs and headers, and one clear focus mark.

Measured on a window of six tabs and tables (2 cores): a Python pixelMetric costs 16 ms of start-up, an application
stylesheet 30 ms, these two draw overrides 3 ms. Hence sizes stand in `metrics`, not here, and rows of tables
bypass the overrides altogether (`tables.dress`). There is no polish(): it is handed widgets of Qt's own that Python
has not seen, and to name them PySide makes the classes of all widgets there are, 7 ms before the first paint.
"""

from typing import Any

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QWidget,
)

from balancer_desktop.ui.theme.flat import CONTROLS, PRIMITIVES, scroll_bar
from balancer_desktop.ui.theme.metrics import UNIT

_Complex = QStyle.ComplexControl
_LINE_EDIT = QStyle.SubElement.SE_LineEditContents


class BalancerStyle(QProxyStyle):
    """Draws what its two tables name and leaves the rest to Fusion."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: Any = None) -> QRect:
        """In fields with an edge there is room between it and the text."""
        rect = QProxyStyle.subElementRect(self, element, option, widget)
        framed = element is _LINE_EDIT and isinstance(option, QStyleOptionFrame) and option.lineWidth > 0
        return rect.adjusted(UNIT, 0, -UNIT, 0) if framed else rect

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        own = PRIMITIVES.get(element)
        if own is None:
            QProxyStyle.drawPrimitive(self, element, option, painter, widget)
        else:
            own(option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        own = CONTROLS.get(element)
        if own is None:
            QProxyStyle.drawControl(self, element, option, painter, widget)
        else:
            own(option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is _Complex.CC_ScrollBar:
            part = QStyle.SubControl.SC_ScrollBarSlider
            slider = self.subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # the stub omits None
            scroll_bar(option, painter, QRectF(slider))
        else:
            QProxyStyle.drawComplexControl(self, control, option, painter, widget)
