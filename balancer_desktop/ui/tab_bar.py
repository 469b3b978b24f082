"""The tabs' bar, which people can be dragged over and dropped on."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTabBar

from balancer_desktop.ui.dragging import dragged_folder, dragged_people

PAUSE_MS = 500
"""So long the pointer rests on a tab before its page comes to the front."""


class TabBar(QTabBar):
    """Over a tab, whatever is dragged waits for its page; on one that takes people they can be dropped."""

    people_dropped = Signal(object, int)
    """These parties were dropped on the tab of this number."""

    def __init__(self, takes_people: frozenset[int]) -> None:
        super().__init__()
        self._takes_people = takes_people
        self._over = -1
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_page)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_people(event.mimeData()) or dragged_folder(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        over = self.tabAt(event.position().toPoint())
        if over != self._over:
            self._over = over
            self._pause.start()
        takes = over in self._takes_people and dragged_people(event.mimeData())
        event.acceptProposedAction() if takes else event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._leave()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        tab, ids = self.tabAt(event.position().toPoint()), dragged_people(event.mimeData())
        self._leave()
        if ids and tab in self._takes_people:
            event.acceptProposedAction()
            self.people_dropped.emit(ids, tab)

    def _leave(self) -> None:
        self._pause.stop()
        self._over = -1

    def _show_page(self) -> None:
        if self._over >= 0:
            self.setCurrentIndex(self._over)
