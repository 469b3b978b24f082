"""How many rows of each kind are new, matched, already there, wrong."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from balancer_desktop.app.importing.planned import Counts, Status
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.importing.words import KINDS, STATUSES
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import EDGE, UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_COLUMN = 96


class TotalsView(QWidget):
    """One line per kind that occurs."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._counts: Mapping[Kind, Counts] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(EDGE)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(len(Status) + 1, 1)
        self._labels: list[QLabel] = []

    def show_counts(self, counts: Mapping[Kind, Counts]) -> None:
        self._clear()
        kinds = [kind for kind in Kind if _rows(counts[kind])]
        for column, status in enumerate(Status, start=1):
            self._heading(STATUSES[status], column)
        for row, kind in enumerate(kinds, start=1):
            self._put(KINDS[kind], row, 0).setFont(typeface.strong(self.font()))
            for column, status in enumerate(Status, start=1):
                self._figure(counts[kind], kind, status, row, column)

    def _heading(self, words: tuple[str, str], column: int) -> None:
        label = self._put(words[0], 0, column, right=True)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setMinimumWidth(_COLUMN)
        label.setToolTip(words[1])

    def _figure(self, counts: Counts, kind: Kind, status: Status, row: int, column: int) -> None:
        count: int = getattr(counts, status.value)
        label = self._put(self._formats.number(count) if count else "–", row, column, right=True)
        label.setAccessibleName(f"{KINDS[kind]}, {STATUSES[status][0].lower()}: {count}")
        if not count:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        elif status is Status.WRONG:
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, tokens_of(self.palette()).bad)
            label.setPalette(palette)

    def _put(self, text: str, row: int, column: int, *, right: bool = False) -> QLabel:
        label = QLabel(text)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)
        self._labels.append(label)
        return label

    def _clear(self) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels.clear()


def _rows(counts: Counts) -> int:
    return counts.new + counts.matched + counts.skipped + counts.wrong
