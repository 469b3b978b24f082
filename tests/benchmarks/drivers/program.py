"""The program as its command starts it, watched until its chart is painted: ARGUMENTS of the command."""

import sys
from time import monotonic

from PySide6.QtWidgets import QWidget
from telling import peak, tell
from watch import Application, FirstPaint, Stall

figures = {}


def watch(window: QWidget) -> None:
    FirstPaint(window, lambda: painted(window))


def painted(window: QWidget) -> None:
    early = sorted({"numpy", "pyqtgraph"} & set(sys.modules))
    figures.update(painted=monotonic(), peak=peak(), early=early, title=window.windowTitle())
    stall = Stall()
    window.panel.chart_ready.connect(lambda: FirstPaint(window.panel.chart.viewport(), lambda: charted(window, stall)))


def charted(window: QWidget, stall: Stall) -> None:
    months = len(window.panel.chart.shown.months)
    figures.update(charted=monotonic(), charted_peak=peak(), stall=stall.longest, months=months)
    window.close()
    app.exit(0)


app = Application(watch)
from balancer_desktop.__main__ import main  # noqa: E402 - after Qt, as in the program itself

status = main(sys.argv[1:])
tell(**figures)
sys.exit(status)
