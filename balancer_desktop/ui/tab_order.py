"""The order in which Tab walks a window of several parts.

Qt's own chain follows the order in which widgets were made, and pages are made when they are first shown; containers
that hand their focus on would send Tab from the end of the window into the middle of a page.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def step(parts: Iterable[QWidget], now: QWidget | None, *, forward: bool) -> bool:
    """Give the keys to the stop after `now`, or before it, around the end; False when there is nowhere to go."""
    stops = [stop for part in parts for stop in _stops(part)]
    if not stops:
        return False
    here = next((place for place, stop in enumerate(stops) if stop is now), None)
    if here is None:  # inside a stop, or in none of them
        here = next((place for place, stop in enumerate(stops) if now and stop.isAncestorOf(now)), -1)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(here + 1 if forward else max(here, 0) - 1) % len(stops)].setFocus(reason)
    return True


def _stops(part: QWidget) -> list[QWidget]:
    """What can have the keys in a part that can be seen, in the order in which it was made."""
    return [widget for widget in (part, *part.findChildren(QWidget)) if _is_stop(widget)]


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    seen = widget.isVisible() and widget.isEnabled()
    return bool(by_tab) and seen and widget.focusProxy() is None and not _is_unchosen(widget)


def _is_unchosen(widget: QWidget) -> bool:
    """Of several choices the one that holds is a stop; the arrows go to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, widget)
