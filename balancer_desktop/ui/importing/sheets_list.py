"""The sheets found in the chosen files: what each is, how many rows, whether something is missing."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionFocusRect,
    QStyleOptionViewItem,
)

from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.importing.batch import Batch, Broken, OpenSheet, Place
from balancer_desktop.ui.importing.words import KINDS, rows
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, ICON, UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_ICONS = {
    Kind.PEOPLE: "customers",
    Kind.SALES: "sale",
    Kind.WORK: "clock",
    Kind.EXPENSES: "expense",
    Kind.STANDINGS: "lapsed",
    Kind.CONTACTS: "call",
    Kind.NEXT_STEPS: "calendar",
    Kind.REASONS: "archive",
    Kind.FOLDERS: "folder",
    Kind.CADENCES: "tag",
    Kind.PUT_OFF: "timer",
    Kind.INQUIRIES: "call",
    Kind.OPPORTUNITIES: "prospects",
    Kind.STAGE_MOVES: "prospects",
    Kind.PARKINGS: "timer",
    Kind.STAGES: "settings",
    Kind.LOSS_REASONS: "archive",
    Kind.CHECKLISTS: "check",
    Kind.SETTINGS: "settings",
}


class SheetsList(QListWidget):
    """Space takes a sheet in or leaves it out, Delete forgets its file."""

    wandered = Signal(object)
    """The Place of the current row."""
    inclusion_wanted = Signal(object, bool)
    """Place, and whether the owner wants its rows."""
    removal_wanted = Signal(object)
    """The Path of a file."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._places: list[Place] = []
        self.setAccessibleName("Sheets in the files")
        self.setToolTip("Space: take a sheet in or leave it out. Delete: forget its file.")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(ICON, ICON))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setItemDelegate(_Tall(self))
        self.setViewportMargins(UNIT, UNIT, UNIT, UNIT)
        self.viewport().setAutoFillBackground(False)
        self.currentItemChanged.connect(lambda *_: self._tell_place())
        self.itemChanged.connect(self._tell_inclusion)

    @property
    def place(self) -> Place | None:
        """The sheet or broken file of the current row."""
        row = self.currentRow()
        return self._places[row] if row >= 0 else None

    def show_batch(self, batch: Batch) -> None:
        """The owner's place stays; new sheets below leave it where it is."""
        before = self.place
        self._places = [*(sheet.place for sheet in batch.sheets), *((broken.path, "") for broken in batch.broken)]
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for sheet in batch.sheets:
            self.addItem(self._sheet_item(sheet))
        for broken in batch.broken:
            self.addItem(self._broken_item(broken))
        self._go_to(before)
        self.blockSignals(False)  # noqa: FBT003 - as above
        self.viewport().update()
        if self.place != before:
            self._tell_place()

    def remove_current(self) -> None:
        if self.place is not None:
            self.removal_wanted.emit(self.place[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_current()
        else:
            super().keyPressEvent(event)

    def _go_to(self, place: Place | None) -> None:
        if self._places:
            self.setCurrentRow(self._places.index(place) if place in self._places else 0)

    def _sheet_item(self, sheet: OpenSheet) -> QListWidgetItem:
        path, name = sheet.place
        told = f"{KINDS[sheet.mapping.kind]} · {rows(sheet.look.count, self._formats)}"
        if not sheet.included:
            told = "Left out"
        elif sheet.reading.missing:
            told = f"{rows(sheet.look.count, self._formats)} · incomplete"
        item = _item(f"{name or path.name}\n{told}", path)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if sheet.included else Qt.CheckState.Unchecked)
        incomplete = sheet.included and sheet.reading.missing
        item.setIcon(self._warning() if incomplete else icon(_ICONS[sheet.mapping.kind]))
        if not sheet.included:
            item.setForeground(self.palette().placeholderText())
        return item

    def _broken_item(self, broken: Broken) -> QListWidgetItem:
        item = _item(f"{broken.path.name}\nCannot be read", broken.path)
        item.setIcon(self._warning())
        return item

    def _warning(self) -> QIcon:
        return icon("warning", tokens_of(self.palette()).bad)

    def _tell_place(self) -> None:
        if self.place is not None:
            self.wandered.emit(self.place)

    def _tell_inclusion(self, item: QListWidgetItem) -> None:
        self.inclusion_wanted.emit(self._places[self.row(item)], item.checkState() is Qt.CheckState.Checked)


class _Tall(QStyledItemDelegate):
    """Two lines with room around them, and the focus around the whole row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 2 * GAP)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus = QStyleOptionFocusRect()
            focus.rect, focus.palette = option.rect, option.palette
            option.widget.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, focus, painter, option.widget
            )


def _item(text: str, path: Path) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setToolTip(str(path))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ", "))
    return item
