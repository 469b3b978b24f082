"""The surfaces of the funnel's bars, told apart without colour: plain, level lines, dots, crossed, slanted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from balancer_desktop.ui.theme.tokens import Tokens, mixed

_PATTERNS = {
    "won": Qt.BrushStyle.SolidPattern,
    "moved_on": Qt.BrushStyle.Dense6Pattern,
    "moved_back": Qt.BrushStyle.HorPattern,
    "lost": Qt.BrushStyle.DiagCrossPattern,
    "still": Qt.BrushStyle.BDiagPattern,
}


def fill(painter: QPainter, rect: QRectF, way: str, tokens: Tokens) -> None:
    """Cover the rectangle; what goes on at the period's end is hatched, with a dashed edge."""
    ground, ink = {
        "won": (tokens.gain, tokens.gain_ink),
        "moved_on": (mixed(tokens.gain, tokens.surface, 0.35), tokens.gain_ink),
        "moved_back": (tokens.surface, tokens.muted),
        "lost": (mixed(tokens.run, tokens.surface, 0.55), tokens.run_ink),
        "still": (tokens.surface, tokens.gain_ink),
    }[way]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRect(rect)
    if way != "won":
        grain = QColor(ink)
        grain.setAlphaF(0.6)
        painter.setBrush(QBrush(grain, _PATTERNS[way]))
        painter.drawRect(rect)
    pen = QPen(QColor(ink), 1)
    if way == "still":
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
