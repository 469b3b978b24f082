"""The documents of a party as rows: name, and the day it was last changed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from balancer_desktop.app.documents import Document
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme.icons import icon

NAME, WHEN = range(2)
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class DocumentsModel(QAbstractTableModel):
    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._documents: Sequence[Document] = ()

    def set_documents(self, documents: Sequence[Document]) -> None:
        if documents != self._documents:
            self.beginResetModel()
            self._documents = documents
            self.endResetModel()

    def document(self, row: int) -> Document:
        return self._documents[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return ("Name", "Changed")[section]
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        document = self._documents[index.row()]
        if role == _Role.DisplayRole:
            return document.name if index.column() == NAME else self._formats.date(document.modified.date())
        if role == _Role.DecorationRole and index.column() == NAME:
            return icon("folder" if document.is_folder else "note")
        if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole):
            return self._about(document)
        if role == _Role.TextAlignmentRole and index.column() == WHEN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _about(self, document: Document) -> str:
        size = "folder" if document.is_folder else self._formats.locale.formattedDataSize(document.size)
        time = f"{document.modified:%H:%M}"
        return f"{document.name} · {size} · changed {self._formats.date(document.modified.date())}, {time}"
