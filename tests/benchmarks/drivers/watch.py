"""Watching from inside a process: when a widget is first painted, and how long the window was deaf."""

import sys
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Calls `then` once, when the widget's first paint is on the screen: Qt paints children after their parent,
    so the call waits until the painting under way is done."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then, self._seen = widget, then, False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            self._widget.removeEventFilter(self)
            self._then()
            return True
        return super().event(event)


class Stall:
    """The longest time, in seconds, that a timer of one millisecond had to wait."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, monotonic()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


class Application(QApplication):
    """Hands over its first window the moment before events are first handled: nothing has been painted yet.

    A program that takes the application it finds is watched this way without knowing.
    """

    def __init__(self, watch: Callable[[QWidget], None]) -> None:
        super().__init__(sys.argv[:1])
        self._watch = watch

    def exec(self) -> int:
        (window,) = (widget for widget in self.topLevelWidgets() if widget.isVisible())
        self._watch(window)
        return super().exec()
