"""Fields of several lines."""

from PySide6.QtWidgets import QPlainTextEdit


def rounded(area: QPlainTextEdit) -> QPlainTextEdit:
    """The same area without the square ground that would cover its round corners."""
    area.viewport().setAutoFillBackground(False)
    return area
