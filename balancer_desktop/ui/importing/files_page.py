"""The sheets found on the left; how the chosen one is read on the right."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from balancer_desktop.app.importing.workbench import Progress
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.importing.batch import Batch, Place
from balancer_desktop.ui.importing.reader import Reader
from balancer_desktop.ui.importing.sheet_page import SheetPage
from balancer_desktop.ui.importing.sheets_list import SheetsList
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP

_LIST_WIDTH = 212


class FilesPage(QWidget):
    wanted = Signal(object)
    """A Change of the batch."""
    files_wanted = Signal()
    """The owner wants to choose more files."""

    def __init__(self, reader: Reader, formats: Formats) -> None:
        super().__init__()
        self._batch = Batch()
        self.list, self.sheet = SheetsList(formats), SheetPage(reader)
        self.more = _button("Add files…", "Choose more files that belong to these", "add")
        self.remove = _button("Remove", "Forget the chosen file; the file itself stays as it is (Delete)", "close")
        self._lay_out()
        self.list.wandered.connect(self._show)
        self.list.inclusion_wanted.connect(self._include)
        self.list.removal_wanted.connect(self._remove)
        self.more.clicked.connect(self.files_wanted)
        self.remove.clicked.connect(self.list.remove_current)
        self.sheet.wanted.connect(self.wanted)

    def show_batch(self, batch: Batch) -> None:
        self._batch = batch
        self.list.show_batch(batch)
        if self.list.place is not None:
            self._show(self.list.place)

    def _show(self, place: Place) -> None:
        sheet = self._batch.at(place)
        if sheet is not None:
            self.sheet.show_sheet(sheet)
            return
        for broken in self._batch.broken:
            if broken.path == place[0]:
                self.sheet.show_broken(broken)

    def _include(self, place: Place, included: bool) -> None:  # noqa: FBT001 - a slot
        self.wanted.emit(_quickly(lambda batch: batch.with_sheet(place, lambda old: replace(old, included=included))))

    def _remove(self, path: Path) -> None:
        self.wanted.emit(_quickly(lambda batch: batch.without([path])))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.more, self.remove):
            buttons.addWidget(button, 1)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        row.addLayout(left)
        row.addWidget(self.sheet, 1)
        self.list.setFixedWidth(_LIST_WIDTH)


def _quickly(change: Callable[[Batch], Batch]) -> Callable[[Batch, Progress], Batch]:
    """A change that reads no file, as one that might."""
    return lambda batch, _progress: change(batch)


def _button(text: str, tip: str, picture: str) -> QPushButton:
    button = QPushButton(icon(picture), text)
    button.setToolTip(tip)
    button.setMinimumHeight(FIELD)
    button.setAutoDefault(False)
    return button
