"""The cells of an item that can be corrected: who it is about, with those of the book offered, and when it was."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QTableView, QWidget

from balancer_desktop.ui.intake.intake_table_model import WHO, IntakeTableModel
from balancer_desktop.ui.money.row_cells import RowCells
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session

Index = QModelIndex | QPersistentModelIndex


class ItemCells(RowCells):
    def __init__(self, session: Session, model: IntakeTableModel, view: QTableView) -> None:
        super().__init__(view)
        self._session, self._items = session, model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = PartyPicker(self._session, strangers=True) if index.column() == WHO else QLineEdit()
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        if isinstance(editor, PartyPicker):
            editor.setPlaceholderText("A name")
            editor.setAccessibleName("Who it is about")
        else:
            editor.setAccessibleName("When it was, or is to be")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands there, marked, so that typing replaces it."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Only what was typed counts: an editor that is left as it was changes nothing."""
        if isinstance(editor, PartyPicker):
            chosen, text = editor.value(), editor.text()
            if chosen or text != index.data(Qt.ItemDataRole.EditRole):
                self._items.name(index.row(), chosen, text)
        elif isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            self._items.date(index.row(), editor.text())
