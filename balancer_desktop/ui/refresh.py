"""Screens refresh when they can be seen: a hidden one is marked stale and catches up when it is shown."""

from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from balancer_desktop.app.changes import EVERYTHING, Changes
from balancer_desktop.ui.session import Session


def keep_fresh(
    widget: QWidget,
    session: Session,
    concerns: Callable[[Changes], bool],
    refresh: Callable[[Changes], None],
    pause_ms: int = 0,
) -> None:
    """Call refresh(changes) for every change that concerns the widget, at once or when it is next shown.

    The first showing gets EVERYTHING. Changes that come while it is hidden are merged into one, and so are those of a
    pause: what is not looked at first leaves others the time to be painted.
    """
    _Keeper(widget, session, concerns, refresh, pause_ms)


def merged(one: Changes, other: Changes) -> Changes:
    """The changes that say what both say; parties are unknown as soon as one side's are."""
    flags = {f.name: getattr(one, f.name) or getattr(other, f.name) for f in fields(Changes) if f.name != "parties"}
    known = one.parties is not None and other.parties is not None
    return Changes(**flags, parties=(one.parties or frozenset()) | (other.parties or frozenset()) if known else None)


class _Keeper(QObject):
    def __init__(
        self,
        widget: QWidget,
        session: Session,
        concerns: Callable[[Changes], bool],
        refresh: Callable[[Changes], None],
        pause_ms: int,
    ) -> None:
        super().__init__(widget)
        self._widget, self._concerns, self._refresh = widget, concerns, refresh
        self._missed: Changes | None = EVERYTHING
        self._pause = QTimer(self, singleShot=True, interval=pause_ms) if pause_ms else None
        if self._pause:
            self._pause.timeout.connect(self._catch_up)
        widget.installEventFilter(self)
        session.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if not self._concerns(changes):
            return
        if self._widget.isVisible() and self._pause is None:
            self._refresh(changes)
            return
        self._missed = changes if self._missed is None else merged(self._missed, changes)
        if self._widget.isVisible() and self._pause and not self._pause.isActive():
            self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._catch_up()
        elif event.type() == QEvent.Type.Hide and self._pause:
            self._pause.stop()  # nobody looks, and the book may be about to be closed
        return super().eventFilter(watched, event)

    def _catch_up(self) -> None:
        if self._missed is not None:
            missed, self._missed = self._missed, None
            self._refresh(missed)
