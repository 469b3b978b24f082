"""How single controls look when drawn flat: a fill, a hair line, an accent where the focus is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStyle,
    QStyleOptionButton,
    QStyleOptionTab,
    QTextEdit,
    QToolButton,
    QWidget,
)

from balancer_desktop.ui.theme.metrics import RADIUS
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tokens import Tokens, mixed

# PySide's stubs give options no common `state`, `rect`, `palette`; they all have them.
Draw = Callable[[Any, QPainter, QWidget | None], None]
_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement


def _box(painter: QPainter, rect: QRectF, fill: str | None, edge: str | None, width: float = 1.0) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else QBrush())
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
    painter.restore()


def _face(option: Any, tokens: Tokens, rest: str | None) -> str | None:
    """The fill of a button as it is: off, hovered, pressed or on."""
    state = option.state
    if not state & _State.State_Enabled:
        return tokens.surface if rest else None
    if state & _State.State_Sunken:
        return mixed(tokens.selected, tokens.accent, 0.15)
    if state & _State.State_On:
        return tokens.selected
    return tokens.hover if state & _State.State_MouseOver else rest


def _push_button(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    tokens = tokens_of(option.palette)
    button = isinstance(option, QStyleOptionButton)  # an editable combo box has its button drawn with a frame's option
    default = button and bool(option.features & option.ButtonFeature.DefaultButton)
    flat = button and bool(option.features & option.ButtonFeature.Flat)
    enabled = bool(option.state & _State.State_Enabled)
    edge = tokens.accent if default and enabled else tokens.control if enabled else tokens.line
    face = _face(option, tokens, None if flat else tokens.raised)
    if face or not flat:
        _box(painter, QRectF(option.rect), face, None if flat else edge, 1.6 if default else 1.0)
    if option.state & _State.State_HasFocus:  # combo boxes, too, are drawn here, and get no other mark
        _box(painter, QRectF(option.rect), None, tokens.accent, 2.0)


def _tool_button(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    tokens = tokens_of(option.palette)
    raised = bool(option.state & _State.State_AutoRaise)
    face = _face(option, tokens, None if raised else tokens.raised)
    if face or not raised:
        _box(painter, QRectF(option.rect), face, None if raised else tokens.control)


def _field(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    """A line edit with a frame; one without (inside a table or a spin box) is only filled."""
    base = option.palette.base().color().name()
    if option.lineWidth <= 0:
        painter.fillRect(option.rect, option.palette.base())
    else:
        _field_edge(option, painter, base)


def _field_edge(option: Any, painter: QPainter, base: str) -> None:
    tokens, state = tokens_of(option.palette), option.state
    if state & _State.State_HasFocus:
        _box(painter, QRectF(option.rect), base, tokens.accent, 2.0)
    else:
        _box(painter, QRectF(option.rect), base, tokens.control if state & _State.State_Enabled else tokens.line)


def _focus(option: Any, painter: QPainter, widget: QWidget | None) -> None:
    """Around what has the focus; Fusion would draw a tool button's inside it."""
    rect = widget.rect() if isinstance(widget, QToolButton) else option.rect
    _box(painter, QRectF(rect), None, tokens_of(option.palette).accent, 2.0)


def _frame(option: Any, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        _field_edge(option, painter, option.palette.base().color().name())
        return
    painter.save()
    painter.setPen(QColor(tokens_of(option.palette).line))
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    painter.restore()


def _tab_base(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    rect = option.rect
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens_of(option.palette).line))


def _tab(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    """A word on the surface; the chosen one is underlined in the accent."""
    tokens, rect = tokens_of(option.palette), option.rect
    chosen = bool(option.state & _State.State_Selected)
    if not chosen and option.state & _State.State_MouseOver:
        _box(painter, QRectF(rect).adjusted(2, 4, -2, -4), tokens.hover, None)
    if chosen:
        painter.fillRect(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 3, QColor(tokens.accent))
    if chosen and isinstance(option, QStyleOptionTab) and option.state & _State.State_HasFocus:
        _box(painter, QRectF(rect).adjusted(2, 3, -2, -4), None, tokens.accent, 2.0)


def _header(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    tokens, rect = tokens_of(option.palette), option.rect
    hovered = option.state & _State.State_MouseOver and option.state & _State.State_Enabled
    painter.fillRect(rect, QColor(tokens.hover if hovered else tokens.surface))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))


def _splitter(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    """A hair line in the middle of the handle; the accent while it is under the pointer."""
    tokens, middle = tokens_of(option.palette), QRectF(option.rect).center()
    rect = QRectF(option.rect)
    moving = bool(option.state & _State.State_MouseOver)
    painter.save()
    painter.setPen(QPen(QColor(tokens.accent if moving else tokens.line), 2 if moving else 1))
    if option.state & _State.State_Horizontal:
        painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), rect.bottom()))
    else:
        painter.drawLine(QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y()))
    painter.restore()


def _mark_box(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    """A check box: filled with the accent when on, a dash when in between."""
    tokens, rect = tokens_of(option.palette), QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    on, partly = option.state & _State.State_On, option.state & _State.State_NoChange
    painter.save()
    _indicator_pens(option, painter, tokens, filled=bool(on or partly))
    painter.drawRoundedRect(rect, 3, 3)
    tick = QPainterPath()
    if on:
        tick.moveTo(rect.left() + 0.22 * rect.width(), rect.top() + 0.53 * rect.height())
        tick.lineTo(rect.left() + 0.43 * rect.width(), rect.top() + 0.73 * rect.height())
        tick.lineTo(rect.left() + 0.79 * rect.width(), rect.top() + 0.29 * rect.height())
    elif partly:
        tick.moveTo(rect.left() + 0.25 * rect.width(), rect.center().y())
        tick.lineTo(rect.left() + 0.75 * rect.width(), rect.center().y())
    painter.strokePath(tick, QPen(QColor(tokens.on_accent), 1.8))
    painter.restore()


def _radio(option: Any, painter: QPainter, _widget: QWidget | None) -> None:
    tokens, rect = tokens_of(option.palette), QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    on = bool(option.state & _State.State_On)
    painter.save()
    _indicator_pens(option, painter, tokens, filled=on)
    painter.drawEllipse(rect)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_accent))
        painter.drawEllipse(rect.center(), rect.width() * 0.2, rect.height() * 0.2)
    painter.restore()


def _indicator_pens(option: Any, painter: QPainter, tokens: Tokens, *, filled: bool) -> None:
    enabled = bool(option.state & _State.State_Enabled)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(tokens.control if not (filled and enabled) else tokens.accent))
    painter.setBrush(QColor(tokens.accent if filled and enabled else tokens.line if filled else tokens.raised))


def scroll_bar(option: Any, painter: QPainter, slider: QRectF) -> None:
    """A rounded handle on bare ground; slider is where the handle stands."""
    tokens = tokens_of(option.palette)
    painter.save()
    painter.fillRect(option.rect, QColor(tokens.surface))
    if option.maximum > option.minimum:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        near = option.state & _State.State_MouseOver or option.state & _State.State_Sunken
        painter.setBrush(QColor(tokens.control if near else mixed(tokens.control, tokens.surface, 0.4)))
        across = option.state & _State.State_Horizontal
        handle = slider.adjusted(1, 4, -1, -4) if across else slider.adjusted(4, 1, -4, -1)
        painter.drawRoundedRect(handle, 3, 3)
    painter.restore()


def _nothing(_option: Any, _painter: QPainter, _widget: QWidget | None) -> None:
    """For frames that only add lines."""


PRIMITIVES: dict[QStyle.PrimitiveElement, Draw] = {
    _Primitive.PE_PanelButtonCommand: _push_button,
    _Primitive.PE_PanelButtonTool: _tool_button,
    _Primitive.PE_PanelLineEdit: _field,
    _Primitive.PE_IndicatorCheckBox: _mark_box,
    _Primitive.PE_IndicatorRadioButton: _radio,
    _Primitive.PE_FrameFocusRect: _focus,
    _Primitive.PE_Frame: _frame,
    _Primitive.PE_FrameTabBarBase: _tab_base,
    _Primitive.PE_FrameTabWidget: _nothing,
    _Primitive.PE_FrameStatusBarItem: _nothing,
}

CONTROLS: dict[QStyle.ControlElement, Draw] = {
    _Control.CE_TabBarTabShape: _tab,
    _Control.CE_HeaderSection: _header,
    _Control.CE_Splitter: _splitter,
}
