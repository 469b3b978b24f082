"""Where people who left, or one of their folders, go: for the keys what dragging is for the pointer."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from balancer_desktop.app.archive_folders import make_path, tree
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.people.folder_box import NEW, FolderBox
from balancer_desktop.ui.session import Session


class FilingForm(EntryForm):
    """One field: the folder, or the name of one that is not there yet, which is made in the same step."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        what: str,
        file: Callable[[int], object],
        at: int = 0,
        without: int = 0,
    ) -> None:
        """file: does it, given the folder. at: the folder offered first. without: a folder not to be offered."""
        super().__init__(parent, session, f"Move {what} to a folder", f"Move {what}")
        self._what, self._file = what, file
        self._folder, self._new = FolderBox(tree(session.book).ex, without), QLineEdit()
        self._new.setPlaceholderText("Moved, or Moved/Abroad")
        self.add_row("Folder", self._folder)
        self.add_row("New folder", self._new)
        self._folder.choose(at)
        self._folder.currentIndexChanged.connect(self._show_new)
        self._show_new()
        self._folder.setFocus()

    def draft(self) -> Callable[[], object]:
        folder_id, name = self._folder.folder_id, self._new.text().strip()
        if folder_id != NEW:
            return lambda: self._file(folder_id)
        if not name.strip(" /"):
            self._new.setFocus()
            raise BadInput("The folder's name is missing.", "Write a word or two, or choose one from the list.")
        return lambda: self._file_in_new(name)

    def _file_in_new(self, name: str) -> None:
        book = self.session.book
        with book.change(f"Move {self._what} to the folder “{name}”"):
            self._file(make_path(book, name))

    def _show_new(self, *_: object) -> None:
        self.show_row(self._new, visible=self._folder.folder_id == NEW)
