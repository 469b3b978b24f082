"""Giving several people a tag."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from balancer_desktop.app import people
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.people import words
from balancer_desktop.ui.session import Session


class TagDialog(EntryForm):
    """One word, an old one completed as it is typed."""

    def __init__(self, parent: QWidget, session: Session, ids: Sequence[int]) -> None:
        whom = words.people(len(ids))
        super().__init__(parent, session, f"Tag {whom}", f"Tag {whom}")
        self._ids = list(ids)
        self._word = ReadingField(_word, str)
        completer = QCompleter(session.book.people.tags(), self._word)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered = QListView()
        offered.setAccessibleName("Tags")
        completer.setPopup(offered)
        self._word.setCompleter(completer)
        self.add_row("Tag", self._word)
        self._word.setFocus()

    def draft(self) -> Callable[[], object]:
        book, ids, word = self.session.book, self._ids, self._word.value()
        return lambda: people.tag(book, ids, word)


def _word(text: str) -> str:
    word = " ".join(text.split())
    if not word:
        raise BadInput("The tag is empty.", "Type a word.")
    return word
