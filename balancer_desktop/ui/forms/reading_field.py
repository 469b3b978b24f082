"""A line whose text means something: what it was understood as, or what would be right, is told beneath it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from balancer_desktop.domain.errors import BadInput

T = TypeVar("T")


class ReadingField(QLineEdit, Generic[T]):
    """`read` turns the text into a value or raises BadInput; `words` says a value back.

    Does not scold while one types: what is wrong is told on leaving the field, or by value().
    """

    understood = Signal(str)
    """What the text means, or an empty text when that need not be said."""
    doubted = Signal(str)
    """What is wrong, and what would be right."""

    def __init__(self, read: Callable[[str], T], words: Callable[[T], str]) -> None:
        super().__init__()
        self._read, self._words = read, words
        self.textEdited.connect(self._tell_reading)

    def value(self) -> T:
        """What the text means; BadInput, told beneath the field, when it means nothing."""
        try:
            return self._read(self.text())
        except BadInput as refusal:
            self.doubted.emit(str(refusal))
            self.setFocus()
            raise

    def read(self) -> T:
        """As value(), without a word or a move of the keyboard when it cannot be read."""
        return self._read(self.text())

    def show_value(self, value: T) -> None:
        self.setText(self._words(value))
        self.understood.emit("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.text().strip():
            return
        try:
            self.show_value(self._read(self.text()))
        except BadInput as refusal:
            self.doubted.emit(str(refusal))

    def _tell_reading(self, text: str) -> None:
        try:
            words = self._words(self._read(text))
        except BadInput:
            words = ""
        self.understood.emit("" if words == text.strip() else words)
