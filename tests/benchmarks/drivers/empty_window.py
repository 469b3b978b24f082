"""The floor: an empty QMainWindow. With an argument, pyqtgraph's plot in it."""

import sys
from time import monotonic

from PySide6.QtWidgets import QMainWindow, QWidget
from telling import peak, tell
from watch import Application, FirstPaint

figures = {}


def painted() -> None:
    figures.update(painted=monotonic(), peak=peak())
    app.exit(0)


def watch(window: QWidget) -> None:
    FirstPaint(window if plot is None else plot.viewport(), painted)


app = Application(watch)
window, plot = QMainWindow(), None
window.resize(1280, 800)
if sys.argv[1:]:
    import pyqtgraph

    plot = pyqtgraph.PlotWidget()
    plot.addItem(pyqtgraph.BarGraphItem(x=range(13), height=range(13), width=0.6))
    window.setCentralWidget(plot)
window.show()
app.exec()
tell(**figures)
