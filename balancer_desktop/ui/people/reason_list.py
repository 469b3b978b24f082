"""A list in which letters find a reason, wherever in it they stand."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem


class ReasonList(QListWidget):
    """Its entries are indented and headings lie between them, so that Qt's own search would find nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._typed, self._since = "", QElapsedTimer()

    def keyboardSearch(self, search: str) -> None:
        """Go to the reason that begins with what was typed without a pause, or else contains it."""
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        going_on = self._since.isValid() and self._since.elapsed() < pause
        self._since.start()
        self._typed = (self._typed if going_on else "") + search.casefold()
        found = self._found(self._typed.strip())
        if found:
            self.setCurrentItem(found)
            self.scrollToItem(found)

    def _found(self, typed: str) -> QListWidgetItem | None:
        items = [self.item(row) for row in range(self.count())]
        reasons = [(item.text().strip().casefold(), item) for item in items if item.flags() & Qt.ItemFlag.ItemIsEnabled]
        begun = (item for words, item in reasons if words.startswith(typed))
        within = (item for words, item in reasons if typed in words)
        return next(begun, None) or next(within, None) if typed else None
