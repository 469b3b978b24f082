"""A PNG of the window as the owner would see it: for the README, for bug reports, for machines without a display."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

from balancer_desktop.ui.main_window import MainWindow

_SETTLED = 100
"""Milliseconds: a page follows the row of its table when the keys have paused, which takes 30."""


def save_when_ready(window: QMainWindow | None, file: Path, leave: Callable[[int], None]) -> None:
    """Wait for the chart and the rhythms, then save and leave with 0, or with 1 when the file cannot be written."""
    if window is None:
        leave(1)
    elif isinstance(window, MainWindow):
        window.session.rhythms_ready.connect(lambda: QTimer.singleShot(_SETTLED, lambda: _save(window, file, leave)))
    else:
        QTimer.singleShot(0, lambda: _save(window, file, leave))


def _save(window: QMainWindow, file: Path, leave: Callable[[int], None]) -> None:
    saved = window.grab().save(str(file), "PNG")
    if not saved:
        print(f"balancer-desktop: {file} could not be written. Check the folder.", file=sys.stderr)  # noqa: T201
    window.close()
    leave(0 if saved else 1)
