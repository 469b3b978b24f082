"""What waits and what was done: side by side where there is room, else one below the other, or the second in a line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.labels import subtitle
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, GAP, ROW, TOUCH
from balancer_desktop.ui.today.foot import Foot
from balancer_desktop.ui.today.rows_view import RowsView

_WIDE = 1150
"""From this width on, what was done stands beside what waits."""
_WIDEST = 900
"""A line longer than this no longer reads as one."""
_DONE_BELOW = 3
"""Lines of what was done that are seen at once below the list."""
_ANY = 2**24 - 1


class TwoLists(QWidget):
    """The room of what waits comes first: what was done folds into a line where both do not fit."""

    def __init__(self, waiting: RowsView, done: RowsView, empty: EmptyPage) -> None:
        super().__init__()
        self._waiting, self._done, self._empty = waiting, done, empty
        self._opened = False
        """Whether the owner wants to see what was done all the same."""
        self.foot = Foot()
        self.stack, self.done_part = QStackedWidget(), QWidget()
        self.stack.addWidget(waiting)
        self.stack.addWidget(empty)
        self._lists = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lay_out_done()
        self._lists.addWidget(self.stack, 3)
        self._lists.addWidget(self.done_part, 2)
        self._lists.addStretch(0)
        waiting.set_foot(self.foot)
        waiting.seen.connect(lambda: self.foot.tell_below(waiting.below()))
        self.foot.onward.connect(waiting.go_on)
        self.foot.turned.connect(self._turn_done)

    def show_one(self, *, waits: bool) -> QWidget:
        """The list, or the page that says that nobody waits; which of them is shown."""
        shown = self._waiting if waits else self._empty
        self.stack.setCurrentWidget(shown)
        return shown

    def arrange(self) -> None:
        """Give each its room, by what they hold."""
        wide, count, height = self.width() >= _WIDE, len(self._done.rows_model.rows), self.height()
        waits = self.stack.currentWidget() is self._waiting
        needed = self._waiting.needed_height() if waits else 0
        least = TOUCH + min(count, _DONE_BELOW) * ROW + 1
        fits = wide or not count or needed + BETWEEN + least <= height
        is_shown = bool(count) and (fits or self._opened or not waits)
        self._lists.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._lists.setSpacing(2 * EDGE if wide else BETWEEN)
        self.done_part.setVisible(is_shown)
        room = height - needed - BETWEEN - TOUCH - 1
        rows = min(count, max(_DONE_BELOW, room // ROW)) if waits else count
        self.done_part.setMaximumHeight(_ANY if wide else TOUCH + rows * ROW + 1)
        self.foot.tell_done(count, is_shown=is_shown, may_turn=not fits)
        foot = waits and (not fits or needed > height)
        self.foot.setVisible(foot)
        self.stack.setMaximumWidth(_WIDEST if wide else _ANY)
        self.stack.setMaximumHeight(needed + (ROW if foot else 0) if waits and not wide else _ANY)
        self._waiting.end_on_a_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _turn_done(self) -> None:
        self._opened = not self._opened
        self.arrange()

    def _lay_out_done(self) -> None:
        title = subtitle("Done today")
        title.setContentsMargins(GAP, 0, 0, 0)
        title.setMinimumHeight(TOUCH)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self.done_part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self._done, 1)
