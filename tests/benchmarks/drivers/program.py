"""The program as its command starts it, watched until its window or its chart is painted.

UNTIL (window or chart), then the command's own arguments.
"""

import sys
from time import monotonic

from balancer_desktop.__main__ import main  # before Qt, as the command has it: PySide slows what is imported after

# isort: split
from PySide6.QtWidgets import QWidget
from telling import peak, tell
from watch import Application, FirstPaint, Stall

figures = {}


def watch(window: QWidget) -> None:
    FirstPaint(window, lambda: painted(window))


def painted(window: QWidget) -> None:
    figures.update(painted=monotonic(), peak=peak(), loaded=sorted(sys.modules), title=window.windowTitle())
    if until == "window":
        leave(window)
        return
    stall = Stall()
    window.panel.chart_ready.connect(lambda: FirstPaint(window.panel.chart.viewport(), lambda: charted(window, stall)))


def charted(window: QWidget, stall: Stall) -> None:
    figures.update(charted=monotonic(), charted_peak=peak(), stall=stall.longest, colours=colours(window.panel.chart))
    leave(window)


def leave(window: QWidget) -> None:
    window.close()
    app.exit(0)


def colours(widget: QWidget) -> int:
    """How many different ones a row of pixels in the middle has: bars, grid, and what lies between them."""
    image = widget.grab().toImage()
    return len({image.pixel(x, image.height() // 2) for x in range(image.width())})


until = sys.argv.pop(1)
app = Application(watch)
status = main(sys.argv[1:])
tell(**figures)
sys.exit(status)
