"""Choosing one of the owner's folders of those who left, or naming a new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListView, QStyleOptionComboBox

from balancer_desktop.domain.archive_tree import Branch
from balancer_desktop.ui.theme.icons import icon

NEW = -1
_INDENT = "    "
_BETWEEN_NAMES = " › "
_PATH = Qt.ItemDataRole.UserRole + 1


class FolderBox(QComboBox):
    """The tree as an indented list, the chosen folder named from the top down; its last line asks for a new one."""

    def __init__(self, ex: Branch, without: int = 0) -> None:
        """without: a folder that is left out, with all that is in it."""
        super().__init__()
        offered = QListView()
        offered.setAccessibleName("Folders")
        self.setView(offered)
        self._without = without
        self._add(ex, ())
        self.insertSeparator(self.count())
        self.addItem(icon("add"), "New folder …", NEW)

    @property
    def folder_id(self) -> int:
        """0 is ex_Customers itself, NEW a folder that is not there yet."""
        return int(self.currentData())

    def choose(self, folder_id: int) -> None:
        self.setCurrentIndex(max(0, self.findData(folder_id)))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Closed, the box shows no indent but where the folder lies."""
        super().initStyleOption(option)
        path = self.currentData(_PATH)
        if path:
            option.currentText = path

    def _add(self, branch: Branch, above: tuple[str, ...]) -> None:
        names = (*above, branch.name) if branch.id else ()
        self.addItem(icon("folder" if names else "archive"), f"{_INDENT * len(names)}{branch.name}", branch.id)
        self.setItemData(self.count() - 1, _BETWEEN_NAMES.join(names), _PATH)
        for inner in branch.branches:
            if inner.id != self._without:
                self._add(inner, names)
