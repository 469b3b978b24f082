"""Our own icons: drawn from SVG at the size and resolution asked for, in the colours of the moment."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from balancer_desktop.paths import resource

_ROLES = {
    QIcon.Mode.Normal: (QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Active: (QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Disabled: (QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Selected: (QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
}


def icon(name: str, colour: str = "") -> QIcon:
    """The icon `resources/icons/<name>.svg`; `currentColor` in it follows the palette, or is the colour given.

    Follows a change of theme by itself. Costs nothing until it is painted. FileNotFoundError for a name that is not
    in the set.
    """
    _file(name)
    return QIcon(_Engine(name, colour))


class _Engine(QIconEngine):
    """Renders when asked; keeps what it rendered."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.drawPixmap(rect, self._drawn(rect.size(), mode, painter.deviceTransform().m11()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._drawn(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        return self._drawn(size, mode, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)

    def _drawn(self, size: QSize, mode: QIcon.Mode, scale: float) -> QPixmap:
        colour = self._colour if self._colour and mode is not QIcon.Mode.Disabled else _colour(mode)
        return _pixmap(self._name, size.width(), size.height(), scale, colour)


def _colour(mode: QIcon.Mode) -> str:
    group, role = _ROLES[mode]
    return QGuiApplication.palette().color(group, role).name()


@cache
def _file(name: str) -> Path:
    return resource(f"icons/{name}.svg")


@cache
def _pixmap(name: str, width: int, height: int, scale: float, colour: str) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # the library loads with the first icon painted, not before

    renderer = QSvgRenderer(QByteArray(_file(name).read_bytes().replace(b"currentColor", colour.encode())))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    made = QPixmap(QSize(round(width * scale), round(height * scale)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(QPoint(0, 0), made.size()))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made
