"""The few kinds of words a page is made of."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from balancer_desktop.ui.theme import typeface


def title(text: str = "", name: str = "") -> QLabel:
    """The page's own name."""
    return _label(text, name, typeface.title(QLabel().font()))


def subtitle(text: str = "", name: str = "") -> QLabel:
    """The name of a part of a page."""
    return _label(text, name, typeface.strong(QLabel().font()))


def words(text: str = "", name: str = "", *, muted: bool = False) -> QLabel:
    """A sentence that wraps where the page ends."""
    made = _label(text, name)
    made.setWordWrap(True)
    if muted:
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made


def amount(text: str = "", name: str = "") -> QLabel:
    """A figure, flush right."""
    made = _label(text, name)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _label(text: str, name: str, font: QFont | None = None) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if name:
        made.setAccessibleName(name)
    if font:
        made.setFont(font)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made
