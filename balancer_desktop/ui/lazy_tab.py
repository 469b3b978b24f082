"""A page that costs nothing until somebody looks at it."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class LazyTab(QWidget):
    """A place that builds its page when it is first seen."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._page: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def made(self) -> QWidget:
        """The page, built now if it was not before."""
        if self._page is None:
            self._page = self._make()
            self._layout.addWidget(self._page)
            self.setFocusProxy(self._page)
            self._page.show()  # the layout would do it later, after the first words to the page
        return self._page

    def showEvent(self, event: QShowEvent) -> None:
        self.made()
        super().showEvent(event)
