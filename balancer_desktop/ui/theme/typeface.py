"""The system's font in four sizes; figures stand in columns."""

from PySide6.QtGui import QFont


def body(font: QFont) -> QFont:
    """The system's font with tabular numerals, where the font has them."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def small(font: QFont) -> QFont:
    return _sized(font, -1)


def title(font: QFont) -> QFont:
    return strong(_sized(font, 4))


def heading(font: QFont) -> QFont:
    """Over a chart or a list: a sentence, so only a little larger than what it speaks of."""
    return strong(_sized(font, 1))


def figure(font: QFont) -> QFont:
    return _sized(font, 10)


def strong(font: QFont) -> QFont:
    """The one weight of emphasis."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _sized(font: QFont, more: float) -> QFont:
    """A font is sized in points or, on some platforms, in pixels; a point is near 4/3 pixel."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(max(6.0, font.pointSizeF() + more))
    else:
        made.setPixelSize(max(8, font.pixelSize() + round(more * 4 / 3)))
    return made
