"""A list to choose one value from, that says only what the owner chose."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QWidget

from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD

T = TypeVar("T")


class ChoiceBox(QComboBox, Generic[T]):
    """Shows one of its values. A wheel that merely passes over it changes nothing."""

    picked = Signal(object)
    """The value, when the owner has chosen another."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[T] = []
        self._shown: T | None = None
        self.call(name)
        self.setToolTip(tip)
        self.setMinimumHeight(FIELD)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._activated)

    def call(self, name: str) -> None:
        """Name the box, and the list that opens from it, for those who do not see them."""
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)

    def offer(self, choices: Mapping[T, str] | Sequence[tuple[T, str]]) -> None:
        """The values to choose from, with their words."""
        pairs = list(choices.items()) if isinstance(choices, Mapping) else list(choices)
        self._values = [value for value, _ in pairs]
        self.clear()
        self.addItems([text for _, text in pairs])

    def show_value(self, value: T) -> None:
        self._shown = value
        self.setCurrentIndex(self._values.index(value))

    def showPopup(self) -> None:
        """The list as wide as its longest words, even under a narrow column."""
        view, room = self.view(), self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) + BETWEEN
        view.setMinimumWidth(view.sizeHintForColumn(0) + room)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _activated(self, index: int) -> None:
        value = self._values[index]
        if value != self._shown:
            self._shown = value
            self.picked.emit(value)
