"""The mark of a share: a disc inside the target, a hollow triangle that points to where it lies outside."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from balancer_desktop.domain.mix_finding import Place
from balancer_desktop.ui.theme.tokens import Tokens


def mark(painter: QPainter, centre: QPointF, where: Place, tokens: Tokens, radius: float = 4.5) -> None:
    """Draws one mark; the painter is expected to smooth edges."""
    if where is Place.WITHIN:
        painter.setPen(QPen(QColor(tokens.surface), 1.5))
        painter.setBrush(QColor(tokens.good))
        painter.drawEllipse(centre, radius, radius)
        return
    painter.setPen(QPen(QColor(tokens.warn), 1.8))
    painter.setBrush(QBrush(QColor(tokens.surface)))
    up = -radius if where is Place.ABOVE else radius
    corners = [QPointF(0, up), QPointF(-radius, -up * 0.75), QPointF(radius, -up * 0.75)]
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
