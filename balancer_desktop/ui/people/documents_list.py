"""The latest documents of a party; Enter or a double click opens one with the program the system has for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from balancer_desktop.app.documents import Document
from balancer_desktop.ui.people.documents_model import NAME, WHEN, DocumentsModel
from balancer_desktop.ui.theme.metrics import ROW
from balancer_desktop.ui.theme.tables import dress

_ROWS = 6
_ROWS_MEASURED = 60


class DocumentsList(QTableView):
    """As high as its rows, up to six."""

    chosen = Signal(object)
    """The path of a document that is to be opened."""

    def __init__(self, documents: DocumentsModel) -> None:
        super().__init__()
        self._documents = documents
        dress(self)
        self.setModel(documents)
        self.setAccessibleName("Documents")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setVisible(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WHEN, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        self.doubleClicked.connect(lambda index: self.chosen.emit(documents.document(index.row()).path))

    def show_documents(self, latest: tuple[Document, ...]) -> None:
        """The row that was current stays so by its name."""
        at = self.currentIndex()
        name = at.siblingAtColumn(NAME).data() if at.isValid() else None
        self._documents.set_documents(latest)
        self.setFixedHeight(ROW * min(_ROWS, max(1, len(latest))))
        again = next((row for row, document in enumerate(latest) if document.name == name), -1)
        if again >= 0:
            self.setCurrentIndex(self._documents.index(again, NAME))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._documents.rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self._documents.document(self.currentIndex().row()).path)
        else:
            super().keyPressEvent(event)
