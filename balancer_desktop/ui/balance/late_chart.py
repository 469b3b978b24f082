"""Brings in pyqtgraph after the window stands, without holding it up."""

import os
import sys
from importlib import import_module
from threading import Thread
from types import ModuleType

from PySide6.QtCore import QObject, Qt, Signal

from balancer_desktop.ui import garbage

CHART = "balancer_desktop.ui.balance.chart"


class LateChart(QObject):
    """Imports the chart's module in a worker thread; on the caller's thread it would stall for a third of a second."""

    ready = Signal(object)
    """The module, on the thread this object lives in."""
    failed = Signal(str)
    """Why it could not be imported."""
    _done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._started = False
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Only the first call counts. At once when it is there already, as for a second window."""
        if self._started:
            return
        self._started = True
        _under_way.add(self)
        module = sys.modules.get(CHART)
        if module is not None and hasattr(module, "BalanceChart"):  # whole, not half imported by another window
            garbage.rest()
            self._done.emit(module)
            return
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # no worker threads for a library that only counts bars
        garbage.rest()
        Thread(target=self._import, name="chart import").start()

    def _import(self) -> None:
        try:
            outcome: ModuleType | Exception = import_module(CHART)
        except Exception as problem:
            outcome = problem
        self._done.emit(outcome)

    def _tell(self, outcome: ModuleType | Exception) -> None:
        garbage.resume()
        _under_way.discard(self)
        if isinstance(outcome, Exception):
            self.failed.emit(str(outcome))
        else:
            self.ready.emit(outcome)


# Keeps each one alive until its thread is done, even when the window it was for has been closed meanwhile.
_under_way: set[LateChart] = set()
