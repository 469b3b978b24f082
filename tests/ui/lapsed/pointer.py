"""Dragging without a hand: the events a drag sends to where it passes and is dropped."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_MOVE = Qt.DropAction.MoveAction
_BUTTON, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def hover(target: QWidget, mime: QMimeData, at: QPoint) -> bool:
    """Move what is dragged over a place; whether it could be dropped there."""
    QApplication.sendEvent(target, QDragEnterEvent(at, _MOVE, mime, _BUTTON, _NO_KEY))
    move = QDragMoveEvent(at, _MOVE, mime, _BUTTON, _NO_KEY)
    move.ignore()
    QApplication.sendEvent(target, move)
    return move.isAccepted()


def drop(target: QWidget, mime: QMimeData, at: QPoint) -> bool:
    """Let it go over a place that takes it; whether it was taken."""
    if not hover(target, mime, at):
        return False
    event = QDropEvent(QPointF(at), _MOVE, mime, _BUTTON, _NO_KEY)
    QApplication.sendEvent(target, event)
    return event.isAccepted()
