"""Choosing one of the owner's folders of those who left, or naming a new one."""

from PySide6.QtWidgets import QComboBox, QListView

from balancer_desktop.domain.archive_tree import Branch
from balancer_desktop.ui.theme.icons import icon

NEW = -1
_INDENT = "    "


class FolderBox(QComboBox):
    """The tree as an indented list; its last line asks for a new folder."""

    def __init__(self, ex: Branch) -> None:
        super().__init__()
        offered = QListView()
        offered.setAccessibleName("Folders")
        self.setView(offered)
        self._add(ex, 0)
        self.insertSeparator(self.count())
        self.addItem(icon("add"), "New folder …", NEW)

    @property
    def folder_id(self) -> int:
        """0 is ex_Customers itself, NEW a folder that is not there yet."""
        return int(self.currentData())

    def choose(self, folder_id: int) -> None:
        self.setCurrentIndex(max(0, self.findData(folder_id)))

    def _add(self, branch: Branch, depth: int) -> None:
        self.addItem(icon("folder" if depth else "archive"), f"{_INDENT * depth}{branch.name}", branch.id)
        for inner in branch.branches:
            self._add(inner, depth + 1)
