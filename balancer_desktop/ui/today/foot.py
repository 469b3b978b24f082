"""The line below a list that has no room for all: what stands further down, and what was done today."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from balancer_desktop.domain.agenda import Waiting
from balancer_desktop.ui.theme.metrics import GAP, ROW
from balancer_desktop.ui.today.row import Row

_AROUND = 18
"""What a flat button takes beside its words."""


class Foot(QWidget):
    """`onward` asks to be shown what is further down, `turned` to be shown what was done, or to be spared it."""

    onward = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self.below, self.done = QPushButton(), QPushButton()
        self.below.setToolTip("Go on to what is further down")
        self.below.setAccessibleName("Further down")
        self.below.clicked.connect(lambda _checked: self.onward.emit())
        self.done.clicked.connect(lambda _checked: self.turned.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for button in (self.below, self.done):
            button.setFlat(True)
            button.setFixedHeight(ROW)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the list
            layout.addWidget(button)
        layout.insertStretch(1)
        self.hide()

    def tell_below(self, rows: Iterable[Row]) -> None:
        """Name what these rows stand for; nothing where all is in view."""
        self._said = below_words(rows)
        self.below.setEnabled(bool(self._said))
        self._elide()

    def tell_done(self, count: int, *, is_shown: bool, may_turn: bool) -> None:
        """count: how many lines there are of what was done. may_turn: whether there is anything to choose."""
        self.done.setVisible(may_turn and count > 0)
        self.done.setText("Hide what was done" if is_shown else f"Done today: {count} · show")
        self.done.setToolTip("Leave the room to what waits" if is_shown else "Show what was done today")
        self.done.setAccessibleName("Done today")
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        done = 0 if self.done.isHidden() else self.done.sizeHint().width()
        room = self.width() - done - 2 * GAP - _AROUND
        self.below.setText(QFontMetrics(self.below.font()).elidedText(self._said, Qt.TextElideMode.ElideRight, room))


def below_words(rows: Iterable[Row]) -> str:
    """`Below: overdue 2 · to thank 3 · 3 h and 5 touches left`."""
    counts: dict[str, int] = {}
    for row in rows:
        item = row.item
        if item is None:
            continue
        owed = item.kind is Waiting.PROSPECTING
        name = row.words if owed else _BRIEFLY[item.kind]
        counts[name] = counts.get(name, 0) + (0 if owed else item.more or not item.together)
    said = " · ".join(f"{name} {count}" if count else name for name, count in counts.items())
    return f"Below: {said}" if said else ""


_BRIEFLY = {
    Waiting.TIMER: "running",
    Waiting.INQUIRY: "to answer",
    Waiting.PROMISE: "promised",
    Waiting.OVERDUE: "overdue",
    Waiting.TODAY: "due today",
    Waiting.BOUGHT: "perhaps won",
    Waiting.RETURN: "bought again",
    Waiting.LAPSE: "silent",
    Waiting.GONE: "silent",
    Waiting.QUIET: "quiet",
    Waiting.HOOK: "come back for",
    Waiting.APPROACH: "to call",
    Waiting.STALE: "stale",
    Waiting.NO_STEP: "unplanned",
    Waiting.THANK: "to thank",
    Waiting.OWES: "owing",
    Waiting.PROMISED: "soon",
    Waiting.SOON: "soon",
}
"""The sections in a word or two."""
