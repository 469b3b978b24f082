"""Tags with commas between them; known ones are completed as they are typed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


class TagsField(QLineEdit):
    def __init__(self, known: Iterable[str], tags: Iterable[str]) -> None:
        super().__init__(", ".join(tags))
        self.setPlaceholderText("garden, weekly")
        self.setToolTip("Words of your own, with commas between them")
        self._completer = QCompleter(list(known), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered = QListView()
        offered.setAccessibleName("Tags in use")
        self._completer.setPopup(offered)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def value(self) -> tuple[str, ...]:
        return tuple(tag for tag in (" ".join(part.split()) for part in self.text().split(",")) if tag)

    def _offer(self, text: str) -> None:
        begun = text[: self.cursorPosition()].rpartition(",")[2].strip()
        self._completer.setCompletionPrefix(begun)
        if begun and self._completer.completionCount():
            self._completer.complete()
        elif popup := self._completer.popup():
            popup.hide()

    def _take(self, tag: str) -> None:
        before, comma, _ = self.text()[: self.cursorPosition()].rpartition(",")
        after = self.text()[self.cursorPosition() :]
        self.setText(f"{before}{comma}{' ' if comma else ''}{tag}{after}")
