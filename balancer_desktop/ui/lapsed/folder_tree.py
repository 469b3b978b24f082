"""Lapsed, ex_Customers with the owner's folders, and the way to the exits: a tree with counts."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QKeyCombination,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from balancer_desktop.domain.archive_tree import ArchiveTree, Branch
from balancer_desktop.ui.dragging import drag, dragged_folder, dragged_people, folder_mime
from balancer_desktop.ui.lapsed.places import EX, EXITS, LAPSED, NEW
from balancer_desktop.ui.people.words import people as counted
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import ROW
from balancer_desktop.ui.theme.palette import tokens_of

_PLACE = Qt.ItemDataRole.UserRole
_NAME, _COUNT = range(2)
_COUNT_WIDTH = 44
_DEPTH = 14
_UNFOLD_MS = 600
_Flag = Qt.ItemFlag
_Ctrl = Qt.KeyboardModifier


class FolderTree(QTreeWidget):
    """Shows what it is given and tells what the owner wants; which place is chosen survives every refresh."""

    chosen = Signal(int)
    """Another place is looked at."""
    entered = Signal()
    """Enter: on into what is there."""
    named = Signal(int, str)
    """A folder is to be called so."""
    made = Signal(int, str)
    """A new folder of this name is wanted within a place."""
    removed = Signal(int)
    move_wanted = Signal(int)
    """A folder is to lie elsewhere: ask where."""
    folds_changed = Signal()
    people_dropped = Signal(object, int)
    """These parties were dropped on a place."""
    folder_dropped = Signal(int, int)
    """A folder was dropped on another, or on ex_Customers."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[int, QTreeWidgetItem] = {}
        self._tree: ArchiveTree | None = None
        self._quiet = False
        self._over: int | None = None
        self._dress()
        self.currentItemChanged.connect(self._tell)
        self.itemChanged.connect(self._edited)
        self.itemExpanded.connect(self._tell_folds)
        self.itemCollapsed.connect(self._tell_folds)
        self.itemDelegate().closeEditor.connect(lambda *_: self._drop_new())

    @property
    def place(self) -> int:
        """The place that is chosen."""
        item = self.currentItem()
        return _place_of(item) if item else LAPSED

    def show_tree(self, tree: ArchiveTree) -> None:
        """Bring names, order and counts up to date; only counts, where that is all that changed."""
        if self._tree and _shape(self._tree.ex) == _shape(tree.ex):
            self._tree = tree
            self._count()
        else:
            self._tree = tree
            self._build()

    def go_to(self, place: int) -> bool:
        """Choose a place; False when it is not there."""
        item = self._items.get(place)
        if item:
            self.setCurrentItem(item)
        return item is not None

    def folded_up(self) -> list[int]:
        """The folders whose inner ones are not to be seen."""
        return [place for place, item in self._items.items() if item.childCount() and not item.isExpanded()]

    def fold_up(self, places: list[int]) -> None:
        for place in places:
            if place in self._items:
                self._items[place].setExpanded(False)

    def new_folder(self) -> None:
        """A line to name a new folder in, within the chosen one; Esc leaves none."""
        within = max(self.place, EX)
        with self._in_quiet():
            item = self._item(NEW, "")
            self._items[within].insertChild(0, item)
            self._items[within].setExpanded(True)
        self.editItem(item, _NAME)

    def rename(self) -> None:
        if self.place > EX:
            self.editItem(self._items[self.place], _NAME)

    def move_elsewhere(self) -> None:
        if self.place > EX:
            self.move_wanted.emit(self.place)

    def remove(self) -> None:
        if self.place > EX:
            self.removed.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2, F6, Ins, Del and Enter; the arrows walk as in every tree."""
        acts = {
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_F6: self.move_elsewhere,
            Qt.Key.Key_Insert: self.new_folder,
            Qt.Key.Key_Delete: self.remove,
            Qt.Key.Key_Return: self.entered.emit,
            Qt.Key.Key_Enter: self.entered.emit,
        }
        act = self.new_folder if _is_new_folder(event) else acts.get(Qt.Key(event.key()))
        if act and self.state() is not QAbstractItemView.State.EditingState:
            act()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Shift+N, which plans a next step elsewhere, makes a folder here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_new_folder(event):
            event.accept()
            return True
        return super().event(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        if self.place > EX:
            drag(self, folder_mime(self.place), self._items[self.place].text(_NAME))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_people(event.mimeData()) or dragged_folder(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Scrolls and unfolds as trees do; takes what can lie there."""
        super().dragMoveEvent(event)
        self._aim(self._place_at(event.position().toPoint()))
        takes = self._takes(event.mimeData(), self._over)
        event.acceptProposedAction() if takes else event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        place, mime = self._place_at(event.position().toPoint()), event.mimeData()
        self._aim(None)
        if place is None or not self._takes(mime, place):
            event.ignore()
            return
        event.acceptProposedAction()
        if people := dragged_people(mime):
            self.people_dropped.emit(people, place)
        else:
            self.folder_dropped.emit(dragged_folder(mime), place)

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Around the place that would take what is dragged there stands a line."""
        super().drawRow(painter, options, index)
        if self._over is not None and index.sibling(index.row(), _NAME).data(_PLACE) == self._over:
            painter.setPen(QColor(tokens_of(self.palette()).accent))
            painter.drawRect(options.rect.adjusted(0, 0, -1, -1))

    def menu(self) -> QMenu:
        """What can be done with the chosen place."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(icon("folder"), "New folder …\tIns", self.new_folder).setEnabled(self.place >= EX)
        for picture, text, run in (
            ("edit", "Rename\tF2", self.rename),
            ("folder", "Move …\tF6", self.move_elsewhere),
            ("delete", "Remove\tDel", self.remove),
        ):
            menu.addAction(icon(picture), text, run).setEnabled(self.place > EX)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def _build(self) -> None:
        chosen, folded, had_focus = self.place, self.folded_up(), self.hasFocus()
        with self._in_quiet():
            self.clear()
            lapsed, ex, exits = self._item(LAPSED, "Lapsed"), self._item(EX, "ex_Customers"), self._item(EXITS, "Exits")
            self.addTopLevelItems([lapsed, ex, exits])
            self._items = {LAPSED: lapsed, EX: ex, EXITS: exits}
            if self._tree:
                self._add(ex, self._tree.ex)
            self.expandAll()
            self.fold_up(folded)
            self._count()
            self.setCurrentItem(self._items.get(chosen, ex if chosen > EX else lapsed))
        if had_focus:
            self.setFocus()
        if self.place != chosen:
            self.chosen.emit(self.place)

    def _add(self, around: QTreeWidgetItem, branch: Branch) -> None:
        for inner in branch.branches:
            item = self._items[inner.id] = self._item(inner.id, inner.name)
            around.addChild(item)
            self._add(item, inner)

    def _item(self, place: int, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, ""])
        item.setData(_NAME, _PLACE, place)
        item.setIcon(_NAME, icon({LAPSED: "lapsed", EX: "archive", EXITS: "chart"}.get(place, "folder")))
        item.setSizeHint(_NAME, QSize(0, ROW))
        item.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        flags = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable
        if place != EXITS:
            flags |= _Flag.ItemIsDropEnabled
        if place > EX or place == NEW:
            flags |= _Flag.ItemIsEditable | _Flag.ItemIsDragEnabled
        item.setFlags(flags)
        return item

    def _count(self) -> None:
        if self._tree is None:
            return
        counts = {LAPSED: self._tree.lapsed} | {branch.id: branch.all_people for branch in self._tree.ex.walk()}
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        with self._in_quiet():
            for place, count in counts.items():
                item = self._items[place]
                item.setText(_COUNT, f"{count:,}" if count else "")
                item.setForeground(_COUNT, muted)
                item.setData(_NAME, Qt.ItemDataRole.AccessibleTextRole, f"{item.text(_NAME)}, {counted(count)}")

    def _tell(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item and not self._quiet and _place_of(item) != NEW:
            self.chosen.emit(_place_of(item))

    def _tell_folds(self, _item: QTreeWidgetItem) -> None:
        if not self._quiet:
            self.folds_changed.emit()

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        """A name was typed: once its line is closed the book decides, and what it then holds is shown."""
        if self._quiet or column != _NAME:
            return
        place, name, around = _place_of(item), item.text(_NAME), item.parent()
        if place == NEW:
            within = _place_of(around) if around else EX
            QTimer.singleShot(0, self, lambda: self.made.emit(within, name) if name.strip() else None)
        else:
            with self._in_quiet():
                item.setText(_NAME, self._names()[place])
            QTimer.singleShot(0, self, lambda: self.named.emit(place, name))

    def _drop_new(self) -> None:
        """The line of a new folder goes, named or not."""
        for item in self._items.values():
            first = item.child(0)
            if first and _place_of(first) == NEW:
                with self._in_quiet():
                    item.takeChild(0)

    @contextmanager
    def _in_quiet(self) -> Iterator[None]:
        """What is done meanwhile is no wish of the owner's."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _names(self) -> dict[int, str]:
        return {branch.id: branch.name for branch in self._tree.ex.walk()} if self._tree else {}

    def _place_at(self, at: QPoint) -> int | None:
        item = self.itemAt(at)
        return _place_of(item) if item else None

    def _aim(self, place: int | None) -> None:
        if place != self._over:
            self._over = place
            self.viewport().update()

    @staticmethod
    def _takes(mime: QMimeData, place: int | None) -> bool:
        if place is None:
            return False
        return place >= EX if dragged_folder(mime) else place != EXITS and bool(dragged_people(mime))

    def _dress(self) -> None:
        self.setAccessibleName("Lapsed and ex-customers by folder")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setIndentation(_DEPTH)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoExpandDelay(_UNFOLD_MS)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(_COUNT, _COUNT_WIDTH)


def _is_new_folder(event: QKeyEvent) -> bool:
    return event.keyCombination() == QKeyCombination(_Ctrl.ControlModifier | _Ctrl.ShiftModifier, Qt.Key.Key_N)


def _place_of(item: QTreeWidgetItem) -> int:
    return int(item.data(_NAME, _PLACE))


def _shape(branch: Branch) -> tuple[object, ...]:
    """What of a branch is more than a count."""
    return branch.id, branch.name, *map(_shape, branch.branches)
